internal import Layouts

/// The page as four parts that turn about a fifth, so that no gutter and no rule runs right through it:
///
///     1 1 1 1 2        2 1 1 1 1
///     4 5 5 5 2        2 5 5 5 4
///     4 5 5 5 2        2 5 5 5 4
///     4 3 3 3 3        3 3 3 3 4
///
/// Of each part only its rectangle and its stories are chosen here; how it is filled the table knows.
struct Pinwheel {
    private let costs: PlanTable.Costs
    private let table: PlanTable
    private let effort: PlanEffort
    /// The pieces to be placed.
    private let all: UInt32
    /// The cost to be beaten, and the best way that does.
    private var limit: Double
    private var best: Found?

    struct Found {
        var cost: Double
        var parts: [(cells: GridRect, set: UInt32, entry: PlanTable.Entry)]
    }

    /// The cheapest pinwheel of a set; nil when none is cheaper than the cost to be beaten.
    static func best(of set: UInt32, in table: PlanTable, _ effort: PlanEffort, below limit: Double) -> Found? {
        table.withCosts { costs in
            var pinwheel = Pinwheel(costs: costs, table: table, effort: effort, all: set, limit: limit)
            pinwheel.search()
            return pinwheel.best
        }
    }

    private static let leastStories = 5

    private var pieces: PlanPieces { table.pieces }
    private var columns: Int { costs.columns }
    private var rows: Int { costs.limit }

    private mutating func search() {
        guard all.nonzeroBitCount >= Self.leastStories else { return }
        for shape in PinwheelShape.all(columns: columns) { turn(shape) }
    }

    private mutating func turn(_ shape: PinwheelShape) {
        let least = PinwheelShape.leastRows, gap = least + 1
        let top = pieces.pinned(to: .top), foot = pieces.pinned(to: .bottom)
        let left = pieces.pinned(to: .left), right = pieces.pinned(to: .right)
        // What is pinned to a corner stands in the part at that corner.
        let atFlatTop = top & (shape.flatIsLeft ? left : right), atTallTop = top & (shape.flatIsLeft ? right : left)
        let atFlatFoot = foot & (shape.flatIsLeft ? right : left), atTallFoot = foot & (shape.flatIsLeft ? left : right)
        guard atFlatTop & atTallTop == 0, atFlatFoot & atTallFoot == 0 else { return }
        let free = all & ~(atFlatTop | atTallTop | atFlatFoot | atTallFoot)
        let flatWidth = shape.flatTop.count, tallWidth = shape.tallTop.count
        let unit = 1 / Double(rows)
        var one = free
        while true {
            let first = one | atFlatTop
            let highs = costs.span(first, columns: flatWidth)
            if one.nonzeroBitCount <= effort.partStories, !highs.isEmpty {
                for high in highs.clamped(to: least..<max(least, rows - 2 * gap + 1)) {
                    let cost = costs.least(first, columns: flatWidth, rows: high)
                    guard cost + pieces.leastCost(all ^ first) < limit else { continue }
                    var two = free ^ one
                    while true {
                        let second = two | atTallTop
                        let rest = all ^ first ^ second
                        // What is not at the head stands at least under the flat part.
                        let others = pieces.leastCost(rest) + pieces.depth(rest) * Double(high + 1) * unit
                        if two.nonzeroBitCount <= effort.partStories, mayHead(first | second),
                            cost + pieces.leastCost(second) + others < limit
                        {
                            let lows = costs.span(second, columns: tallWidth)
                            for low in lows.clamped(to: high + gap..<max(high + gap, rows - least)) {
                                let both = cost + costs.least(second, columns: tallWidth, rows: low)
                                guard both + others < limit else { continue }
                                let head = Head(first: first, second: second, high: high, low: low, cost: both)
                                self.foot(head, free ^ one ^ two, shape, atFlatFoot, atTallFoot)
                            }
                        }
                        if two == 0 { break }
                        two = (two - 1) & (free ^ one)
                    }
                }
            }
            if one == 0 { return }
            one = (one - 1) & free
        }
    }

