internal import Layouts

/// The cheapest ways to fill a rectangle of so many columns and rows with exactly the pieces of a set, for every set
/// (dynamic programming over guillotine dummies):
///
///     leaf     one piece in one of its variants
///     stack    one part above another, a white row between
///     beside   one part beside another
///
/// A stack of three is always one part above a stack of two, never a stack of two above one; and so for parts beside
/// each other. Of ways with the same number of rows those are kept apart that show other headlines at their upper corners, because
/// what stands beside them later is charged for headlines that butt. A piece that is pinned to an edge of the page is
/// always in the part at that edge.
final class GuillotineTable {
    /// How a rectangle is filled.
    struct Entry {
        var cost: Cost
        /// The ranks of the headlines at the upper left and right corners, 0 for none.
        var left: UInt8
        var right: UInt8
        var cut: Cut
        /// Each part's place among all entries.
        var first: Int32 = 0
        var second: Int32 = 0
        /// The first part's set, and its rows or columns.
        var set = StorySet.empty
        var extent: Int16 = 0
    }

    enum Cut: UInt8 {
        case leaf, stack, beside
    }

    let pieces: PlanProblem
    let columns: Int
    let limit: Int
    private let rows: Rows

    /// The entries of every set in every width, row by row.
    struct Rows: ~Copyable {
        var entries = SearchArray<Entry>()
        /// For every set and width the rows that it fills.
        let shelves: SearchArray<Shelf>
        /// For every row of every shelf where its entries begin, those that are no stack before those that are; one more pair
        /// closes each shelf.
        private var starts = SearchArray<Int32>()
        /// For every row of every shelf its least cost, unreachable where there is none.
        fileprivate var costs = SearchArray<Cost>()
        private let columns: Int

        init(columns: Int, pieces: Int) {
            self.columns = columns
            shelves = SearchArray(repeating: Shelf(), count: columns << pieces)
        }

        func shelf(_ set: StorySet, _ width: Int) -> Shelf { shelves[set.index * columns + width - 1] }

        /// The entries of one of a shelf's rows: those that are no stack, then, from the second number on, those that are.
        func range(_ shelf: Shelf, _ rows: Int) -> (first: Int, stacks: Int, end: Int) {
            let place = 2 * shelf.place(rows)
            return (Int(starts[place]), Int(starts[place + 1]), Int(starts[place + 2]))
        }

        /// - Parameter span: the rows that there are entries for, from the fewest to the most.
        mutating func store(_ span: Range<Int>, _ set: StorySet, _ width: Int, _ builder: TableBuilder) {
            let shelf = Shelf(span, first: costs.count)
            for rows in span {
                var least = Cost.unreachable
                for kind in 0...1 {
                    let start = entries.count
                    starts.append(Int32(start))
                    builder.append(rows: rows, kind: kind, to: &entries)
                    if start < entries.count { least = min(least, entries[start].cost) }
                }
                costs.append(least)
            }
            starts.append(Int32(entries.count))
            starts.append(Int32(entries.count))
            costs.append(.unreachable)
            shelves[set.index * columns + width - 1] = shelf
        }
    }

    /// The rows that a set fills in a width. Most sets fill few or none: so the table has room for those alone, and stays in
    /// the processor's caches.
    struct Shelf {
        /// The first place that is its own in a list of all rows of all shelves, less its lowest row.
        private var base: Int32 = 0
        private var lowest: Int16 = 0
        private var end: Int16 = 0

        init() {}

        init(_ span: Range<Int>, first: Int) {
            base = Int32(first - span.lowerBound)
            (lowest, end) = (Int16(span.lowerBound), Int16(span.upperBound))
        }

        var span: Range<Int> { Int(lowest)..<Int(end) }

        /// Where one of its rows is in such a list.
        func place(_ rows: Int) -> Int { Int(base) + rows }
    }

    /// - Parameters:
    ///   - columns, rows: the page's.
    init(_ pieces: PlanProblem, columns: Int, rows: Int, effort: SearchBudget) {
        self.pieces = pieces
        self.columns = columns
        limit = rows
        var table = Rows(columns: columns, pieces: pieces.count)
        var builder = TableBuilder(pieces: pieces, columns: columns, limit: rows, effort: effort)
        for set in pieces.all.subsets where !set.isEmpty {
            for width in 1...columns {
                let span = builder.build(set, width, table)
                if !span.isEmpty { table.store(span, set, width, builder) }
            }
        }
        self.rows = table
    }

