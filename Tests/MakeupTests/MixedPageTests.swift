import Copy
import Diagnostics
import Layouts
import Testing
import Typesetting

@testable import Makeup

/// A page with some drawn areas, on which the planner places the remaining stories.
struct MixedPageTests {
    @Test func drawnAreasKeepTheirCellsAndTheRestIsPlannedRoundThem() throws {
        let sample = try SamplePage(
            """
            makeup: mixed
            areas:
              band: {columns: 2-3, rows: 20-36, story: 2, rank: 2}

            """)
        let articles = [[350], [280], [340], [200, 180], [330]].enumerated().map { index, lengths in
            IllustratedArticle(
                Article(
                    id: "s\(index + 1)", title: "第\(index + 1)篇稿子的题目", body: SamplePage.paragraphs(lengths),
                    place: SamplePage.place))
        }
        let composed = sample.composed(articles)[0]
        #expect(!composed.diagnostics.hasErrors)
        let modules = composed.value.modules
        #expect(Set(modules.map(\.story.article.id)) == ["s1", "s2", "s3", "s4", "s5"])
        let drawn = GridRect(columns: 1..<3, rows: 19..<36)
        for module in modules {
            if module.story.article.id == "s2" {
                #expect(module.cells == drawn)
            } else {
                #expect(!module.cells.overlaps(drawn))
            }
        }
    }
}
