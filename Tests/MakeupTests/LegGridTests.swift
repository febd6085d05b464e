import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// Legs of their own measure: wide leads, boxes, and text beside a vertical headline.
struct LegGridTests {
    @Test(arguments: 3...6)
    func wideLegsHaveWholeCharactersAndFillTheirColumns(_ columns: Int) throws {
        let grid = try SamplePage().layout.grid
        let legs = ModuleForm.wide(grid, columns: columns).legs
        #expect(legs.count == columns - 1)
        #expect(legs.measure > grid.measure)
        #expect(legs.columnWidth.isClose(to: grid.bodySize * Double(legs.measure)))
        #expect(legs.width(of: legs.count).isClose(to: grid.width(of: columns)))
        #expect(legs.gutter >= grid.gutter - .tolerance)
        #expect(
            legs.gutter * Double(legs.count - 1) < grid.gutter * Double(legs.count - 1) + grid.bodySize
                * Double(legs.count))
    }

    @Test(arguments: 1...4)
    func legsAreOneCharacterInsideTheEdgesOfABox(_ columns: Int) throws {
        let grid = try SamplePage().layout.grid
        let legs = ModuleForm.boxed(grid, columns: columns, .standard).legs
        #expect(legs.left == grid.bodySize)
        #expect(legs.left + legs.width(of: columns) <= grid.width(of: columns) - grid.bodySize + .tolerance)
        #expect(legs.measure == grid.measure - (columns == 1 ? 2 : 1))
    }

    /// All runs of the story's text, placed at the page's origin.
    private func runs(_ module: Module, _ page: SamplePage) -> [GlyphRun] {
        module.group(on: page.layout).items.flatMap { item -> [GlyphRun] in
            guard case .group(let part) = item, case .paragraph = part.role else { return [] }
            return part.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
        }
    }

    @Test func aLeadHasWideLegsIfItsHeadlineStyleSaysSo() throws {
        let page = try SamplePage(lead: "legs: wide")
        let story = page.story(rank: 1, body: SamplePage.paragraphs([150, 90, 200]))
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        let wide = generator.variants(for: story, columns: 3, rows: 200).variants.values
        #expect(!wide.isEmpty && wide.allSatisfy { $0.ownLegs?.count == 2 && $0.legs.count == 2 })
        #expect(generator.variants(for: story, columns: 2, rows: 200).variants.values.allSatisfy { $0.ownLegs == nil })
        let cells = GridRect(columns: 0..<3, rows: 0..<52)
        let module = try #require(
            ModuleBuilder(layout: page.layout, typesetter: page.typesetter).module(
                story, rank: 1, filling: cells, photo: nil))
        #expect(module.overset.isEmpty)
        let right = page.layout.grid.rect(cells).maxX
        for run in runs(module, page) { #expect(run.origin.x + .pt(run.glyphs.map(\.x).max() ?? 0) < right) }
        // Longer lines are fewer lines.
        #expect(module.galley.rows < story.body.best.rows)
    }

    @Test func aBoxedStoryKeepsThePagesRowsInsideItsFrame() throws {
        let page = try SamplePage()
        let story = page.story(rank: 3, body: SamplePage.paragraphs([100, 60]))
        let cells = GridRect(columns: 1..<3, rows: 0..<30)
        let module = try #require(
            ModuleBuilder(layout: page.layout, typesetter: page.typesetter).module(
                story, rank: 3, filling: cells, photo: nil, box: BoxStyle(frame: true, tint: 0.08)))
        let grid = page.layout.grid
        let box = module.group(on: page.layout).items.compactMap { if case .box(let box) = $0 { box } else { nil } }
        #expect(box.map(\.rect) == [grid.rect(cells)])
        #expect(box.first?.fill == .black(0.08))
        for run in runs(module, page) {
            let row = (run.origin.y - grid.baseline(ofRow: 0)) / grid.leading
            #expect(abs(row - row.rounded()) < 0.001)
            #expect(run.origin.x >= grid.x(ofColumn: 1) + grid.bodySize - .tolerance)
            #expect(run.origin.y < grid.rect(cells).maxY - grid.leading)
        }
    }

    @Test func aVerticalHeadlineIsAtTheLeftAndTheLegsShareTheRest() throws {
        let page = try SamplePage()
        var story = page.story(title: "黄桃熟了合作社里忙", rank: 3, body: SamplePage.paragraphs([100, 120]))
        story.forms = [.verticalHeadline]
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        let widthVariants = builder.variants.variants(for: story, columns: 2, rows: 200)
        let variant = try #require(widthVariants.variants.values.first { $0.headlinePlace == .vertical })
        let headline = widthVariants.headlines[variant.headline]
        #expect(headline.rows <= variant.rows)
        #expect(!variant.hasHeadlineAtLeft && !variant.hasHeadlineAtRight)
        let cells = GridRect(columns: 0..<2, rows: 0..<variant.rows)
        let module = builder.module(story, at: cells, as: variant, headline: headline)
        #expect(module.overset.isEmpty)
        let frame = page.layout.grid.rect(cells)
        for run in runs(module, page) {
            #expect(run.origin.x > frame.x + headline.width)
            #expect(run.origin.x + .pt(run.glyphs.map(\.x).max() ?? 0) < frame.maxX)
        }
    }
}
