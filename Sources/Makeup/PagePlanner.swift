public import Layouts

/// Plans a page: finds the dummy of least cost that fills it to the last row with all its stories.
///
/// A `PlanTable` has the best filling of every rectangle with every set of stories. At the page's own level three ways
/// are weighed: a cut from head to foot, a cut from side to side, and the pinwheel, in which four parts turn about a
/// fifth so that no gutter and no rule runs right through the page.
public struct PagePlanner {
    private let pieces: PlanPieces
    private let columns: Int
    private let rows: Int

    /// - Parameters:
    ///   - ranks: each story's.
    ///   - shelves: each story's variants in 1, 2 … columns.
    ///   - fixed: rectangles in corners of the page that are taken.
    public init(ranks: [Int], shelves: [[VariantShelf]], fixed: [GridRect], columns: Int, rows: Int) {
        pieces = PlanPieces(ranks: ranks, shelves: shelves, fixed: fixed, columns: columns, rows: rows)
        self.columns = columns
        self.rows = rows
    }

    /// The best dummy with all stories; nil when nothing fills the page.
    public func plan() -> Dummy? {
        for effort in PlanEffort.steps(stories: pieces.stories) {
            if let dummy = plan(effort) { return dummy }
        }
        return nil
    }

    func plan(_ effort: PlanEffort) -> Dummy? {
        let table = PlanTable(pieces, columns: columns, rows: rows, effort: effort)
        let all = pieces.all
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var cost = pieces.leastCost(all) + effort.excess
        var placements: [Dummy.Placement] = []
        for entry in table.ends(all, columns: columns, rows: rows) where entry.cost + charge(for: entry.cut) <= cost {
            cost = entry.cost + charge(for: entry.cut)
            placements = table.placements(of: entry, all, in: whole)
        }
        if let turned = Pinwheel.best(in: table, effort, below: cost) {
            cost = turned.cost
            placements = turned.parts.flatMap { table.placements(of: $0.set, in: $0.cells) }
        }
        return placements.isEmpty ? nil : Dummy(placements: placements, cost: cost)
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
