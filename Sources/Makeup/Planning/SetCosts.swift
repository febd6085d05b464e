/// What a page costs with every set of its first stories.
///
/// By cuts the table has them all. What a set costs when one of its stories teeth the page is looked for one set at a
/// time, and remembered: of a thousand sets only those are asked for that cuts do not make too dear.
final class SetCosts {
    /// For each set what the page costs by cuts; infinite where no cuts hold just these stories.
    let cut: [Double]
    private let table: PlanTable
    private let effort: PlanEffort
    private let mayBeToothed: Bool
    private let cells: Int
    private var known: [Int: Double] = [:]
    private let teeth = Interlock.Teeth()

    init(_ table: PlanTable, stories count: Int, columns: Int, rows: Int, mayBeToothed: Bool, _ effort: PlanEffort) {
        self.table = table
        self.effort = effort
        self.mayBeToothed = mayBeToothed
        cells = columns * rows
        let fixed = table.pieces.all & ~table.pieces.allStories
        cut = (0..<UInt32(1 << count)).map { set in
            set | fixed == 0 ? .infinity : table.ends(set | fixed, columns: columns, rows: rows).map(\.cost).min() ?? .infinity
        }
    }

    /// The least that a set costs on the page, cut or toothed.
    func least(of set: Int) -> Double {
        if let cost = known[set] { return cost }
        let cost = toothed(set) ?? cut[set]
        known[set] = cost
        return cost
    }

    /// How much dearer than the least costs of all its stories a toothed page may be.
    private static let excess = 100.0

    private func toothed(_ stories: Int) -> Double? {
        let pieces = table.pieces
        let set = UInt32(stories) | pieces.all & ~pieces.allStories
        guard mayBeToothed, pieces.mayFill(cells, set), pieces.stories(in: set) <= PlanEffort.fewStories else {
            return nil
        }
        return Interlock.best(
            of: set, in: table, effort, below: min(cut[stories], pieces.leastCost(set) + Self.excess), teeth)?.cost
    }
}
