internal import Layouts

/// Finds the entries of one set in one width from those of the sets inside it.
struct TableBuilder {
    private let pieces: PlanProblem
    private let columns: Int
    private let limit: Int
    /// Corner headlines kept apart for each number of rows.
    private let kept: Int
    private let effort: SearchBudget
    /// What an entry of the set at hand may cost.
    private var cap = Cost.unreachable
    /// Room for the entries of every number of rows, those that are no stack and those that are.
    private var slots: [GuillotineTable.Entry]
    private var counts: [Int]

    init(pieces: PlanProblem, columns: Int, limit: Int, effort: SearchBudget) {
        self.effort = effort
        let kept = effort.kept
        self.pieces = pieces
        self.columns = columns
        self.limit = limit
        self.kept = kept
        let empty = GuillotineTable.Entry(cost: .unreachable, left: 0, right: 0, cut: .leaf)
        slots = Array(repeating: empty, count: (limit + 1) * kept * 2)
        counts = Array(repeating: 0, count: (limit + 1) * 2)
    }

    /// Builds the shelf and returns the rows that it has entries for, from the fewest to the most.
    mutating func build(_ set: StorySet, _ width: Int, _ table: borrowing GuillotineTable.Rows) -> Range<Int> {
        let isBand = pieces.stories(in: set) > effort.tableStories
        if isBand && (width < columns || !effort.hasBands) { return 0..<0 }
        let lowest = max(1, pieces.leastCells(set) / width)
        let highest = min(limit, pieces.mostCells(set) / width + pieces.slack)
        guard lowest <= highest else { return 0..<0 }
        cap = min(
            pieces.leastCost(set) + pieces.underFurniture(set)
                + effort.excess(of: pieces.leastCells(set), among: pieces.leastCells(pieces.all)),
            effort.ceiling - pieces.leastCost(pieces.all.subtracting(set)))
        for slot in lowest * 2..<(highest + 1) * 2 { counts[slot] = 0 }
        if set.count == 1 {
            leaf(set, width, lowest...highest)
        } else {
            parts(set, width, lowest...highest, isBand: isBand, table)
        }
        return filled(lowest...highest)
    }

    /// Of some rows those between the first and the last that have entries.
    private func filled(_ span: ClosedRange<Int>) -> Range<Int> {
        func isFilled(_ rows: Int) -> Bool { counts[rows * 2] + counts[rows * 2 + 1] > 0 }
        guard let first = span.first(where: isFilled), let last = span.last(where: isFilled) else { return 0..<0 }
        return first..<last + 1
    }

    /// - Parameter kind: 0 for the entries that are no stack, 1 for those that are.
    func append(rows: Int, kind: Int, to entries: inout SearchArray<GuillotineTable.Entry>) {
        let slot = rows * 2 + kind
        // Most are empty.
        for place in 0..<counts[slot] { entries.append(slots[slot * kept + place]) }
    }

    private mutating func leaf(_ set: StorySet, _ width: Int, _ span: ClosedRange<Int>) {
        let piece = set.first
        for variant in pieces.shelves[piece][width - 1].variants.values where span.contains(variant.rows) {
            let (left, right) = variant.corners(rank: pieces.ranks[piece])
            keep(GuillotineTable.Entry(cost: variant.cost, left: left, right: right, cut: .leaf), variant.rows * 2)
        }
    }

    /// - Parameter isBand: whether the set is too large to be anything but bands, one above the other.
    private mutating func parts(
        _ set: StorySet, _ width: Int, _ span: ClosedRange<Int>, isBand: Bool, _ table: borrowing GuillotineTable.Rows
    ) {
        let top = pieces.pinned(to: .top).intersection(set), bottom = pieces.pinned(to: .bottom).intersection(set)
        let left = pieces.pinned(to: .left).intersection(set), right = pieces.pinned(to: .right).intersection(set)
        let isWide = !left.isDisjoint(with: right), isHigh = !top.isDisjoint(with: bottom)
        for part in set.parts {
            let other = set.subtracting(part)
            if isBand && pieces.stories(in: part) > effort.tableStories { continue }
            let inOrder =
                !effort.keepsRanks || pieces.bestRank(part) <= pieces.bestRank(other) || pieces.isFurniture(part)
            if !isHigh, inOrder, part.isDisjoint(with: bottom), other.isDisjoint(with: top) {
                stack(part, other, width, span, table)
            }
            if !isBand, !isWide, inOrder, width > 1, part.isDisjoint(with: right), other.isDisjoint(with: left) {
                for columns in 1..<width { beside(part, columns, other, width - columns, span, table) }
            }
        }
    }

