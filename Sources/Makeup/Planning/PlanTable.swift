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
struct PlanTable {
    /// How a rectangle is filled.
    struct Entry {
        var cost: Double
        /// The ranks of the headlines at the upper left and right corners, 0 for none.
        var left: UInt8
        var right: UInt8
        var cut: Cut
        /// Each part's place among all entries.
        var first: Int32 = 0
        var second: Int32 = 0
        /// The first part's set, and its rows or columns.
        var set: UInt32 = 0
        var extent: Int16 = 0
    }

    enum Cut: UInt8 {
        case leaf, stack, beside
    }

    let pieces: PlanPieces
    let columns: Int
    let limit: Int
    private var entries: ContiguousArray<Entry> = []
    /// For every set, width and number of rows where its entries begin, those that are no stack before those that are;
    /// one more pair closes each width.
    private var starts: [Int32]
    /// For every set and width the rows that it can fill at all.
    private var spans: [Range<Int>]
    /// For every set, width and number of rows its least cost, infinite where there is none.
    private var costs: [Double]

    /// - Parameters:
    ///   - columns, rows: the page's.
    init(_ pieces: PlanPieces, columns: Int, rows: Int, effort: PlanEffort) {
        self.pieces = pieces
        self.columns = columns
        limit = rows
        starts = Array(repeating: 0, count: (columns << pieces.count) * (rows + 2) * 2)
        spans = Array(repeating: 0..<0, count: columns << pieces.count)
        costs = Array(repeating: .infinity, count: (columns << pieces.count) * (rows + 2))
        guard pieces.count > 0 else { return }
        var builder = ShelfBuilder(pieces: pieces, columns: columns, limit: rows, effort: effort)
        for set in 1...pieces.all {
            for width in 1...columns {
                let span = entries.withUnsafeBufferPointer { entries in
                    starts.withUnsafeBufferPointer { starts in
                        spans.withUnsafeBufferPointer { spans in
                            builder.build(set, width, View(entries, starts, spans, columns, rows))
                        }
                    }
                }
                store(set, width, span, builder)
            }
        }
    }

    private mutating func store(_ set: UInt32, _ width: Int, _ span: Range<Int>, _ builder: ShelfBuilder) {
        let shelf = Int(set) * columns + width - 1
        let base = shelf * (limit + 2) * 2
        let first = Int32(entries.count)
        for index in 0..<min(span.lowerBound, limit + 2) * 2 { starts[base + index] = first }
        for rows in span {
            for kind in 0...1 {
                let start = entries.count
                starts[base + rows * 2 + kind] = Int32(start)
                builder.append(rows: rows, kind: kind, to: &entries)
                if start < entries.count {
                    let place = shelf * (limit + 2) + rows
                    costs[place] = min(costs[place], entries[start].cost)
                }
            }
        }
        for index in min(span.upperBound, limit + 1) * 2..<(limit + 2) * 2 {
            starts[base + index] = Int32(entries.count)
        }
        spans[shelf] = entries.count > Int(first) ? span : 0..<0
    }

    /// The rows that a set can fill in a width.
    func span(_ set: UInt32, columns width: Int) -> Range<Int> { spans[Int(set) * columns + width - 1] }

    private func start(_ set: UInt32, _ width: Int, _ rows: Int) -> Int {
        ((Int(set) * columns + width - 1) * (limit + 2) + rows) * 2
    }

    /// The cheapest entry of a set in a rectangle.
    func best(_ set: UInt32, columns width: Int, rows: Int) -> Entry? {
        place(set, columns: width, rows: rows).map { entries[$0] }
    }

    /// The cheapest entry of each kind in a rectangle.
    func ends(_ set: UInt32, columns width: Int, rows: Int) -> [Entry] {
        let index = start(set, width, rows)
        let first = Int(starts[index]), stacks = Int(starts[index + 1]), end = Int(starts[index + 2])
        return (first < stacks ? [entries[first]] : []) + (stacks < end ? [entries[stacks]] : [])
    }

    /// All entries of a set in a rectangle: one for each pair of headlines at its upper corners.
    func entries(_ set: UInt32, columns width: Int, rows: Int) -> ArraySlice<Entry> {
        let index = start(set, width, rows)
        return entries[Int(starts[index])..<Int(starts[index + 2])]
    }

    /// Of the two kinds each has its cheapest first.
    private func place(_ set: UInt32, columns width: Int, rows: Int) -> Int? {
        let index = start(set, width, rows)
        let first = Int(starts[index]), stacks = Int(starts[index + 1]), end = Int(starts[index + 2])
        if first == stacks { return stacks < end ? stacks : nil }
        return stacks < end && entries[stacks].cost < entries[first].cost ? stacks : first
    }

