import Layouts
import Testing

@testable import Makeup

/// Dividing stories among places: each story once, at the least total cost.
struct PartitionSearchTests {
    /// Costs by set: bit 0 is the first story.
    @Test func takesTheLeastSum() throws {
        let first: [Cost] = [9, 1, 5, 2]
        let second: [Cost] = [9, 8, 3, 1]
        let shared = try #require(PartitionSearch.best(costs: [first, second], stories: 2))
        #expect(shared.sets == [0b01, 0b10])
        #expect(shared.cost == 4)
    }

    @Test func everyStoryHasAPlace() throws {
        // The cheapest sets of each place alone would leave the second story out.
        let first: [Cost] = [0, 1, 50, 60]
        let second: [Cost] = [0, 70, 40, 80]
        let shared = try #require(PartitionSearch.best(costs: [first, second], stories: 2))
        #expect(shared.sets[0] | shared.sets[1] == 0b11)
        #expect(shared.sets[0] & shared.sets[1] == 0)
        #expect(shared.cost == 41)
    }

    @Test func isNilWhenNoWayTakesAllStories() {
        let never: [Cost] = [0, 1, .unreachable, .unreachable]
        #expect(PartitionSearch.best(costs: [never, never], stories: 2) == nil)
    }

    @Test func findsTheNextBestWaysInOrder() {
        let first: [Cost] = [0, 1, 5, 2], second: [Cost] = [0, 8, 3, 1]
        let ways = PartitionSearch(costs: [first, second], stories: 2).ways(9)
        #expect(ways.map(\.cost) == [1, 2, 4, 13])
        #expect(ways.map(\.sets) == [[0b00, 0b11], [0b11, 0b00], [0b01, 0b10], [0b10, 0b01]])
        #expect(PartitionSearch(costs: [first, second], stories: 2).ways(2).map(\.cost) == [1, 2])
    }
}
