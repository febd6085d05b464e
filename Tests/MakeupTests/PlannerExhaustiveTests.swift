import Layouts
import TestSupport
import Testing

@testable import Makeup

/// The planner finds the cheapest of all dummies.
@Suite(.computing)
struct PlannerExhaustiveTests {
    @Test("up to seven stories cost what an exhaustive search finds", .slow, arguments: 0..<14)
    func costsTheLeast(seed: Int) {
        var chance = SeededRandom(seed)
        let stories = 2 + seed % 6
        let page = BarePage.random(
            stories: stories, columns: 3 + seed % 2, rows: 32, heights: stories < 6 ? 4 : 3, &chance)
        compare(page)
    }

    @Test("up to seven stories round a masthead cost what an exhaustive search finds", .slow, arguments: 0..<10)
    func costsTheLeastRoundAMasthead(seed: Int) {
        var chance = SeededRandom(100 + seed)
        let columns = 3 + seed % 2
        let masthead = GridRect(columns: 0..<(seed % 5 == 0 ? columns : columns - 1), rows: 0..<4)
        let page = BarePage.random(
            stories: 3 + seed % 5, columns: columns, rows: 36, fixed: [masthead], heights: 3, &chance)
        compare(page)
    }

    /// Compares the planner's cost with the least cost. Most of these pages can be filled, so the comparison is
    /// meaningful.
    private func compare(_ page: BarePage) {
        let search = ExhaustiveSearch(page)
        let least = search.leastCost()
        let dummy = page.planner.plan()
        #expect(dummy?.cost ?? .unreachable == least)
    }

    @Test("the evaluated cost of a dummy is the cost that the planner computed", arguments: 0..<16)
    func evaluatesToTheSameCost(seed: Int) throws {
        var chance = SeededRandom(seed)
        let masthead = seed % 2 == 0 ? [] : [GridRect(columns: 0..<2, rows: 0..<4)]
        let page = BarePage.random(stories: 3 + seed % 5, columns: 4, rows: 36, fixed: masthead, heights: 5, &chance)
        guard let dummy = page.planner.plan() else { return }
        let charges = try #require(page.charges(dummy.placements))
        let modules = dummy.placements.reduce(Cost.zero) { $0 + $1.variant.cost }
        #expect(charges.total + modules == dummy.cost)
    }

    @Test("skipping the search for a cheap plan changes no cost", arguments: 0..<12)
    func skippingTheCheapSearchKeepsTheCost(seed: Int) {
        var chance = SeededRandom(200 + seed)
        let page = BarePage.random(stories: 3 + seed % 4, columns: 4, rows: 34, heights: 4, &chance)
        #expect(page.planner.plan(.usual)?.cost == page.planner.plan(.usual, skipsCheapSearch: true)?.cost)
    }
}
