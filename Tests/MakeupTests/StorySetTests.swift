import Testing

@testable import Makeup

/// Sets of stories as bits of a number.
struct StorySetTests {
    private let some = StorySet(0).union(StorySet(2)).union(StorySet(5))

    @Test func aSetContainsItsStories() {
        #expect(some.bits == 0b100101 && some.index == 37)
        #expect(some.count == 3 && some.first == 0 && !some.isEmpty && StorySet.empty.isEmpty)
        #expect((0..<7).map(some.contains) == [true, false, true, false, false, true, false])
        #expect(StorySet.first(3) == StorySet(bits: 0b111) && StorySet.first(0) == .empty)
    }

    @Test func setsAreCombinedAndCompared() {
        let other = StorySet(2).union(StorySet(3))
        #expect(some.subtracting(other) == StorySet(0).union(StorySet(5)))
        #expect(some.intersection(other) == StorySet(2))
        #expect(!some.isDisjoint(with: other) && some.isDisjoint(with: StorySet(3)))
        #expect(StorySet(2).isSubset(of: some) && !other.isSubset(of: some) && StorySet.empty.isSubset(of: .empty))
    }

    @Test func everySubsetFollowsItsOwnSubsets() {
        let subsets = Array(some.subsets)
        #expect(subsets.count == 8 && Set(subsets).count == 8)
        #expect(subsets.first == .empty && subsets.last == some)
        for (place, set) in subsets.enumerated() {
            #expect(set.isSubset(of: some))
            #expect(subsets[place...].allSatisfy { $0 == set || !$0.isSubset(of: set) })
        }
        #expect(Array(StorySet.empty.subsets) == [.empty])
    }

    @Test func partsAreTheProperNonemptySubsets() {
        let parts = Array(some.parts)
        #expect(parts.map(\.bits) == parts.map(\.bits).sorted(by: >))
        #expect(Set(parts) == Set(some.subsets).subtracting([.empty, some]))
        #expect(Array(StorySet(4).parts).isEmpty)
    }
}
