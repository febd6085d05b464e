/// Finds the entries of one set in one width from those of the sets inside it.
struct ShelfBuilder {
    private let pieces: PlanPieces
    private let columns: Int
    private let limit: Int
    /// Corner headlines kept apart for each number of rows.
    private let kept: Int
    /// Room for the entries of every number of rows.
    private var slots: [PlanTable.Entry]
    private var counts: [Int]

    init(pieces: PlanPieces, columns: Int, limit: Int, kept: Int) {
        self.pieces = pieces
        self.columns = columns
        self.limit = limit
        self.kept = kept
        let empty = PlanTable.Entry(cost: .infinity, left: 0, right: 0, cut: .leaf)
        slots = Array(repeating: empty, count: (limit + 1) * kept)
        counts = Array(repeating: 0, count: limit + 1)
    }

    /// Builds the shelf and returns the rows that it may have entries for.
    mutating func build(_ set: UInt32, _ width: Int, _ table: PlanTable.View) -> Range<Int> {
        let lowest = max(1, pieces.leastCells(set) / width)
        let highest = min(limit, pieces.mostCells(set) / width + pieces.slack)
        guard lowest <= highest else { return 0..<0 }
        for rows in lowest...highest { counts[rows] = 0 }
        if set.nonzeroBitCount == 1 {
            leaf(set, width, lowest...highest)
        } else {
            parts(set, width, lowest...highest, table)
        }
        return lowest..<highest + 1
    }

    func append(rows: Int, to entries: inout ContiguousArray<PlanTable.Entry>) {
        entries.append(contentsOf: slots[rows * kept..<rows * kept + counts[rows]])
    }

    private mutating func leaf(_ set: UInt32, _ width: Int, _ span: ClosedRange<Int>) {
        let piece = set.trailingZeroBitCount
        let corner = UInt8(clamping: pieces.ranks[piece])
        for (rows, variant) in pieces.shelves[piece][width - 1].variants where span.contains(rows) {
            keep(PlanTable.Entry(cost: variant.cost, left: corner, right: corner, cut: .leaf), rows: rows)
        }
    }

    private mutating func parts(_ set: UInt32, _ width: Int, _ span: ClosedRange<Int>, _ table: PlanTable.View) {
        let top = pieces.pinned(to: .top) & set, bottom = pieces.pinned(to: .bottom) & set
        let left = pieces.pinned(to: .left) & set, right = pieces.pinned(to: .right) & set
        let isWide = left & right != 0, isHigh = top & bottom != 0
        var part = (set - 1) & set
        while part > 0 {
            let other = set ^ part
            if !isHigh, part & bottom == 0, other & top == 0 { stack(part, other, width, span, table) }
            if !isWide, width > 1, part & right == 0, other & left == 0 {
                for columns in 1..<width { beside(part, columns, other, width - columns, span, table) }
            }
            part = (part - 1) & set
        }
    }

    private mutating func stack(
        _ above: UInt32, _ below: UInt32, _ width: Int, _ span: ClosedRange<Int>, _ table: PlanTable.View
    ) {
        let upper = table.span(above, width), lower = table.span(below, width)
        if upper.isEmpty || lower.isEmpty { return }
        let inversion = pieces.bestRank(below) < pieces.bestRank(above) ? PlanCost.rankInversion : 0
        let weight = pieces.depth(below) / Double(limit)
        for upperRows in upper {
            let tops = table.range(above, width, upperRows)
            if tops.isEmpty { continue }
            let shift = weight * Double(upperRows + 1) + inversion
            let first = max(lower.lowerBound, span.lowerBound - upperRows - 1)
            let last = min(lower.upperBound - 1, span.upperBound - upperRows - 1)
            if first > last { return }
            for lowerRows in first...last {
                let feet = table.range(below, width, lowerRows)
                if feet.isEmpty { continue }
                let bottom = table.entries[feet.lowerBound].cost + shift
                let rows = upperRows + 1 + lowerRows
                for place in tops {
                    let top = table.entries[place]
                    let cost = top.cost + bottom
                    if isTooDear(cost, rows) { break }
                    keep(
                        PlanTable.Entry(
                            cost: cost, left: top.left, right: top.right, cut: .stack,
                            first: UInt8(place - tops.lowerBound), set: above, extent: Int16(upperRows)),
                        rows: rows)
                }
            }
        }
    }

    private mutating func beside(
        _ left: UInt32, _ leftWidth: Int, _ right: UInt32, _ rightWidth: Int, _ span: ClosedRange<Int>,
        _ table: PlanTable.View
    ) {
        let one = table.span(left, leftWidth), two = table.span(right, rightWidth)
        let first = max(one.lowerBound, two.lowerBound, span.lowerBound)
        let last = min(one.upperBound, two.upperBound, span.upperBound + 1)
        guard first < last else { return }
        let order = pieces.bestRank(right) < pieces.bestRank(left) ? PlanCost.rankAtRight : 0
        for rows in first..<last {
            let lefts = table.range(left, leftWidth, rows), rights = table.range(right, rightWidth, rows)
            if lefts.isEmpty || rights.isEmpty { continue }
            for i in lefts {
                let a = table.entries[i]
                for j in rights {
                    let b = table.entries[j]
                    if isTooDear(a.cost + b.cost + order, rows) { break }
                    keep(
                        PlanTable.Entry(
                            cost: a.cost + b.cost + order + PlanCost.butting(a.right, b.left), left: a.left,
                            right: b.right, cut: .beside, first: UInt8(i - lefts.lowerBound),
                            second: UInt8(j - rights.lowerBound), set: left, extent: Int16(leftWidth)),
                        rows: rows)
                }
            }
        }
    }

    private func isTooDear(_ cost: Double, _ rows: Int) -> Bool {
        counts[rows] == kept && cost >= slots[rows * kept + kept - 1].cost
    }

    /// Keeps the cheapest entry first, and of every pair of corners only the cheapest.
    private mutating func keep(_ entry: PlanTable.Entry, rows: Int) {
        if isTooDear(entry.cost, rows) { return }
        let base = rows * kept
        var count = counts[rows]
        var place = 0
        while place < count, slots[base + place].cost <= entry.cost {
            if slots[base + place].left == entry.left, slots[base + place].right == entry.right { return }
            place += 1
        }
        // What stands behind with the same corners goes, else the dearest where there is no room.
        var end = place
        while end < count, slots[base + end].left != entry.left || slots[base + end].right != entry.right { end += 1 }
        if end == count {
            if count == kept { end = count - 1 } else { count += 1 }
        }
        while end > place {
            slots[base + end] = slots[base + end - 1]
            end -= 1
        }
        slots[base + place] = entry
        counts[rows] = count
    }
}