    /// Whether the highest rank of the page is among a set, as a head's has to be.
    private func mayHead(_ set: UInt32) -> Bool {
        !effort.keepsRanks || pieces.bestRank(set) == pieces.bestRank(all)
    }

    /// The upper two parts, filled.
    private struct Head {
        var first, second: UInt32
        var high, low: Int
        var cost: Double
    }

    private mutating func foot(
        _ head: Head, _ free: UInt32, _ shape: PinwheelShape, _ atFlatFoot: UInt32, _ atTallFoot: UInt32
    ) {
        let unit = 1 / Double(rows)
        let flatRows = rows - head.low - 1, tallRows = rows - head.high - 1, middleRows = head.low - head.high - 1
        let flatWidth = shape.flatFoot.count, tallWidth = shape.tallFoot.count, middleWidth = shape.middle.count
        var three = free
        while three != 0 {
            defer { three = (three - 1) & free }
            guard three.nonzeroBitCount <= effort.partStories else { continue }
            let third = three | atFlatFoot
            let rest = free ^ three
            let soFar =
                head.cost + costs.least(third, columns: flatWidth, rows: flatRows)
                + pieces.depth(third) * Double(head.low + 1) * unit
            guard soFar + pieces.leastCost(rest | atTallFoot) < limit else { continue }
            var four = rest
            while true {
                let fourth = four | atTallFoot, fifth = rest ^ four
                if fifth != 0, fourth != 0, max(four.nonzeroBitCount, fifth.nonzeroBitCount) <= effort.partStories {
                    let cost =
                        soFar + costs.least(fourth, columns: tallWidth, rows: tallRows)
                        + costs.least(fifth, columns: middleWidth, rows: middleRows)
                        + (pieces.depth(fourth) + pieces.depth(fifth)) * Double(head.high + 1) * unit
                    if cost < limit { take(head, shape, third, fourth, fifth, cost) }
                }
                if four == 0 { break }
                four = (four - 1) & rest
            }
        }
    }

    /// Charges the headlines that butt, and takes the page if it is still the best.
    private mutating func take(
        _ head: Head, _ shape: PinwheelShape, _ third: UInt32, _ fourth: UInt32, _ fifth: UInt32, _ cost: Double
    ) {
        let frames = shape.frames(high: head.high, low: head.low, of: rows)
        let sets = [head.first, head.second, third, fourth, fifth]
        guard let (one, two) = pair(sets[0], frames[0], sets[1], frames[1]),
            let (four, five) = pair(sets[3], frames[3], sets[4], frames[4]),
            let three = table.best(third, columns: frames[2].columns.count, rows: frames[2].rows.count)
        else { return }
        let least = zip(sets, frames).reduce(0) {
            $0 + costs.least($1.0, columns: $1.1.columns.count, rows: $1.1.rows.count)
        }
        let entries = [one, two, three, four, five]
        let cost =
            cost - least + entries.reduce(0) { $0 + $1.cost } + butting(one, frames[0], two, frames[1])
            + butting(four, frames[3], five, frames[4])
        guard cost < limit else { return }
        limit = cost
        best = Found(cost: cost, parts: zip(frames, zip(sets, entries)).map { ($0, $1.0, $1.1) })
    }

    /// The cheapest fillings of two parts side by side, the headlines that meet at their upper corners charged.
    private func pair(
        _ a: UInt32, _ one: GridRect, _ b: UInt32, _ two: GridRect
    ) -> (PlanTable.Entry, PlanTable.Entry)? {
        var least = Double.infinity
        var pair: (PlanTable.Entry, PlanTable.Entry)?
        for first in table.entries(a, columns: one.columns.count, rows: one.rows.count) {
            for second in table.entries(b, columns: two.columns.count, rows: two.rows.count) {
                let cost = first.cost + second.cost + butting(first, one, second, two)
                if cost < least { (least, pair) = (cost, (first, second)) }
            }
        }
        return pair
    }

    private func butting(_ a: PlanTable.Entry, _ one: GridRect, _ b: PlanTable.Entry, _ two: GridRect) -> Double {
        one.columns.lowerBound < two.columns.lowerBound
            ? PlanCost.butting(a.right, b.left) : PlanCost.butting(b.right, a.left)
    }
}
