internal import Layouts

/// The page as four parts that turn about a fifth, so that no gutter and no rule runs right through it:
///
///     1 1 1 1 2        2 1 1 1 1
///     4 5 5 5 2        2 5 5 5 4      and the two in which the left and right columns
///     4 5 5 5 2        2 5 5 5 4      change their parts with the rows
///     4 3 3 3 3        3 3 3 3 4
///
/// Of each part only its rectangle and its stories are chosen here; how it is filled the search knows.
struct Pinwheel {
    let columns: Int
    let rows: Int
    /// The best way found so far; the search begins with the best cut page.
    private(set) var best: PlanSearch.Filling?

    init(columns: Int, rows: Int, best: PlanSearch.Filling?) {
        self.columns = columns
        self.rows = rows
        self.best = best
    }

    /// Fewer rows make no part of a page.
    private static let leastRows = 8

    mutating func search(_ set: UInt32, in search: inout PlanSearch) {
        guard columns >= 3, set.nonzeroBitCount >= 4 else { return }
        let half = (columns + 1) / 2
        for wide in half..<columns {
            for narrow in 1...columns / 2 where narrow < wide {
                turn(set, wide, narrow, flatLeft: true, in: &search)
                turn(set, columns - wide, columns - narrow, flatLeft: false, in: &search)
            }
        }
    }

    /// With the upper parts meeting at column a and the lower ones at column b.
    private mutating func turn(_ set: UInt32, _ a: Int, _ b: Int, flatLeft: Bool, in search: inout PlanSearch) {
        let gap = Self.leastRows + 1
        let flatColumns = flatLeft ? 0..<a : a..<columns
        let tallColumns = flatLeft ? a..<columns : 0..<a
        forEachPart(of: set, including: true) { first in
            let rest = set ^ first
            for high in search.heights(of: first, in: flatColumns, from: Self.leastRows, to: rows - 2 * gap) {
                guard let one = search.fill(GridRect(columns: flatColumns, rows: 0..<high), first).first,
                    isWorth(one.cost + search.stories.leastCost(rest))
                else { continue }
                forEachPart(of: rest, including: true) { second in
                    let left = rest ^ second
                    for low in search.heights(of: second, in: tallColumns, from: high + gap, to: rows - gap) {
                        guard let two = search.fill(GridRect(columns: tallColumns, rows: 0..<low), second).first else {
                            continue
                        }
                        let butting = flatLeft
                            ? PlanCost.butting(one.right, two.left) : PlanCost.butting(two.right, one.left)
                        let head = one.cost + two.cost + butting
                        guard isWorth(head + search.stories.leastCost(left)) else { continue }
                        foot(left, a, b, high, low, flatLeft, head, [one, two], in: &search)
                    }
                }
            }
        }
    }

    private mutating func foot(
        _ set: UInt32, _ a: Int, _ b: Int, _ high: Int, _ low: Int, _ flatLeft: Bool, _ head: Double,
        _ heads: [PlanSearch.Filling], in search: inout PlanSearch
    ) {
        let flat = GridRect(columns: flatLeft ? b..<columns : 0..<b, rows: low + 1..<rows)
        let tall = GridRect(columns: flatLeft ? 0..<b : b..<columns, rows: high + 1..<rows)
        let middle = GridRect(columns: min(a, b)..<max(a, b), rows: high + 1..<low)
        let unit = 1 / Double(rows)
        forEachPart(of: set, including: false) { third in
            guard let three = search.fill(flat, third).first else { return }
            let rest = set ^ third
            let soFar = head + three.cost + search.stories.depth(third) * Double(low + 1) * unit
            guard isWorth(soFar + search.stories.leastCost(rest)) else { return }
            forEachPart(of: rest, including: false) { fourth in
                let fifth = rest ^ fourth
                guard fifth != 0, let four = search.fill(tall, fourth).first, let five = search.fill(middle, fifth).first
                else { return }
                let cost = soFar + four.cost + five.cost
                    + (search.stories.depth(fourth) + search.stories.depth(fifth)) * Double(high + 1) * unit
                    + (flatLeft ? PlanCost.butting(four.right, five.left) : PlanCost.butting(five.right, four.left))
                guard isWorth(cost) else { return }
                let parts = heads + [three, four, five]
                best = PlanSearch.Filling(cost: cost, pieces: parts.flatMap(\.pieces), left: 0, right: 0)
            }
        }
    }

    private func isWorth(_ cost: Double) -> Bool { cost < best?.cost ?? .infinity }

    private func forEachPart(of set: UInt32, including nothing: Bool, _ body: (UInt32) -> Void) {
        var part = set
        while part != 0 {
            body(part)
            part = (part - 1) & set
        }
        if nothing { body(0) }
    }
}
