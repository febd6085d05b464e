import Layouts
import Testing

@testable import Makeup

/// Whatever a page's stories are, its search ends, and a page that can be filled has a plan.
struct SearchMeterTests {
    /// How far a search may go on behind the end of its meter: to the end of a set in the table, or of a part.
    private static let overshoot = 1_000_000

    private static func page(stories: Int, ranks: [Int]) -> BarePage {
        var chance = SeededRandom(700 + stories)
        var page = BarePage.random(stories: stories, columns: 6, rows: 110, heights: 9, &chance)
        page.ranks = page.ranks.indices.map { ranks[$0 % ranks.count] }
        return page
    }

    @Test("a search ends soon after its meter is spent", arguments: [7, 12, 30, 60], [[1], [1, 2], [1, 2, 3, 4, 5]])
    func ends(stories: Int, ranks: [Int]) {
        let meter = SearchMeter(300_000)
        _ = Self.page(stories: stories, ranks: ranks).planner(meter).plan(.usual)
        #expect(meter.left > -Self.overshoot)
    }

    @Test(
        "the plan of last resort is found within its meter", arguments: [2, 7, 12, 30, 60, 120],
        [[1], [1, 2], [3, 2, 1]])
    func lastResort(stories: Int, ranks: [Int]) throws {
        let meter = SearchMeter(SearchMeter.lastResort), page = Self.page(stories: stories, ranks: ranks)
        let dummy = try #require(page.planner(meter, grouped: .coarse).plan(.lastResort))
        #expect(!meter.isSpent)
        #expect(dummy.placements.map(\.story).sorted() == Array(page.ranks.indices))
    }

    @Test func theSameMeterGivesTheSamePlan() {
        let page = Self.page(stories: 7, ranks: [1, 2, 3])
        let plans = (0..<2).map { _ in page.planner(SearchMeter(200_000)).plan(.usual)?.placements.map(\.cells) }
        #expect(plans[0] == plans[1])
    }

    @Test("ordinary pages are far from the end of their meter")
    func ordinaryPages() {
        let meter = SearchMeter(SearchMeter.plan)
        var chance = SeededRandom(9)
        _ = BarePage.random(stories: 6, columns: 6, rows: 60, &chance).planner(meter).plan(.usual)
        #expect(meter.left > SearchMeter.plan / 2)
    }
}
