public import Layouts

/// Plans a page: finds the dummy of least cost that fills it to the last row with all its stories.
///
/// A `PlanTable` has the best filling of every rectangle with every set of stories. At the page's own level three ways
/// are weighed: a cut from head to foot, a cut from side to side, and the pinwheel, in which four parts turn about a
/// fifth so that no gutter and no rule runs right through the page.
public struct PagePlanner {
    let table: PlanTable

    /// Corner headlines kept apart in the table: all for a small page, the best few for a large one.
    private static func kept(stories: Int) -> Int { stories <= 7 ? 16 : 3 }

    /// - Parameters:
    ///   - ranks: each story's.
    ///   - shelves: each story's variants in 1, 2 … columns.
    ///   - fixed: rectangles in corners of the page that are taken.
    public init(ranks: [Int], shelves: [[VariantShelf]], fixed: [GridRect], columns: Int, rows: Int) {
        let pieces = PlanPieces(ranks: ranks, shelves: shelves, fixed: fixed, columns: columns, rows: rows)
        table = PlanTable(pieces, columns: columns, rows: rows, kept: Self.kept(stories: ranks.count))
    }

    /// The best dummy with all stories; nil when nothing fills the page.
    public func plan() -> Dummy? {
        let all = table.pieces.all
        let whole = GridRect(columns: 0..<table.columns, rows: 0..<table.limit)
        var best: [(cells: GridRect, set: UInt32)] = []
        var cost = Double.infinity
        if let entry = table.best(all, columns: table.columns, rows: table.limit) {
            best = [(whole, all)]
            cost = entry.cost + charge(for: entry.cut)
        }
        var pinwheel = Pinwheel(table: table, below: cost)
        if let turned = pinwheel.search(all) {
            best = turned.parts
            cost = turned.cost
        }
        guard !best.isEmpty else { return nil }
        var placements: [Dummy.Placement] = []
        for part in best { table.read(part.set, in: part.cells, into: &placements) }
        return Dummy(placements: placements, cost: cost)
    }

    /// A cut through the whole page.
    private func charge(for cut: PlanTable.Cut) -> Double {
        switch cut {
        case .leaf: 0
        case .stack: PlanCost.cutAcross
        case .beside: PlanCost.cutDown
        }
    }
}
