internal import Layouts

/// The cheapest ways to fill a rectangle with exactly the pieces of a set, for every size of rectangle and every set.
/// They are found by dynamic programming over guillotine cuts:
///
///     leaf     one piece in one of its variants
///     stack    one part above another, a white row between
///     beside   one part beside another
///
/// A stack of three is one part above a stack of two, never a stack of two above one part. The same holds for parts
/// beside each other. Entries of the same height are separate if they have different headlines at their upper corners,
/// because headlines that later butt against these have a price. A piece that is pinned to an edge of the page is
/// always in the part at that edge.
final class GuillotineTable {
    /// One way to fill a rectangle.
    struct Entry {
        var cost: Cost
        /// The ranks of the headlines at the upper left and right corners, 0 for none.
        var left: UInt8
        var right: UInt8
        var cut: Cut
        /// The indices of the parts among all entries.
        var first: Int32 = 0
        var second: Int32 = 0
        /// The set of the first part, and the number of its rows or columns.
        var set = StorySet.empty
        var extent: Int16 = 0
    }

    enum Cut: UInt8 {
        case leaf, stack, beside
    }

    let problem: PlanProblem
    /// The size of the page.
    let columns: Int
    let rows: Int
    private let storage: Storage

    /// - Parameters:
    ///   - columns, rows: the size of the page.
    init(_ problem: PlanProblem, columns: Int, rows: Int, budget: SearchBudget, _ meter: SearchMeter) {
        (self.problem, self.columns, self.rows) = (problem, columns, rows)
        var storage = Storage(columns: columns, pieces: problem.count)
        var builder = TableBuilder(problem, columns: columns, rows: rows, budget)
        for set in problem.all.subsets where !set.isEmpty {
            for width in 1...columns where !meter.isSpent {
                let heights = builder.build(set, width, storage)
                meter.spend(builder.work)
                if !heights.isEmpty { storage.append(heights, of: set, width, builder) }
            }
        }
        self.storage = storage
    }

    /// The heights of a set in a width, from the lowest to the highest that has entries.
    ///
    /// Most sets have few heights or none. The table stores only these, so it fits the processor's caches.
    struct Heights {
        /// The index that height 0 would have in a list of all heights of all sets and widths.
        private var base: Int32 = 0
        private var lowest: Int16 = 0
        private var end: Int16 = 0

        init() {}

        init(_ range: Range<Int>, first: Int) {
            base = Int32(first - range.lowerBound)
            (lowest, end) = (Int16(range.lowerBound), Int16(range.upperBound))
        }

        var range: Range<Int> { Int(lowest)..<Int(end) }

        /// The index of a height in that list.
        func place(_ height: Int) -> Int { Int(base) + height }
    }

    /// The entries of every set in every width, height by height.
    struct Storage: ~Copyable {
        private(set) var entries = SearchArray<Entry>()
        /// The heights of every set in every width.
        private let heights: SearchArray<Heights>
        /// Two indices for every height: where the entries begin that are not stacks, and where those begin that are.
        /// Another pair marks the end of the heights of a set and width.
        private var starts = SearchArray<Int32>()
        /// The least cost of every height; unreachable for a height without entries.
        private(set) var costs = SearchArray<Cost>()
        private let columns: Int

        fileprivate init(columns: Int, pieces: Int) {
            self.columns = columns
            heights = SearchArray(repeating: Heights(), count: columns << pieces)
        }

        func heights(_ set: StorySet, _ width: Int) -> Heights { heights[set.index * columns + width - 1] }

        /// The indices of a height's entries: from `first` those that are not stacks, from `stacks` those that are.
        func places(_ heights: Heights, _ height: Int) -> (first: Int, stacks: Int, end: Int) {
            let place = 2 * heights.place(height)
            return (Int(starts[place]), Int(starts[place + 1]), Int(starts[place + 2]))
        }

        /// Appends the entries of a set in a width from a builder.
        fileprivate mutating func append(
            _ range: Range<Int>, of set: StorySet, _ width: Int, _ builder: TableBuilder
        ) {
            let heights = Heights(range, first: costs.count)
            for height in range {
                var least = Cost.unreachable
                for isStack in [false, true] {
                    let start = entries.count
                    starts.append(Int32(start))
                    builder.append(height: height, isStack: isStack, to: &entries)
                    if start < entries.count { least = min(least, entries[start].cost) }
                }
                costs.append(least)
            }
            starts.append(Int32(entries.count))
            starts.append(Int32(entries.count))
            costs.append(.unreachable)
            self.heights[set.index * columns + width - 1] = heights
        }
    }

