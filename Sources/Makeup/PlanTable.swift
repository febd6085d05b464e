internal import Layouts

/// The cheapest ways to fill a rectangle of so many columns and rows with exactly the pieces of a set, for every set
/// (dynamic programming over guillotine dummies):
///
///     leaf     one piece in one of its variants
///     stack    one part above another, a white row between
///     beside   one part beside another
///
/// Of ways with the same number of rows those are kept apart that show other headlines at their upper corners, because
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
        /// Each part's place among the entries of its rows.
        var first: UInt8 = 0
        var second: UInt8 = 0
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
    /// For every set, width and number of rows where its entries begin; one more closes each width.
    private var starts: [Int32]
    /// For every set and width the rows that it can fill at all.
    private var spans: [Range<Int>]

    /// - Parameters:
    ///   - columns, rows: the page's.
    ///   - kept: how many entries with other corners stay for each number of rows, at most 255.
    init(_ pieces: PlanPieces, columns: Int, rows: Int, kept: Int) {
        self.pieces = pieces
        self.columns = columns
        limit = rows
        starts = Array(repeating: 0, count: (columns << pieces.count) * (rows + 2))
        spans = Array(repeating: 0..<0, count: columns << pieces.count)
        guard pieces.count > 0 else { return }
        var builder = ShelfBuilder(pieces: pieces, columns: columns, limit: rows, kept: kept)
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
        let base = shelf * (limit + 2)
        let first = Int32(entries.count)
        for rows in 0..<min(span.lowerBound, limit + 2) { starts[base + rows] = first }
        for rows in span {
            starts[base + rows] = Int32(entries.count)
            builder.append(rows: rows, to: &entries)
        }
        for rows in min(span.upperBound, limit + 1)...limit + 1 { starts[base + rows] = Int32(entries.count) }
        spans[shelf] = entries.count > Int(first) ? span : 0..<0
    }

    /// The rows that a set can fill in a width.
    func span(_ set: UInt32, columns width: Int) -> Range<Int> { spans[Int(set) * columns + width - 1] }

    /// Where a rectangle's entries stand, the cheapest first.
    private func range(_ set: UInt32, columns width: Int, rows: Int) -> Range<Int> {
        let index = (Int(set) * columns + width - 1) * (limit + 2) + rows
        return Int(starts[index])..<Int(starts[index + 1])
    }

    /// The cheapest entry of a set in a rectangle.
    func best(_ set: UInt32, columns width: Int, rows: Int) -> Entry? {
        let range = range(set, columns: width, rows: rows)
        return range.isEmpty ? nil : entries[range.lowerBound]
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

        func range(_ set: UInt32, _ width: Int, _ rows: Int) -> Range<Int> {
            let index = (Int(set) * columns + width - 1) * (limit + 2) + rows
            return Int(starts[index])..<Int(starts[index + 1])
        }
    }

    /// Writes down the stories of an entry; furniture stands where it is pinned.
    func read(_ set: UInt32, in cells: GridRect, place: Int = 0, into placements: inout [Dummy.Placement]) {
        let entry = entries[range(set, columns: cells.columns.count, rows: cells.rows.count).lowerBound + place]
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
            read(entry.set, in: above, place: Int(entry.first), into: &placements)
            read(rest, in: below, place: Int(entry.second), into: &placements)
        case .beside:
            let cut = cells.columns.lowerBound + Int(entry.extent)
            let left = GridRect(columns: cells.columns.lowerBound..<cut, rows: cells.rows)
            let right = GridRect(columns: cut..<cells.columns.upperBound, rows: cells.rows)
            read(entry.set, in: left, place: Int(entry.first), into: &placements)
            read(rest, in: right, place: Int(entry.second), into: &placements)
        }
    }
}