    private mutating func stack(
        _ above: StorySet, _ below: StorySet, _ width: Int, _ span: ClosedRange<Int>,
        _ table: borrowing GuillotineTable.Rows
    ) {
        let shelves = (upper: table.shelf(above, width), lower: table.shelf(below, width))
        let upper = shelves.upper.span, lower = shelves.lower.span
        if upper.isEmpty || lower.isEmpty { return }
        var charge = Cost.zero
        pieces.pricing.addStack(
            of: pieces.bestRank(above), over: pieces.bestRank(below), columns: width, to: &charge)
        let depthOfRow = pieces.depthOfRow(below)
        for upperRows in upper {
            let (first, stacks, _) = table.range(shelves.upper, upperRows)
            if first == stacks { continue }
            let shift = depthOfRow * (upperRows + 1) + charge
            let least = max(lower.lowerBound, span.lowerBound - upperRows - 1)
            let most = min(lower.upperBound - 1, span.upperBound - upperRows - 1)
            if least > most { return }
            for lowerRows in least...most {
                guard let foot = cheapest(table.range(shelves.lower, lowerRows), table) else { continue }
                let bottom = table.entries[foot].cost + shift
                let slot = (upperRows + 1 + lowerRows) * 2 + 1
                for place in first..<stacks {
                    let top = table.entries[place]
                    let cost = top.cost + bottom
                    if isTooDear(cost, slot) { break }
                    keep(
                        GuillotineTable.Entry(
                            cost: cost, left: top.left, right: top.right, cut: .stack, first: Int32(place),
                            second: Int32(foot), set: above, extent: Int16(upperRows)),
                        slot)
                }
            }
        }
    }

    private func cheapest(_ range: (first: Int, stacks: Int, end: Int), _ table: borrowing GuillotineTable.Rows) -> Int?
    {
        if range.first == range.stacks { return range.stacks < range.end ? range.stacks : nil }
        let isStack = range.stacks < range.end && table.entries[range.stacks].cost < table.entries[range.first].cost
        return isStack ? range.stacks : range.first
    }

    private mutating func beside(
        _ left: StorySet, _ leftWidth: Int, _ right: StorySet, _ rightWidth: Int, _ span: ClosedRange<Int>,
        _ table: borrowing GuillotineTable.Rows
    ) {
        let shelves = (left: table.shelf(left, leftWidth), right: table.shelf(right, rightWidth))
        let one = shelves.left.span, two = shelves.right.span
        let first = max(one.lowerBound, two.lowerBound, span.lowerBound)
        let last = min(one.upperBound, two.upperBound, span.upperBound + 1)
        guard first < last else { return }
        let pricing = pieces.pricing, ranks = (pieces.bestRank(left), pieces.bestRank(right))
        let isSingle = left.count == 1
        for rows in first..<last {
            var fixed = Cost.zero
            pricing.addNeighbours(ranks.0, ranks.1, rows: rows, to: &fixed)
            // The left part is a leaf or a stack.
            let lefts = table.range(shelves.left, rows)
            let from = isSingle ? lefts.first : lefts.stacks, to = isSingle ? lefts.stacks : lefts.end
            if from == to { continue }
            let rights = table.range(shelves.right, rows)
            if rights.first == rights.end { continue }
            let slot = rows * 2
            for i in from..<to {
                let a = table.entries[i]
                for j in rights.first..<rights.end {
                    let b = table.entries[j]
                    if isTooDear(a.cost + b.cost + fixed, slot) { continue }
                    keep(
                        GuillotineTable.Entry(
                            cost: a.cost + b.cost + fixed + pricing.butting(a.right, b.left), left: a.left,
                            right: b.right, cut: .beside, first: Int32(i), second: Int32(j), set: left,
                            extent: Int16(leftWidth)),
                        slot)
                }
            }
        }
    }

    private func isTooDear(_ cost: Cost, _ slot: Int) -> Bool {
        cost > cap || counts[slot] == kept && cost >= slots[slot * kept + kept - 1].cost
    }

    /// Keeps the cheapest entry first, and of every pair of corners only the cheapest.
    private mutating func keep(_ entry: GuillotineTable.Entry, _ slot: Int) {
        if isTooDear(entry.cost, slot) { return }
        let base = slot * kept
        var count = counts[slot]
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
        counts[slot] = count
    }
}
