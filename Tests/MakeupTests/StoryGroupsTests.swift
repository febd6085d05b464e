import Layouts
import Testing

@testable import Makeup

/// Many stories are planned as few groups, and each story is placed once.
struct StoryGroupsTests {
    /// A story that takes the same number of cells in every width, and two rows for its headline.
    private func widthVariants(cells: Int, columns: Int) -> [WidthVariants] {
        (1...columns).map { width in
            var widthVariants = WidthVariants(headlines: [])
            for spare in 0...6 {
                let rows = 2 + (cells + width - 1) / width + spare
                widthVariants.variants.insert(
                    Variant(
                        columns: width, rows: rows, headline: 0, length: 0, photo: nil, bodyRows: rows - 2,
                        spareRows: 0, white: 0, cost: 1 * spare))
            }
            return widthVariants
        }
    }

    @Test func sixteenStoriesBecomeTenGroups() {
        let sizes = (0..<16).map { 20 + $0 * 5 }
        let groups = StoryGroups(
            ranks: [1] + Array(repeating: 3, count: 15), variants: sizes.map { widthVariants(cells: $0, columns: 5) },
            columns: 5, rows: 100, prices: Prices(), SearchMeter(.max))
        #expect(groups.members.count == 10)
        #expect(groups.members.flatMap(\.self).sorted() == Array(0..<16))
        // The lead stays by itself.
        #expect(groups.members.contains([0]))
    }

    @Test func fewStoriesAreNotGrouped() {
        let groups = StoryGroups(
            ranks: [1, 2, 3], variants: (0..<3).map { _ in widthVariants(cells: 30, columns: 4) }, columns: 4, rows: 60,
            prices: Prices(), SearchMeter(.max))
        #expect(groups.members == [[0], [1], [2]])
    }

    /// Ten stories of several pages and a divided one.
    @Test func setsOfElevenStoriesHaveCosts() {
        let sizes = (0..<11).map { 20 + $0 * 5 }
        let planner = PagePlanner(
            ranks: [1] + Array(repeating: 3, count: 10), variants: sizes.map { widthVariants(cells: $0, columns: 4) },
            fixed: [], columns: 4, rows: 40, prices: Prices(), grouped: .single, SearchMeter(SearchMeter.plan))
        let costs = planner.costs(stories: 11)
        #expect(Array(costs.sets).count == 1 << 11)
        #expect(costs.sets.contains { costs.bound(of: $0) < .unreachable })
    }

    @Test func everyStoryOfAGroupIsPlaced() throws {
        let sizes = [30, 12, 18, 24, 15, 21, 27]
        let groups = StoryGroups(
            ranks: [1, 2, 2, 3, 3, 3, 3], variants: sizes.map { widthVariants(cells: $0, columns: 3) }, columns: 3,
            rows: 70, grouped: StoryGroups.Size(mostGroups: 4, mostInTable: 6), prices: Prices(), SearchMeter(.max))
        #expect(groups.members.count == 4)
        let problem = PlanProblem(
            ranks: groups.ranks, variants: groups.variants, fixed: [], columns: 3, rows: 70, prices: Prices())
        let table = GuillotineTable(problem, columns: 3, rows: 70, budget: .exhaustive, SearchMeter(.max))
        let rows = try #require((50...70).first { table.best(problem.all, columns: 3, rows: $0) != nil })
        let placements = groups.resolved(
            table.placements(of: problem.all, in: GridRect(columns: 0..<3, rows: 0..<rows)))
        #expect(placements.map(\.story).sorted() == Array(0..<7))
        for (index, one) in placements.enumerated() {
            #expect(one.cells.columns.count == one.variant.columns && one.cells.rows.count == one.variant.rows)
            for two in placements.dropFirst(index + 1) { #expect(!one.cells.overlaps(two.cells)) }
        }
    }

    @Test("stories of the first rank are grouped, too, when there is nothing else, and the lead is not")
    func storiesOfTheFirstRank() {
        let groups = StoryGroups(
            ranks: Array(repeating: 1, count: 60), variants: (0..<60).map { _ in widthVariants(cells: 20, columns: 5) },
            columns: 5, rows: 400, prices: Prices(), SearchMeter(.max))
        #expect(groups.members.count == 10)
        #expect(groups.members.flatMap(\.self).sorted() == Array(0..<60))
        #expect(groups.members.contains([0]))
    }

    @Test("a group of many stories is made of groups, and places each story once")
    func aLargeGroup() throws {
        let groups = StoryGroups(
            ranks: Array(repeating: 2, count: 13), variants: (0..<13).map { widthVariants(cells: 8 + $0, columns: 4) },
            columns: 4, rows: 90, grouped: StoryGroups.Size(mostGroups: 2, mostInTable: 2), prices: Prices(),
            SearchMeter(.max))
        #expect(groups.members == [[0], Array(1..<13)])
        let variant = try #require(groups.variants[1][3].variants.values.first)
        let cells = GridRect(columns: 0..<4, rows: 0..<variant.rows)
        let placements = groups.resolved([Dummy.Placement(story: 1, cells: cells, variant: variant)])
        #expect(placements.map(\.story).sorted() == Array(1..<13))
        for (index, one) in placements.enumerated() {
            #expect(cells.columns.contains(one.cells.columns.lowerBound) && one.cells.rows.upperBound <= variant.rows)
            for two in placements.dropFirst(index + 1) { #expect(!one.cells.overlaps(two.cells)) }
        }
    }
}
