import Diagnostics
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

struct PageGuidesTests {
    private let sample: SamplePage

    init() throws { sample = try SamplePage("areas:\n  picture: |\n    1-52 | 1 1 2 2\n") }

    /// A page with one story in its left half.
    private func composed(characters: [Int]) throws -> ComposedPage {
        let article = sample.story(body: SamplePage.paragraphs(characters)).article
        let job = PageJob(slots: [PageSlot(number: 3, layout: sample.layout)], articles: [IllustratedArticle(article)])
        return job.composed(with: sample.typesetter)[0].value
    }

    private func guides(_ composed: ComposedPage) -> PageGuides {
        GuideBuilder(layout: sample.layout, typesetter: sample.typesetter).guides(of: composed)
    }

    private func boxes(_ items: [Item]) -> [Box] {
        items.compactMap { if case .box(let box) = $0 { box } else { nil } }
    }

    @Test func theGridHasEveryBaselineOfEveryColumn() throws {
        let grid = sample.layout.grid
        let items = guides(try composed(characters: [100]))[.grid]
        let rules = items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(rules.count == grid.columns * grid.rows)
        #expect(rules.contains { $0.from == Point(x: grid.x(ofColumn: 2), y: grid.baseline(ofRow: 40)) })
        #expect(boxes(items).map(\.rect.width) == Array(repeating: grid.columnWidth, count: 4))
    }

    @Test func eachWhiteRowOfALegIsOneBlueBox() throws {
        let composed = try composed(characters: [300])
        let module = try #require(composed.modules.first)
        let items = boxes(guides(composed)[.whites])
        let filled = module.galley.lines.reduce(0) { $0 + $1.rows }
        let room = module.variant.legs.reduce(0) { $0 + $1.rows } + module.emptyRows * module.legs.count
        #expect(items.count == room - filled && items.count > 40)
        #expect(items.allSatisfy { $0.fill == GuideInk.white })
        let foot = sample.layout.grid.typeArea.maxY
        #expect(items.allSatisfy { $0.rect.maxY <= foot })
    }

    @Test func aStoryThatIsTooLongHasARedBarUnderItAndARedName() throws {
        let composed = try composed(characters: Array(repeating: 220, count: 12))
        #expect(composed.modules[0].oversetRows > 0)
        let bar = try #require(boxes(guides(composed)[.whites]).last)
        #expect(bar.fill == GuideInk.overset && bar.rect.y == sample.layout.grid.typeArea.maxY)
        #expect(boxes(guides(composed)[.modules]).first?.frame?.ink == GuideInk.overset)
    }

    @Test func aModuleHasAFrameAndItsName() throws {
        let composed = try composed(characters: [300])
        let items = guides(composed)[.modules]
        #expect(boxes(items).first?.rect == sample.layout.grid.pageRect(composed.modules[0].pageCells))
        let words = items.compactMap { if case .text(let run) = $0 { run.text } else { nil } }.joined()
        #expect(words.contains("front-1") && words.contains("pt"))
    }

    @Test func aSingleLineAtALegsFootIsMarkedRed() throws {
        var composed = try composed(characters: [200, 200, 200])
        // The first leg is cut after the first line of the second paragraph.
        let lines = composed.modules[0].galley.lines
        let second = try #require(lines.firstIndex { $0.isFirst && $0.block == 1 })
        composed.modules[0].legs = [0..<second + 1, second + 1..<lines.count]
        let red = boxes(guides(composed)[.breaks]).filter { $0.fill == GuideInk.overset }
        let place = composed.modules[0].legPlaces(on: sample.layout)[0]
        let row = place.row + lines[..<second].reduce(0) { $0 + $1.rows }
        #expect(red.map(\.rect.y).contains(sample.layout.grid.y(ofRow: row)))
        composed.modules[0].legs = [0..<second + 2, second + 2..<lines.count]
        #expect(
            !boxes(guides(composed)[.breaks]).filter { $0.fill == GuideInk.overset }.map(\.rect.y)
                .contains(sample.layout.grid.y(ofRow: row)))
    }

    @Test func fillsLieUnderTheInkAndNamesOverIt() throws {
        let composed = try composed(characters: [300])
        let page = guides(composed).drawn(on: composed.page)
        let roles = page.items.map { if case .group(let group) = $0 { group.role } else { Group.Role.caption } }
        #expect(roles.first == .guide("grid") && roles[1] == .guide("whites"))
        #expect(roles.suffix(2) == [.guide("modules"), .guide("breaks")])
        #expect(guides(composed).overlay(.modules).items.count == 1)
    }

    @Test func guidesOfVerticalLinesAreTurnedUpright() throws {
        let text = """
            page: {size: A4}
            grid: {direction: vertical, columns: 4, measure: 17字, gutter: 1.5字, leading: 14pt, rows: 34}
            headlines: {1: {font: hei-heavy, sizes: [22pt]}}

            """
        let layout = try LayoutReader().read(LayoutFile(path: "upright.yaml", text: text)).value
        let job = PageJob(slots: [PageSlot(number: 1, layout: layout)], articles: [])
        let page = job.composed(with: sample.typesetter)[0].value
        let guides = GuideBuilder(layout: layout, typesetter: sample.typesetter).guides(of: page)
        let rules = guides[.grid].compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(!rules.isEmpty && rules.allSatisfy { $0.from.x == $0.to.x }, "lines run from top to bottom")
    }
}
