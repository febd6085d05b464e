/// A set of the stories that the planner places, and of the furniture beside them: each is a bit of a number.
///
///     let both = StorySet(0).union(StorySet(3))
///     both.contains(3)                      // true
///     both.subsets.map(\.count)             // [0, 1, 1, 2]
///
/// The innermost loops of planning are made of its operations; so all of them are inlined.
struct StorySet: Hashable, Sendable {
    let bits: UInt32

    @inline(__always)
    init(bits: UInt32) { self.bits = bits }

    /// The set of one story, by its place.
    @inline(__always)
    init(_ story: Int) { bits = 1 &<< UInt32(truncatingIfNeeded: story) }

    static let empty = StorySet(bits: 0)

    /// The first so many stories.
    static func first(_ count: Int) -> StorySet { StorySet(bits: UInt32(1 << count) - 1) }

    @inline(__always)
    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    var count: Int { bits.nonzeroBitCount }

    /// The place of the first story; the set must not be empty.
    @inline(__always)
    var first: Int { bits.trailingZeroBitCount }

    /// The set's place in a table of all sets.
    @inline(__always)
    var index: Int { Int(bits) }

    @inline(__always)
    func contains(_ story: Int) -> Bool { bits & 1 &<< UInt32(truncatingIfNeeded: story) != 0 }

    @inline(__always)
    func union(_ other: StorySet) -> StorySet { StorySet(bits: bits | other.bits) }

    @inline(__always)
    func intersection(_ other: StorySet) -> StorySet { StorySet(bits: bits & other.bits) }

    @inline(__always)
    func subtracting(_ other: StorySet) -> StorySet { StorySet(bits: bits & ~other.bits) }

    @inline(__always)
    func isSubset(of other: StorySet) -> Bool { bits & ~other.bits == 0 }

    @inline(__always)
    func isDisjoint(with other: StorySet) -> Bool { bits & other.bits == 0 }

    /// All sets within this one, each behind the sets within it: the empty one first, this one last.
    var subsets: Subsets { Subsets(all: self) }

    /// All sets within this one: this one first, the empty one last.
    var descendingSubsets: some Sequence<StorySet> {
        sequence(first: self) { $0.isEmpty ? nil : StorySet(bits: ($0.bits &- 1) & bits) }
    }

    /// The places of the stories, in ascending order.
    var places: [Int] { (0..<UInt32.bitWidth).filter(contains) }

    /// The ways to part the set in two that both have stories: one part of each, the largest number first.
    var parts: Parts { Parts(all: self) }

    struct Subsets: Sequence, IteratorProtocol {
        private let all: UInt32
        private var upcoming: UInt32?

        fileprivate init(all: StorySet) { (self.all, upcoming) = (all.bits, 0) }

        @inline(__always)
        mutating func next() -> StorySet? {
            guard let bits = upcoming else { return nil }
            // Counts up in the bits of the whole set, and leaves out the others.
            upcoming = bits == all ? nil : (bits &- all) & all
            return StorySet(bits: bits)
        }
    }

    struct Parts: Sequence, IteratorProtocol {
        private let all: UInt32
        private var last: UInt32

        fileprivate init(all: StorySet) { (self.all, last) = (all.bits, all.bits) }

        @inline(__always)
        mutating func next() -> StorySet? {
            last = (last &- 1) & all
            return last == 0 ? nil : StorySet(bits: last)
        }
    }
}
