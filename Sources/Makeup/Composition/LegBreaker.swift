internal import Layouts
internal import Typesetting

/// Cuts a galley into the legs of a module. The best cut has legs that end level, and no single line of a paragraph at
/// the head or foot of a leg.
struct LegBreaker {
    private let lines: [GalleyLine]
    /// The rows of the galley before each line, then the total.
    private let rows: [Int]
    /// The cost of ending a leg before each line.
    private let breakCost: [Cost]
    private let prices: Prices.Legs

    init(_ galley: Galley, _ prices: Prices.Legs) {
        lines = galley.lines
        self.prices = prices
        var rows = [0], costs = [Cost.zero]
        for index in lines.indices {
            rows.append(rows[index] + lines[index].rows)
            costs.append(index + 1 < lines.count ? Self.cost(lines, endingBefore: index + 1, prices) : .zero)
        }
        self.rows = rows
        breakCost = costs
    }

    private static func cost(_ lines: [GalleyLine], endingBefore index: Int, _ prices: Prices.Legs) -> Cost {
        let above = lines[index - 1], below = lines[index]
        var cost = Cost.zero
        if above.kind == .subhead { cost += prices.subheadAtLegFoot }
        if index > 1, lines[index - 2].kind == .subhead, !above.isLast { cost += prices.subheadOverOneLine }
        if below.isLast && !below.isFirst { cost += prices.loneLastLine }
        if above.isFirst && !above.isLast && above.kind != .subhead { cost += prices.loneFirstLine }
        return cost
    }

    /// The lines of each leg, the lines that do not fit, and the cost of the cut.
    struct Cut: Hashable, Sendable {
        var legs: [Range<Int>]
        var overset: Range<Int>
        var cost: Cost
    }

    /// The first legs of a cut: the line before which the last of them ends, and the index of the step for the legs
    /// before it.
    private struct Step {
        var cost: Cost
        var end: Int
        var parent: Int
    }

    /// The cheapest cut into legs.
    ///
    /// - Parameter capacity: the rows that each leg holds.
    func cut(_ capacity: [Int]) -> Cut {
        let count = lines.count
        var steps = [Step(cost: .zero, end: 0, parent: -1)]
        var open = 0..<1
        for (leg, room) in capacity.enumerated() {
            let firstNew = steps.count
            let isLast = leg == capacity.count - 1
            for parent in open {
                let start = steps[parent].end
                let end = Self.lastEnd(from: start, room, rows)
                for candidate in stride(from: end, through: max(start, end - prices.mostRowsShort), by: -1) {
                    let short = room - (rows[candidate] - rows[start])
                    var cost = steps[parent].cost + shortage(short, leg: leg, of: capacity.count)
                    if candidate > start { cost += breakCost[candidate] }
                    if isLast { cost += prices.oversetRow * (rows[count] - rows[candidate]) }
                    add(Step(cost: cost, end: candidate, parent: parent), &steps, firstNew)
                }
            }
            open = firstNew..<steps.count
        }
        let best = open.min { (steps[$0].cost, -steps[$0].end) < (steps[$1].cost, -steps[$1].end) }!
        var legs: [Range<Int>] = []
        var index = best
        while index > 0 {
            let parent = steps[index].parent
            legs.append(steps[parent].end..<steps[index].end)
            index = parent
        }
        return Cut(legs: legs.reversed(), overset: steps[best].end..<count, cost: steps[best].cost)
    }

    /// The cost of the best cut; nil when the cut leaves lines over, or when its cost is not below a limit.
    ///
    /// Planning compares many thousands of cuts and makes few of them, so this computes the cost alone.
    ///
    /// - Parameter room: the rows that a leg holds.
    func cost(legs: Int, below limit: Cost = .unreachable, _ room: (_ leg: Int) -> Int) -> Cost? {
        let count = lines.count, mostRowsShort = prices.mostRowsShort
        return withUnsafeTemporaryAllocation(of: Cost.self, capacity: 2 * (count + 1)) { costs in
            rows.withUnsafeBufferPointer { rows in
                breakCost.withUnsafeBufferPointer { breakCost in
                    // For each line at which a leg may end, the cost of the cut up to there: `old` with the legs so
                    // far, `new` with the next leg.
                    var old = costs.baseAddress!, new = old + count + 1
                    var first = 0, last = 0
                    old[0] = .zero
                    for leg in 0..<legs {
                        let room = room(leg)
                        var from = count + 1, to = count
                        var least = Cost.unreachable
                        for start in first...last where old[start].isReachable {
                            var candidate = Self.lastEnd(from: start, room, rows)
                            let lowest = max(start, candidate - mostRowsShort)
                            if from > count { (from, to) = (lowest, lowest - 1) }
                            while from > lowest {
                                from -= 1
                                new[from] = .unreachable
                            }
                            while to < candidate {
                                to += 1
                                new[to] = .unreachable
                            }
                            while candidate >= lowest {
                                let short = room - (rows[candidate] - rows[start])
                                var cost = old[start] + shortage(short, leg: leg, of: legs)
                                if candidate > start { cost += breakCost[candidate] }
                                new[candidate] = min(new[candidate], cost)
                                least = min(least, cost)
                                candidate -= 1
                            }
                        }
                        if least >= limit { return nil }
                        (first, last) = (from, to)
                        swap(&old, &new)
                    }
                    // A cut that costs as much as an overset row counts as one that leaves lines over.
                    return last == count && old[count] < min(limit, prices.oversetRow) ? old[count] : nil
                }
            }
        }
    }

    /// The last line before which a leg of `room` rows may end. Every line has at least one row.
    ///
    /// - Parameter rows: the rows of the galley before each line, then the total.
    private static func lastEnd<Rows: RandomAccessCollection<Int>>(from start: Int, _ room: Int, _ rows: Rows) -> Int
    where Rows.Index == Int {
        var end = min(rows.count - 1, start + max(0, room))
        while end > start, rows[end] - rows[start] > room { end -= 1 }
        return end
    }

    private func add(_ step: Step, _ steps: inout [Step], _ firstNew: Int) {
        for index in firstNew..<steps.count where steps[index].end == step.end {
            if step.cost < steps[index].cost { steps[index] = step }
            return
        }
        steps.append(step)
    }

    private func shortage(_ rows: Int, leg: Int, of count: Int) -> Cost {
        guard rows > 0 else { return .zero }
        let beyond = rows - 1
        return prices.unevenLeg + prices.earlierLegShort * (count - leg) + prices.holeAtLegFoot * (beyond * beyond)
    }
}