    /// The indices of a set's entries in a rectangle: from `first` those that are not stacks, from `stacks` those that
    /// are.
    private func places(_ set: StorySet, _ width: Int, _ height: Int) -> (first: Int, stacks: Int, end: Int) {
        let heights = storage.heights(set, width)
        return heights.range.contains(height) ? storage.places(heights, height) : (0, 0, 0)
    }

    /// The cheapest entry of a set in a rectangle.
    func best(_ set: StorySet, columns width: Int, rows height: Int) -> Entry? {
        // The cheapest entry of each kind comes first.
        let (first, stacks, end) = places(set, width, height)
        if first == stacks { return stacks < end ? storage.entries[stacks] : nil }
        let isStack = stacks < end && storage.entries[stacks].cost < storage.entries[first].cost
        return storage.entries[isStack ? stacks : first]
    }

    /// The cheapest entry of a set in a rectangle that is not a stack, and the cheapest that is one. A kind without
    /// entries is left out.
    func bestOfEachKind(_ set: StorySet, columns width: Int, rows height: Int) -> [Entry] {
        let (first, stacks, end) = places(set, width, height)
        return (first < stacks ? [storage.entries[first]] : []) + (stacks < end ? [storage.entries[stacks]] : [])
    }

    /// All entries of a set in a rectangle: one for each pair of headlines at its upper corners.
    func entries(_ set: StorySet, columns width: Int, rows height: Int) -> [Entry] {
        let (first, _, end) = places(set, width, height)
        return (first..<end).map { storage.entries[$0] }
    }

    /// The least cost of a set in a rectangle; unreachable if the set cannot fill it.
    func least(_ set: StorySet, columns width: Int, rows height: Int) -> Cost {
        let heights = storage.heights(set, width)
        return heights.range.contains(height) ? storage.costs[heights.place(height)] : .unreachable
    }

    /// Calls a closure with each height of a set in a width and the least cost at that height, which may be
    /// unreachable.
    @inline(__always)
    func forEachLeast(_ set: StorySet, columns width: Int, _ body: (_ height: Int, _ cost: Cost) -> Void) {
        let heights = storage.heights(set, width)
        for height in heights.range { body(height, storage.costs[heights.place(height)]) }
    }

    /// The cheapest placements of a set's stories in a rectangle; empty if the set cannot fill it.
    func placements(of set: StorySet, in cells: GridRect) -> [Dummy.Placement] {
        best(set, columns: cells.columns.count, rows: cells.rows.count).map { placements(of: $0, set, in: cells) } ?? []
    }

    /// The placements that an entry describes for a set's stories in a rectangle.
    func placements(of entry: Entry, _ set: StorySet, in cells: GridRect) -> [Dummy.Placement] {
        var placements: [Dummy.Placement] = []
        collect(entry, set, in: cells, into: &placements)
        return placements
    }

    private func collect(
        _ entry: Entry, _ set: StorySet, in cells: GridRect, into placements: inout [Dummy.Placement]
    ) {
        let rest = set.subtracting(entry.set)
        switch entry.cut {
        case .leaf:
            let piece = set.first
            // Furniture has no placement, because its position is fixed.
            guard piece < problem.stories else { return }
            let variant = problem.variants[piece][cells.columns.count - 1].variants[cells.rows.count]!
            placements.append(Dummy.Placement(story: piece, cells: cells, variant: variant))
        case .stack:
            let cut = cells.rows.lowerBound + Int(entry.extent)
            let above = GridRect(columns: cells.columns, rows: cells.rows.lowerBound..<cut)
            let below = GridRect(columns: cells.columns, rows: cut + 1..<cells.rows.upperBound)
            collect(storage.entries[Int(entry.first)], entry.set, in: above, into: &placements)
            collect(storage.entries[Int(entry.second)], rest, in: below, into: &placements)
        case .beside:
            let cut = cells.columns.lowerBound + Int(entry.extent)
            let left = GridRect(columns: cells.columns.lowerBound..<cut, rows: cells.rows)
            let right = GridRect(columns: cut..<cells.columns.upperBound, rows: cells.rows)
            collect(storage.entries[Int(entry.first)], entry.set, in: left, into: &placements)
            collect(storage.entries[Int(entry.second)], rest, in: right, into: &placements)
        }
    }
}
