import Copy
import Diagnostics
import GeneratedPages
import Layouts
import TestSupport
import Testing
import Typesetting

@testable import Makeup
@testable import Press

/// The planner's sum during the search is exactly the sum of the finished page's charges.
@Suite(.computing)
struct PricedEditionsTests {
    @Test("generated pages, term by term")
    func generatedPages() throws {
        let costs = try [2, 5, 8, 11, 14, 17].map(compare)
        #expect(costs.count { $0 == .unfilled } < 3 && costs.contains(.few) && costs.contains(.many))
    }

    private enum Compared { case few, many, unfilled }

    private func compare(seed: Int) throws -> Compared {
        let folder = try TemporaryFolder()
        let edition = try GeneratedEdition(seed: seed, form: .bulletin).edition(in: folder.path)
        let layout = try LayoutFinder(folders: [Checkout.folder + "/layouts"]).layout(named: "bulletin").value
        let typesetter = Typesetter(fonts: try SampleFonts.open(), language: edition.language)
        let context = PageContext(layout: layout, typesetter: typesetter)
        let articles = edition.pages[0].articles.map(PictureReader(reporter: Reporter()).illustrated)
        let page = context.input(context.ranked(context.typeset(articles)))
        guard let planned = page.filled() else { return .unfilled }
        let builder = ModuleBuilder(layout: layout, typesetter: typesetter)
        let charges = try planned.placements.reduce(#require(planned.charges)) {
            $0 + ModuleEvaluator(layout).charges(of: builder.module($1))
        }
        #expect(charges[.other] == .zero)
        #expect(charges.total == planned.cost)
        // With few stories nothing is left out, so the planner's sum is that of the cheapest decomposition.
        guard page.stories.count <= SearchBudget.fewStories else { return .many }
        let planner = PagePlanner(
            ranks: page.stories.map(\.rank), variants: page.widths, fixed: page.fixed, columns: layout.grid.columns,
            rows: layout.grid.rows, prices: layout.prices)
        #expect(planner.search(.usual)?.cost == planned.cost)
        return .few
    }

    @Test("whole editions, in their reports", arguments: [GeneratedEdition.Form.tabloid, .broadsheet, .bulletin])
    func reports(form: GeneratedEdition.Form) throws {
        for page in try GeneratedResult(GeneratedEdition(seed: 4, form: form)).made.report.pages {
            #expect(!page.charges.contains { $0.term == "other" })
            #expect(page.charges.reduce(Cost.zero) { $0 + Cost($1.cost) } == Cost(page.cost), "page \(page.page)")
            let stories = page.stories.reduce(Cost.zero) { $0 + Cost($1.cost) }
            let between = Set(ChargeTerm.betweenModules.map(\.rawValue) + ["fillers"])
            let inside = page.charges.filter { !between.contains($0.term) }
            #expect(inside.reduce(Cost.zero) { $0 + Cost($1.cost) } == stories)
        }
    }
}