    /// Where the entries of a set in a rectangle are: those that are no stack, then, from the second number on, those that
    /// are.
    private func range(_ set: StorySet, _ width: Int, _ rows: Int) -> (first: Int, stacks: Int, end: Int) {
        let shelf = self.rows.shelf(set, width)
        return shelf.span.contains(rows) ? self.rows.range(shelf, rows) : (0, 0, 0)
    }

    /// The cheapest entry of a set in a rectangle.
    func best(_ set: StorySet, columns width: Int, rows: Int) -> Entry? {
        place(set, columns: width, rows: rows).map { self.rows.entries[$0] }
    }

    /// The cheapest entry of each kind in a rectangle.
    func ends(_ set: StorySet, columns width: Int, rows: Int) -> [Entry] {
        let (first, stacks, end) = range(set, width, rows)
        return (first < stacks ? [self.rows.entries[first]] : []) + (stacks < end ? [self.rows.entries[stacks]] : [])
    }

    /// All entries of a set in a rectangle: one for each pair of headlines at its upper corners.
    func entries(_ set: StorySet, columns width: Int, rows: Int) -> [Entry] {
        let (first, _, end) = range(set, width, rows)
        return (first..<end).map { self.rows.entries[$0] }
    }

    /// Of the two kinds each has its cheapest first.
    private func place(_ set: StorySet, columns width: Int, rows: Int) -> Int? {
        let (first, stacks, end) = range(set, width, rows)
        if first == stacks { return stacks < end ? stacks : nil }
        return stacks < end && self.rows.entries[stacks].cost < self.rows.entries[first].cost ? stacks : first
    }

    /// The least cost of a set in a rectangle; unreachable when it cannot fill that.
    func least(_ set: StorySet, columns width: Int, rows: Int) -> Cost {
        let shelf = self.rows.shelf(set, width)
        return shelf.span.contains(rows) ? self.rows.costs[shelf.place(rows)] : .unreachable
    }

    /// Each number of rows that a set may fill in a width, with its least cost there.
    @inline(__always)
    func forEachLeast(_ set: StorySet, columns width: Int, _ look: (_ rows: Int, _ cost: Cost) -> Void) {
        let shelf = rows.shelf(set, width)
        for height in shelf.span { look(height, rows.costs[shelf.place(height)]) }
    }

    /// The stories of a set in a rectangle, filled as cheaply as it can be.
    func placements(of set: StorySet, in cells: GridRect) -> [Dummy.Placement] {
        best(set, columns: cells.columns.count, rows: cells.rows.count).map { placements(of: $0, set, in: cells) } ?? []
    }

    /// The stories of a set in a rectangle, as an entry fills it; furniture stands where it is pinned.
    func placements(of entry: Entry, _ set: StorySet, in cells: GridRect) -> [Dummy.Placement] {
        var placements: [Dummy.Placement] = []
        read(entry, set, in: cells, into: &placements)
        return placements
    }

    private func read(_ entry: Entry, _ set: StorySet, in cells: GridRect, into placements: inout [Dummy.Placement]) {
        let rest = set.subtracting(entry.set)
        switch entry.cut {
        case .leaf:
            let piece = set.first
            guard piece < pieces.stories else { return }
            let variant = pieces.shelves[piece][cells.columns.count - 1].variants[cells.rows.count]!
            placements.append(Dummy.Placement(story: piece, cells: cells, variant: variant))
        case .stack:
            let cut = cells.rows.lowerBound + Int(entry.extent)
            let above = GridRect(columns: cells.columns, rows: cells.rows.lowerBound..<cut)
            let below = GridRect(columns: cells.columns, rows: cut + 1..<cells.rows.upperBound)
            read(rows.entries[Int(entry.first)], entry.set, in: above, into: &placements)
            read(rows.entries[Int(entry.second)], rest, in: below, into: &placements)
        case .beside:
            let cut = cells.columns.lowerBound + Int(entry.extent)
            let left = GridRect(columns: cells.columns.lowerBound..<cut, rows: cells.rows)
            let right = GridRect(columns: cut..<cells.columns.upperBound, rows: cells.rows)
            read(rows.entries[Int(entry.first)], entry.set, in: left, into: &placements)
            read(rows.entries[Int(entry.second)], rest, in: right, into: &placements)
        }
    }
}