    /// Lets a search look up least costs as fast as memory goes.
    func withCosts<Result>(_ body: (Costs) -> Result) -> Result {
        costs.withUnsafeBufferPointer { costs in
            spans.withUnsafeBufferPointer { spans in
                body(Costs(costs: costs, spans: spans, columns: columns, limit: limit))
            }
        }
    }

    /// The least cost of every set in every rectangle, as bare memory.
    struct Costs {
        fileprivate let costs: UnsafeBufferPointer<Double>
        fileprivate let spans: UnsafeBufferPointer<Range<Int>>
        let columns: Int
        let limit: Int

        func span(_ set: UInt32, columns width: Int) -> Range<Int> { spans[Int(set) * columns + width - 1] }

        /// The least costs of a set by the number of rows.
        func leasts(_ set: UInt32, columns width: Int) -> UnsafePointer<Double> {
            costs.baseAddress! + (Int(set) * columns + width - 1) * (limit + 2)
        }

        /// Infinite when the set cannot fill the rectangle.
        func least(_ set: UInt32, columns width: Int, rows: Int) -> Double {
            costs[(Int(set) * columns + width - 1) * (limit + 2) + rows]
        }
    }

    /// What is built so far, as bare memory: the innermost loops of planning read it some ten million times.
    struct View {
        let entries: UnsafeBufferPointer<Entry>
        private let starts: UnsafeBufferPointer<Int32>
        private let spans: UnsafeBufferPointer<Range<Int>>
        private let columns: Int
        private let limit: Int

        init(
            _ entries: UnsafeBufferPointer<Entry>, _ starts: UnsafeBufferPointer<Int32>,
            _ spans: UnsafeBufferPointer<Range<Int>>, _ columns: Int, _ limit: Int
        ) {
            self.entries = entries
            self.starts = starts
            self.spans = spans
            self.columns = columns
            self.limit = limit
        }

        func span(_ set: UInt32, _ width: Int) -> Range<Int> { spans[Int(set) * columns + width - 1] }

        /// A rectangle's entries: those that are no stack, then, from the second number on, those that are.
        func range(_ set: UInt32, _ width: Int, _ rows: Int) -> (first: Int, stacks: Int, end: Int) {
            let index = ((Int(set) * columns + width - 1) * (limit + 2) + rows) * 2
            return (Int(starts[index]), Int(starts[index + 1]), Int(starts[index + 2]))
        }
    }

    /// The stories of a set in a rectangle, filled as cheaply as it can be.
    func placements(of set: UInt32, in cells: GridRect) -> [Dummy.Placement] {
        best(set, columns: cells.columns.count, rows: cells.rows.count).map { placements(of: $0, set, in: cells) } ?? []
    }

    /// The stories of a set in a rectangle, as an entry fills it; furniture stands where it is pinned.
    func placements(of entry: Entry, _ set: UInt32, in cells: GridRect) -> [Dummy.Placement] {
        var placements: [Dummy.Placement] = []
        read(entry, set, in: cells, into: &placements)
        return placements
    }

    private func read(_ entry: Entry, _ set: UInt32, in cells: GridRect, into placements: inout [Dummy.Placement]) {
        let rest = set ^ entry.set
        switch entry.cut {
        case .leaf:
            let piece = set.trailingZeroBitCount
            guard piece < pieces.stories else { return }
            let variant = pieces.shelves[piece][cells.columns.count - 1].variants[cells.rows.count]!
            placements.append(Dummy.Placement(story: piece, cells: cells, variant: variant))
        case .stack:
            let cut = cells.rows.lowerBound + Int(entry.extent)
            let above = GridRect(columns: cells.columns, rows: cells.rows.lowerBound..<cut)
            let below = GridRect(columns: cells.columns, rows: cut + 1..<cells.rows.upperBound)
            read(entries[Int(entry.first)], entry.set, in: above, into: &placements)
            read(entries[Int(entry.second)], rest, in: below, into: &placements)
        case .beside:
            let cut = cells.columns.lowerBound + Int(entry.extent)
            let left = GridRect(columns: cells.columns.lowerBound..<cut, rows: cells.rows)
            let right = GridRect(columns: cut..<cells.columns.upperBound, rows: cells.rows)
            read(entries[Int(entry.first)], entry.set, in: left, into: &placements)
            read(entries[Int(entry.second)], rest, in: right, into: &placements)
        }
    }
}
