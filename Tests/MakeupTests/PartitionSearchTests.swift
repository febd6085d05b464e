import Layouts
import Testing

@testable import Makeup

/// Dividing stories among places: each story once, at the least total cost.
struct PartitionSearchTests {
    private let none = StorySet.empty, first = StorySet(0), second = StorySet(1)
    private var both: StorySet { first.union(second) }

    /// Costs by the index of a set: none, the first story, the second, both.
    @Test func takesTheLeastSum() throws {
        let costs: [Cost] = [9, 1, 5, 2]
        let others: [Cost] = [9, 8, 3, 1]
        let shared = try #require(PartitionSearch.best(costs: [costs, others], stories: 2))
        #expect(shared.sets == [first, second])
        #expect(shared.cost == 4)
    }

    @Test func everyStoryHasAPlace() throws {
        // The cheapest sets of each place alone would leave the second story out.
        let costs: [Cost] = [0, 1, 50, 60]
        let others: [Cost] = [0, 70, 40, 80]
        let shared = try #require(PartitionSearch.best(costs: [costs, others], stories: 2))
        #expect(shared.sets[0].union(shared.sets[1]) == both)
        #expect(shared.sets[0].isDisjoint(with: shared.sets[1]))
        #expect(shared.cost == 41)
    }

    @Test func isNilWhenNoWayTakesAllStories() {
        let never: [Cost] = [0, 1, .unreachable, .unreachable]
        #expect(PartitionSearch.best(costs: [never, never], stories: 2) == nil)
    }

    @Test func findsTheNextBestWaysInOrder() {
        let costs: [Cost] = [0, 1, 5, 2], others: [Cost] = [0, 8, 3, 1]
        let ways = PartitionSearch(costs: [costs, others], stories: 2).ways(9)
        #expect(ways.map(\.cost) == [1, 2, 4, 13])
        #expect(ways.map(\.sets) == [[none, both], [both, none], [first, second], [second, first]])
        #expect(PartitionSearch(costs: [costs, others], stories: 2).ways(2).map(\.cost) == [1, 2])
    }
}
