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

    /// The entries of one set in one width, by rows.
    struct Shelf {
        var lowest = 0
        var entries: [Entry] = []
        /// Where the entries of each number of rows begin, and one past the last.
        var starts: [Int32] = [0]

        var rows: Range<Int> { lowest..<lowest + starts.count - 1 }

        func range(rows: Int) -> Range<Int> {
            let index = rows - lowest
            guard index >= 0, index < starts.count - 1 else { return 0..<0 }
            return Int(starts[index])..<Int(starts[index + 1])
        }
    }

    let pieces: PlanPieces
    let columns: Int
    let limit: Int
    private var shelves: [Shelf]
    /// Corner headlines kept apart for each number of rows.
    private let kept: Int

    subscript(set: UInt32, columns: Int) -> Shelf { shelves[Int(set) * self.columns + columns - 1] }

    /// The cheapest entry of a set in a rectangle.
    func best(_ set: UInt32, columns: Int, rows: Int) -> Entry? {
        let index = Int(set) * self.columns + columns - 1
        let range = shelves[index].range(rows: rows)
        return range.isEmpty ? nil : shelves[index].entries[range.lowerBound]
    }

    /// - Parameters:
    ///   - columns, rows: the page's.
    ///   - kept: how many entries with other corners stay for each number of rows, at most 255.
    init(_ pieces: PlanPieces, columns: Int, rows: Int, kept: Int) {
        self.pieces = pieces
        self.columns = columns
        self.kept = kept
        limit = rows
        shelves = Array(repeating: Shelf(), count: columns << pieces.count)
        guard pieces.count > 0 else { return }
        for set in 1...pieces.all {
            for width in 1...columns {
                var builder = ShelfBuilder(self, set, width)
                shelves[Int(set) * columns + width - 1] = builder.build()
            }
        }
    }

    /// Builds one shelf from those of the sets inside its own.
    private struct ShelfBuilder {
        let table: PlanTable
        let set: UInt32
        let width: Int
        let lowest: Int
        let highest: Int
        var slots: [Entry] = []
        var counts: [Int] = []

        init(_ table: PlanTable, _ set: UInt32, _ width: Int) {
            self.table = table
            self.set = set
            self.width = width
            lowest = max(1, table.pieces.leastCells(set) / width)
            highest = min(table.limit, table.pieces.mostCells(set) / width + table.pieces.slack)
        }

        private var pieces: PlanPieces { table.pieces }

        mutating func build() -> Shelf {
            guard lowest <= highest else { return Shelf() }
            let empty = Entry(cost: .infinity, left: 0, right: 0, cut: .leaf)
            slots = Array(repeating: empty, count: (highest - lowest + 1) * table.kept)
            counts = Array(repeating: 0, count: highest - lowest + 1)
            if set.nonzeroBitCount == 1 { leaf() } else { parts() }
            var shelf = Shelf(lowest: lowest)
            for index in counts.indices {
                shelf.entries += slots[index * table.kept..<index * table.kept + counts[index]]
                shelf.starts.append(Int32(shelf.entries.count))
            }
            return shelf
        }

        private mutating func leaf() {
            let piece = set.trailingZeroBitCount
            let corner = UInt8(clamping: pieces.ranks[piece])
            for (rows, variant) in pieces.shelves[piece][width - 1].variants where rows >= lowest && rows <= highest {
                keep(Entry(cost: variant.cost, left: corner, right: corner, cut: .leaf), rows: rows)
            }
        }

        private mutating func parts() {
            let top = pieces.pinned(to: .top) & set, bottom = pieces.pinned(to: .bottom) & set
            let left = pieces.pinned(to: .left) & set, right = pieces.pinned(to: .right) & set
            let isWide = left & right != 0, isHigh = top & bottom != 0
            var part = (set - 1) & set
            while part > 0 {
                let other = set ^ part
                if !isHigh, part & bottom == 0, other & top == 0 { stack(part, other) }
                if !isWide, part & right == 0, other & left == 0 {
                    for columns in 1..<max(width, 1) { beside(part, columns, other, width - columns) }
                }
                part = (part - 1) & set
            }
        }

        private mutating func stack(_ above: UInt32, _ below: UInt32) {
            let upper = table[above, width], lower = table[below, width]
            if upper.entries.isEmpty || lower.entries.isEmpty { return }
            let inversion = pieces.bestRank(below) < pieces.bestRank(above) ? PlanCost.rankInversion : 0
            let weight = pieces.depth(below) / Double(table.limit)
            for upperRows in upper.rows {
                let tops = upper.range(rows: upperRows)
                if tops.isEmpty { continue }
                let shift = weight * Double(upperRows + 1) + inversion
                let first = max(lower.lowest, lowest - upperRows - 1)
                let last = min(lower.rows.upperBound - 1, highest - upperRows - 1)
                guard first <= last else { continue }
                for lowerRows in first...last {
                    let feet = lower.range(rows: lowerRows)
                    if feet.isEmpty { continue }
                    let bottom = lower.entries[feet.lowerBound].cost + shift
                    for place in tops {
                        let top = upper.entries[place]
                        keep(
                            Entry(
                                cost: top.cost + bottom, left: top.left, right: top.right, cut: .stack,
                                first: UInt8(place - tops.lowerBound), set: above, extent: Int16(upperRows)),
                            rows: upperRows + 1 + lowerRows)
                    }
                }
            }
        }

        private mutating func beside(_ left: UInt32, _ leftWidth: Int, _ right: UInt32, _ rightWidth: Int) {
            let one = table[left, leftWidth], two = table[right, rightWidth]
            let first = max(one.lowest, two.lowest, lowest)
            let last = min(one.rows.upperBound, two.rows.upperBound, highest + 1)
            guard first < last else { return }
            let order = pieces.bestRank(right) < pieces.bestRank(left) ? PlanCost.rankAtRight : 0
            for rows in first..<last {
                let lefts = one.range(rows: rows), rights = two.range(rows: rows)
                for i in lefts {
                    let a = one.entries[i]
                    for j in rights {
                        let b = two.entries[j]
                        keep(
                            Entry(
                                cost: a.cost + b.cost + order + PlanCost.butting(a.right, b.left), left: a.left,
                                right: b.right, cut: .beside, first: UInt8(i - lefts.lowerBound),
                                second: UInt8(j - rights.lowerBound), set: left, extent: Int16(leftWidth)),
                            rows: rows)
                    }
                }
            }
        }

        /// Keeps the cheapest entry first, and of every pair of corners only the cheapest.
        private mutating func keep(_ entry: Entry, rows: Int) {
            let index = rows - lowest, base = index * table.kept
            var count = counts[index]
            if count == table.kept, entry.cost >= slots[base + count - 1].cost { return }
            var place = 0
            while place < count, slots[base + place].cost <= entry.cost {
                if slots[base + place].left == entry.left, slots[base + place].right == entry.right { return }
                place += 1
            }
            // What stands behind with the same corners goes, else the dearest where there is no room.
            var end = place
            while end < count, slots[base + end].left != entry.left || slots[base + end].right != entry.right { end += 1 }
            if end == count {
                if count == table.kept { end = count - 1 } else { count += 1 }
            }
            while end > place {
                slots[base + end] = slots[base + end - 1]
                end -= 1
            }
            slots[base + place] = entry
            counts[index] = count
        }
    }

    /// Writes down the stories of an entry; furniture stands where it is pinned.
    func read(_ set: UInt32, in cells: GridRect, place: Int = 0, into placements: inout [Dummy.Placement]) {
        let shelf = self[set, cells.columns.count]
        let entry = shelf.entries[shelf.range(rows: cells.rows.count).lowerBound + place]
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
