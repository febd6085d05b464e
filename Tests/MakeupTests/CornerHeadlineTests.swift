import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// Vertical headlines at the head of the first legs, as drawn areas ask for.
struct CornerHeadlineTests {
    private func module(_ page: SamplePage, _ story: Story, photo: PhotoWish? = nil) throws -> Module {
        let cells = GridRect(columns: 0..<4, rows: 0..<26)
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        return try #require(builder.module(story, rank: 1, filling: cells, photo: photo, headline: .vertical))
    }

    private func runs(_ module: Module, _ page: SamplePage, _ isWanted: (Group.Role) -> Bool) -> [GlyphRun] {
        module.group(on: page.layout).items.flatMap { item -> [GlyphRun] in
            guard case .group(let group) = item, isWanted(group.role) else { return [] }
            return group.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        }
    }

    @Test func theFirstLegContinuesUnderTheHeadlineAndTheOthersBeginLevelWithIt() throws {
        let page = try SamplePage()
        let module = try module(page, page.story(title: "外婆的渡口", body: SamplePage.paragraphs([300, 400, 300])))
        guard case .corner(let columns, let rows) = module.variant.headlinePlace else {
            Issue.record("\(module.variant.headlinePlace)")
            return
        }
        #expect(columns == 1)
        #expect(rows == module.headline.rows + 2)
        #expect(module.variant.legs.map(\.top) == [rows, 0, 0, 0])
        #expect(module.overset.isEmpty)
        let body = runs(module, page) { if case .paragraph = $0 { true } else { false } }
        let grid = page.layout.grid
        for (column, top) in [(0, rows), (1, 0)] {
            let own = body.filter { run in
                (grid.x(ofColumn: column).points - 1..<(grid.x(ofColumn: column) + grid.columnWidth).points).contains(
                    run.origin.x.points)
            }
            let first = try #require(own.map(\.origin.y).min())
            #expect(first > grid.y(ofRow: top) && first < grid.y(ofRow: top + 1))
        }
        // The title is centred over the first leg.
        let title = runs(module, page) { if case .headline = $0 { true } else { false } }
        #expect(title.map(\.text).joined() == "外婆的渡口")
        for run in title { #expect(run.origin.x > grid.x(ofColumn: 0) && run.origin.x < grid.x(ofColumn: 1)) }
    }

    @Test func theHeadlinesPartsAreOrderedFromTheRight() throws {
        let page = try SamplePage()
        let story = page.story(
            title: "外婆的渡口", kicker: "江边旧事", deck: "一条船和一只小钟", byline: "蓝汀",
            body: SamplePage.paragraphs([300, 400, 300]))
        let block = try #require(
            HeadlineBlockBuilder(layout: page.layout, typesetter: page.typesetter).verticalBlocks(for: story).first)
        #expect(block.parts.map(\.kind) == [.kicker, .title, .deck, .byline])
        let places = block.parts.map { $0.lines[0].runs[0].origin.x.points }
        #expect(places == places.sorted(by: >))
        #expect(block.parts.allSatisfy { $0.lines.count == 1 })
        #expect(places.allSatisfy { (0...block.width.points).contains($0) })
    }

    @Test func aPhotoIsOverTheOtherLegs() throws {
        let page = try SamplePage()
        let story = page.story(
            title: "外婆的渡口", body: SamplePage.paragraphs([150, 200]), pictures: [SamplePage.picture(1800, 1200)])
        let module = try module(page, story, photo: PhotoWish(columns: 3))
        #expect(module.variant.photo?.column == 1)
        let rows = try #require(module.variant.photo?.rows)
        #expect(module.variant.legs.dropFirst().allSatisfy { $0.top == rows })
        #expect(module.emptyRows <= 1 && module.overset.isEmpty)
    }
}
