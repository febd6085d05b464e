import Copy
import Diagnostics
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// The stories of drawn areas and their modules.
struct AreaPlannerTests {
    private struct Filled {
        var modules: [Module]
        var left: [Int]
        var diagnostics: [Diagnostic]
        var layout: Layout
        /// The names of the areas, by the ids of their stories.
        var places: [String: String] {
            Dictionary(
                uniqueKeysWithValues: modules.map { module in
                    (module.story.article.id, layout.areas.first { $0.cells == module.pageCells }!.name)
                })
        }
    }

    private func fill(_ areas: String, _ change: (inout [Story]) -> Void = { _ in }) throws -> Filled {
        let sample = try SamplePage("areas:\n" + areas)
        var stories = (1...4).map { number in
            var story = sample.story(title: "第\(number)篇稿子", rank: 2, body: SamplePage.paragraphs([160]))
            story.article.id = "s\(number)"
            return story
        }
        change(&stories)
        let reporter = Reporter()
        let planner = AreaPlanner(layout: sample.layout, typesetter: sample.typesetter, stories: stories)
        let planned = planner.placements(reporter)
        let modules = planned.placements.map(
            ModuleBuilder(layout: sample.layout, typesetter: sample.typesetter).module)
        return Filled(modules: modules, left: planned.left, diagnostics: reporter.diagnostics, layout: sample.layout)
    }

    @Test("areas that name a story choose before rules, and rules before areas for the next story")
    func order() throws {
        let filled = try fill(
            """
              first: {columns: 1, rows: 1-25}
              rule: {columns: 2, rows: 1-25, story: {rank: 2-3}}
              name: {columns: 3, rows: 1-25, story: s1}
              third: {columns: 4, rows: 1-25, story: 3}

            """)
        #expect(filled.places == ["s1": "name", "s3": "third", "s2": "rule", "s4": "first"])
        #expect(filled.left.isEmpty && filled.diagnostics.isEmpty)
    }

    @Test("a rule takes the first story that meets all its conditions")
    func rules() throws {
        let filled = try fill(
            """
              section: {columns: 1, rows: 1-25, story: {section: 副刊}}
              seen: {columns: 2-3, rows: 1-40, story: {photos: true}}
              both: {columns: 4, rows: 1-25, story: {section: 副刊, rank: 1}}

            """
        ) { stories in
            stories[1].article.section = "副刊"
            stories[2].pictures = [SamplePage.picture(300, 200)]
        }
        #expect(filled.places == ["s2": "section", "s3": "seen"])
        #expect(filled.left == [0, 3])
        #expect(filled.diagnostics.map(\.message) == ["no story for the area “both”"])
    }

    @Test("a story in legs of its own keeps the page's rows")
    func legs() throws {
        let filled = try fill("  1: {columns: 1-4, rows: 5-20, legs: 2}\n")
        let module = try #require(filled.modules.first)
        let grid = try #require(module.own?.grid)
        #expect(grid.columns == 2 && grid.measure == 25)
        #expect(module.legs.count == 2)
        let page = filled.layout.grid
        let run = try #require(glyphRuns(module.item(on: filled.layout)).last)
        let row = (run.origin.y - page.baseline(ofRow: 0)) / page.leading
        #expect(abs(row - row.rounded()) < 0.001)
    }

    @Test("vertical lines in an area of a horizontal page stay inside it, and no character is lost")
    func vertical() throws {
        let filled = try fill("  1: {columns: 3-4, rows: 10-52, direction: vertical, legs: 2, box: {frame: true}}\n")
        let module = try #require(filled.modules.first)
        #expect(module.overset.isEmpty)
        let area = filled.layout.grid.rect(filled.layout.areas[0].cells)
        let item = module.item(on: filled.layout)
        for run in glyphRuns(item) {
            for glyph in run.glyphs {
                let x = run.origin.x.points + glyph.x, y = run.origin.y.points + glyph.y
                #expect((area.x.points - 5...area.maxX.points + 5).contains(x))
                #expect((area.y.points - 1...area.maxY.points + 10).contains(y))
            }
        }
        let text = glyphRuns(item).map(\.text).joined()
        #expect(text.contains("清晨六点半") && text.hasSuffix("。"))
        // The box has the frame of the area, not that of the lines.
        guard case .group(let group) = item, case .box(let box)? = group.items.first else {
            return #expect(Bool(false))
        }
        #expect(box.rect == area)
    }

    private func glyphRuns(_ item: Item) -> [GlyphRun] {
        Page(number: 1, trim: Size(width: .pt(1), height: .pt(1)), items: [item]).glyphRuns
    }
}
