import GeneratedPages
import Makeup
import Press
import Testing

/// The report itemises a page's cost by term, with no rest.
struct ReportTermsTests {
    @Test(arguments: [2, 5, 8, 11])
    func everyChargeHasATerm(seed: Int) throws {
        let result = try GeneratedResult(GeneratedEdition(seed: seed, form: .bulletin))
        for page in result.made.report.pages {
            #expect(page.charges.allSatisfy { $0.term != "other" }, "\(page.charges)")
            #expect(page.charges.contains { $0.term == "headlines" } && page.charges.contains { $0.term == "cuts" })
            let stories = page.stories.reduce(0) { $0 + $1.cost }
            let own = page.charges.filter { !["depth", "inversion", "order", "butting", "cuts"].contains($0.term) }
            #expect(abs(own.reduce(0) { $0 + $1.cost } - stories) < 0.01)
        }
    }
}
