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
    let table: PlanTable
    /// The cost to be beaten, and the best way that does.
    private var limit: Double
    private var best: Found?

    struct Found {
        var cost: Double
        var parts: [(cells: GridRect, set: UInt32)]
    }

    init(table: PlanTable, below limit: Double) {
        self.table = table
        self.limit = limit
    }

    /// Fewer rows make no part of a page.
    private static let leastRows = 8
    private static let leastStories = 5

    private var pieces: PlanPieces { table.pieces }
    private var columns: Int { table.columns }
    private var rows: Int { table.limit }

    /// The cheapest pinwheel, nil when none is cheaper than the cost to be beaten.
    mutating func search(_ set: UInt32) -> Found? {
        guard columns >= 3, pieces.stories >= Self.leastStories else { return nil }
        for wide in (columns + 1) / 2..<columns {
            for narrow in 1...columns / 2 where narrow < wide {
                turn(set, Shape(flatTop: 0..<wide, tallTop: wide..<columns, flatFoot: narrow..<columns, tallFoot: 0..<narrow))
                turn(
                    set,
                    Shape(
                        flatTop: columns - wide..<columns, tallTop: 0..<columns - wide, flatFoot: 0..<columns - narrow,
                        tallFoot: columns - narrow..<columns))
            }
        }
        return best
    }

    /// The columns of the four outer parts.
    private struct Shape {
        var flatTop, tallTop, flatFoot, tallFoot: Range<Int>

        var flatIsLeft: Bool { flatTop.lowerBound == 0 }
        var middle: Range<Int> {
            flatIsLeft ? tallFoot.upperBound..<flatTop.upperBound : flatTop.lowerBound..<tallFoot.lowerBound
        }
    }

    private mutating func turn(_ set: UInt32, _ shape: Shape) {
        let gap = Self.leastRows + 1
        let top = pieces.pinned(to: .top), foot = pieces.pinned(to: .bottom)
        let left = pieces.pinned(to: .left), right = pieces.pinned(to: .right)
        // What is pinned to a corner stands in the part at that corner.
        let atFlatTop = top & (shape.flatIsLeft ? left : right), atTallTop = top & (shape.flatIsLeft ? right : left)
        let atFlatFoot = foot & (shape.flatIsLeft ? right : left), atTallFoot = foot & (shape.flatIsLeft ? left : right)
        guard atFlatTop & atTallTop == 0, atFlatFoot & atTallFoot == 0 else { return }
        let free = set & ~(atFlatTop | atTallTop | atFlatFoot | atTallFoot)
        forEachPart(of: free) { one in
            let first = one | atFlatTop
            let highs = table.span(first, columns: shape.flatTop.count)
            for high in highs.clamped(to: Self.leastRows..<max(Self.leastRows, rows - 2 * gap)) {
                guard let a = table.best(first, columns: shape.flatTop.count, rows: high),
                    a.cost + pieces.leastCost(set ^ first) < limit
                else { continue }
                forEachPart(of: free ^ one) { two in
                    let second = two | atTallTop
                    let lows = table.span(second, columns: shape.tallTop.count)
                    let rest = set ^ first ^ second
                    for low in lows.clamped(to: high + gap..<max(high + gap, rows - gap)) {
                        guard let b = table.best(second, columns: shape.tallTop.count, rows: low) else { continue }
                        let cost = a.cost + b.cost
                            + (shape.flatIsLeft ? PlanCost.butting(a.right, b.left) : PlanCost.butting(b.right, a.left))
                        guard cost + pieces.leastCost(rest) < limit else { continue }
                        self.foot(
                            Head(first: first, second: second, high: high, low: low, cost: cost), free ^ one ^ two, shape,
                            atFlatFoot, atTallFoot)
                    }
                }
            }
        }
    }

    /// The upper two parts, filled.
    private struct Head {
        var first, second: UInt32
        var high, low: Int
        var cost: Double
    }

    private mutating func foot(
        _ head: Head, _ free: UInt32, _ shape: Shape, _ atFlatFoot: UInt32, _ atTallFoot: UInt32
    ) {
        let unit = 1 / Double(rows)
        let flatRows = rows - head.low - 1, tallRows = rows - head.high - 1, middleRows = head.low - head.high - 1
        forEachPart(of: free) { three in
            let third = three | atFlatFoot
            guard let c = table.best(third, columns: shape.flatFoot.count, rows: flatRows) else { return }
            let rest = free ^ three
            let soFar = head.cost + c.cost + pieces.depth(third) * Double(head.low + 1) * unit
            guard soFar + pieces.leastCost(rest | atTallFoot) < limit else { return }
            forEachPart(of: rest) { four in
                let fourth = four | atTallFoot, fifth = rest ^ four
                guard fifth != 0, let d = table.best(fourth, columns: shape.tallFoot.count, rows: tallRows),
                    let e = table.best(fifth, columns: shape.middle.count, rows: middleRows)
                else { return }
                let cost = soFar + d.cost + e.cost
                    + (pieces.depth(fourth) + pieces.depth(fifth)) * Double(head.high + 1) * unit
                    + (shape.flatIsLeft ? PlanCost.butting(d.right, e.left) : PlanCost.butting(e.right, d.left))
                guard cost < limit else { return }
                limit = cost
                best = Found(
                    cost: cost,
                    parts: [
                        (GridRect(columns: shape.flatTop, rows: 0..<head.high), head.first),
                        (GridRect(columns: shape.tallTop, rows: 0..<head.low), head.second),
                        (GridRect(columns: shape.flatFoot, rows: head.low + 1..<rows), third),
                        (GridRect(columns: shape.tallFoot, rows: head.high + 1..<rows), fourth),
                        (GridRect(columns: shape.middle, rows: head.high + 1..<head.low), fifth),
                    ])
            }
        }
    }

    /// Calls back with every part of a set, the whole and nothing included.
    private func forEachPart(of set: UInt32, _ body: (UInt32) -> Void) {
        var part = set
        while true {
            body(part)
            if part == 0 { return }
            part = (part - 1) & set
        }
    }
}
