/// A set of the stories and the furniture that the planner places. Each of them is a bit of an integer.
///
///     let both = StorySet(0).union(StorySet(3))
///     both.contains(3)                      // true
///     both.subsets.map(\.count)             // [0, 1, 1, 2]
///
/// All operations are inlined, because the innermost loops of planning consist of them.
struct StorySet: Hashable, Sendable {
    let bits: UInt32

    @inline(__always)
    init(bits: UInt32) { self.bits = bits }

    /// The set of one story, by its index.
    @inline(__always)
    init(_ story: Int) { bits = 1 &<< UInt32(truncatingIfNeeded: story) }

    static let empty = StorySet(bits: 0)

    /// The set of the first `count` stories.
    static func first(_ count: Int) -> StorySet { StorySet(bits: UInt32(1 << count) - 1) }

    @inline(__always)
    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    var count: Int { bits.nonzeroBitCount }

    /// The index of the first story; the set must not be empty.
    @inline(__always)
    var first: Int { bits.trailingZeroBitCount }

    /// The set's index in a table of all sets.
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

    /// All subsets of the set. Each comes after its own subsets: the empty set first, the whole set last.
    var subsets: Subsets { Subsets(all: self) }

    /// All sets within this one: this one first, the empty one last.
    var descendingSubsets: some Sequence<StorySet> {
        sequence(first: self) { $0.isEmpty ? nil : StorySet(bits: ($0.bits &- 1) & bits) }
    }

    /// The places of the stories, in ascending order.
    var places: [Int] { (0..<UInt32.bitWidth).filter(contains) }

    /// One part of each division of the set into two parts that are not empty, in order of decreasing bits.
    var parts: Parts { Parts(all: self) }

    struct Subsets: Sequence, IteratorProtocol {
        private let all: UInt32
        private var upcoming: UInt32?

        fileprivate init(all: StorySet) { (self.all, upcoming) = (all.bits, 0) }

        @inline(__always)
        mutating func next() -> StorySet? {
            guard let bits = upcoming else { return nil }
            // Counts up within the bits of the whole set and skips all other bits.
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
