internal import Typesetting

/// Cuts a galley into the legs of a module so that they end level, and no line is left alone.
struct LegBreaker {
    let lines: [GalleyLine]
    /// Rows that each leg holds.
    let capacity: [Int]

    private enum Charge {
        /// A leg may end one row before the others; more shows as a hole (留白).
        static let shortRow = 1.0
        /// By the square of the rows beyond the first.
        static let hole = 30.0
        /// A paragraph's last line alone at a leg's top, its first line alone at a leg's foot (CLREQ 7.1.2).
        static let loneLast = 14.0
        static let loneFirst = 6.0
        /// A subhead as a leg's last line, or with one line of its text under it.
        static let subheadAtFoot = 400.0
        static let subheadOneLine = 40.0
        /// What does not fit is not dropped: it stays over, at a price above everything else.
        static let overset = 10_000.0
    }

    /// - Returns: for each leg the galley lines that it holds, and what does not fit, if anything.
    func legs() -> (legs: [Range<Int>], overset: Range<Int>, cost: Double) {
        let count = lines.count
        var rows = [0]
        for line in lines { rows.append(rows.last! + line.rows) }
        var best: [[Int: (cost: Double, from: Int)]] = [[0: (0, 0)]]
        for (leg, room) in capacity.enumerated() {
            var next: [Int: (cost: Double, from: Int)] = [:]
            let isLast = leg == capacity.count - 1
            for (start, reached) in best[leg] {
                var end = start
                while end < count, rows[end + 1] - rows[start] <= room { end += 1 }
                for candidate in stride(from: end, through: max(start, end - 4), by: -1) {
                    let short = room - (rows[candidate] - rows[start])
                    var cost = reached.cost + shortage(short)
                    if isLast { cost += Charge.overset * Double(rows[count] - rows[candidate]) }
                    cost += breakCost(candidate, start: start)
                    if next[candidate].map({ cost < $0.cost }) ?? true { next[candidate] = (cost, start) }
                }
            }
            best.append(next)
        }
        let final = best[capacity.count].min { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }!
        var legs: [Range<Int>] = []
        var end = final.key
        for leg in stride(from: capacity.count, to: 0, by: -1) {
            let start = best[leg][end]!.from
            legs.insert(start..<end, at: 0)
            end = start
        }
        return (legs, final.key..<count, final.value.cost)
    }

    private func shortage(_ rows: Int) -> Double {
        guard rows > 0 else { return 0 }
        let beyond = Double(rows - 1)
        return Charge.shortRow + Charge.hole * beyond * beyond
    }

    /// The charge for a leg that ends before line `index`.
    private func breakCost(_ index: Int, start: Int) -> Double {
        guard index > 0, index < lines.count, index > start else { return 0 }
        let above = lines[index - 1], below = lines[index]
        var cost = 0.0
        if above.kind == .subhead { cost += Charge.subheadAtFoot }
        if index > 1, lines[index - 2].kind == .subhead, !above.isLast { cost += Charge.subheadOneLine }
        if below.isLast && !below.isFirst { cost += Charge.loneLast }
        if above.isFirst && !above.isLast && above.kind != .subhead { cost += Charge.loneFirst }
        return cost
    }
}
