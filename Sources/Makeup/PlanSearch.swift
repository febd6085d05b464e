internal import Layouts

/// The part of the planner that knows where on the page it is: it cuts the page round what is fixed until nothing but
/// free rectangles are left, which the table has ready.
struct PlanSearch {
    let table: PlanTable
    let fixed: [GridRect]
    let columns: Int
    let rows: Int
    private var known: [Key: [Filling]] = [:]

    /// A rectangle filled from the table.
    struct Piece {
        var cells: GridRect
        var set: UInt32
        /// Which entry of the table.
        var place: Int
    }

    /// A way to fill a rectangle round what is fixed.
    struct Filling {
        var cost: Double
        var pieces: [Piece]
        /// The ranks of the headlines at the upper corners, 0 for none.
        var left: UInt8
        var right: UInt8
    }

    private struct Key: Hashable {
        var cells: GridRect
        var set: UInt32
    }

    /// Fillings with other corners that are kept for a rectangle round something fixed.
    private static let kept = 4

    init(table: PlanTable, fixed: [GridRect], columns: Int, rows: Int) {
        self.table = table
        self.fixed = fixed
        self.columns = columns
        self.rows = rows
    }

    var stories: PlanStories { table.stories }

    /// The whole page: a cut right through it is charged, a pinwheel is not.
    mutating func page(_ set: UInt32) -> Filling? {
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var best: Filling?
        if set.nonzeroBitCount == 1, fixed.isEmpty { best = fill(whole, set).first }
        if let cut = cuts(whole, set, down: PlanCost.cutDown, across: PlanCost.cutAcross).first, cut.cost < best?.cost ?? .infinity {
            best = cut
        }
        var pinwheel = Pinwheel(columns: columns, rows: rows, best: best)
        pinwheel.search(set, in: &self)
        return pinwheel.best
    }

    /// The best fillings of a rectangle, the cheapest first.
    mutating func fill(_ cells: GridRect, _ set: UInt32) -> [Filling] {
        guard mayHold(cells, set) else { return [] }
        guard let obstacle = fixed.first(where: { $0.overlaps(cells) }) else {
            return table[set, cells.columns.count].entries(rows: cells.rows.count).enumerated().map { place, entry in
                Filling(
                    cost: entry.cost, pieces: [Piece(cells: cells, set: set, place: place)], left: entry.left,
                    right: entry.right)
            }
        }
        if obstacle == cells { return set == 0 ? [Filling(cost: 0, pieces: [], left: 0, right: 0)] : [] }
        let key = Key(cells: cells, set: set)
        if let fillings = known[key] { return fillings }
        let fillings = cuts(cells, set, down: 0, across: 0)
        known[key] = fillings
        return fillings
    }

    /// The numbers of rows, from the page's head on, that a set can fill in these columns.
    func heights(of set: UInt32, in columns: Range<Int>, from least: Int, to most: Int) -> [Int] {
        guard least <= most else { return [] }
        if fixed.contains(where: { $0.columns.overlaps(columns) && $0.rows.lowerBound <= most }) {
            return (least...most).filter { mayHold(GridRect(columns: columns, rows: 0..<$0), set) }
        }
        guard set != 0 else { return [] }
        let shelf = table[set, columns.count]
        return shelf.rows.clamped(to: least..<most + 1).filter { !shelf.byRows[$0 - shelf.lowest].isEmpty }
    }

    /// Whether a set's cells can fill a rectangle at all: most sets cannot, and are passed over for a sum.
    private func mayHold(_ cells: GridRect, _ set: UInt32) -> Bool {
        let taken = fixed.filter { $0.overlaps(cells) }.reduce(0) { sum, obstacle in
            sum + obstacle.columns.clamped(to: cells.columns).count * (obstacle.rows.clamped(to: cells.rows).count + 1)
        }
        if set == 0 { return taken > 0 }
        let room = cells.columns.count * cells.rows.count
        return stories.leastCells(set) <= room - taken + cells.columns.count
            && stories.mostCells(set) + stories.slack * cells.columns.count >= room - taken
    }

    private mutating func cuts(_ cells: GridRect, _ set: UInt32, down: Double, across: Double) -> [Filling] {
        var best: [Filling] = []
        for column in cells.columns.dropFirst() where isClear(column: column, in: cells) {
            let left = GridRect(columns: cells.columns.lowerBound..<column, rows: cells.rows)
            let right = GridRect(columns: column..<cells.columns.upperBound, rows: cells.rows)
            forEachShare(of: set, left, right) { search, part, rest in
                let order = search.stories.bestRank(rest) < search.stories.bestRank(part) ? PlanCost.rankAtRight : 0
                for one in search.fill(left, part) {
                    for two in search.fill(right, rest) {
                        let cost = one.cost + two.cost + down + order + PlanCost.butting(one.right, two.left)
                        Self.keep(cost, one, two, left: one.left, right: two.right, &best)
                    }
                }
            }
        }
        for row in cells.rows.dropFirst().dropLast() where isClear(row: row, in: cells) {
            let above = GridRect(columns: cells.columns, rows: cells.rows.lowerBound..<row)
            let below = GridRect(columns: cells.columns, rows: row + 1..<cells.rows.upperBound)
            let shift = Double(row + 1 - cells.rows.lowerBound) / Double(rows)
            forEachShare(of: set, above, below) { search, part, rest in
                let inversion = search.stories.bestRank(rest) < search.stories.bestRank(part) ? PlanCost.rankInversion : 0
                guard let two = search.fill(below, rest).first else { return }
                let charge = across + inversion + search.stories.depth(rest) * shift
                for one in search.fill(above, part) {
                    Self.keep(one.cost + two.cost + charge, one, two, left: one.left, right: one.right, &best)
                }
            }
        }
        return best
    }

    /// Calls back with every way to share a set between two rectangles that can hold their shares.
    private mutating func forEachShare(
        of set: UInt32, _ one: GridRect, _ two: GridRect, _ body: (inout PlanSearch, UInt32, UInt32) -> Void
    ) {
        var part = set
        while true {
            if mayHold(one, part), mayHold(two, set ^ part) { body(&self, part, set ^ part) }
            if part == 0 { return }
            part = (part - 1) & set
        }
    }

    private static func keep(
        _ cost: Double, _ one: Filling, _ two: Filling, left: UInt8, right: UInt8, _ fillings: inout [Filling]
    ) {
        if fillings.count == kept, cost >= fillings[kept - 1].cost { return }
        if let same = fillings.firstIndex(where: { $0.left == left && $0.right == right }) {
            if fillings[same].cost <= cost { return }
            fillings.remove(at: same)
        } else if fillings.count == kept {
            fillings.removeLast()
        }
        let place = fillings.firstIndex { $0.cost > cost } ?? fillings.count
        fillings.insert(Filling(cost: cost, pieces: one.pieces + two.pieces, left: left, right: right), at: place)
    }

    private func isClear(column: Int, in cells: GridRect) -> Bool {
        !fixed.contains { $0.overlaps(cells) && $0.columns.lowerBound < column && column < $0.columns.upperBound }
    }

    private func isClear(row: Int, in cells: GridRect) -> Bool {
        !fixed.contains { $0.overlaps(cells) && $0.rows.contains(row) }
    }
}
