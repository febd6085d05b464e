internal import Layouts

/// What a page costs with every set of its first stories.
///
/// By cuts the table has them all. What a set costs when one of its stories teeth the page is looked for one set at a
/// time, and remembered: of a thousand sets only those are asked for that cuts do not make too dear.
final class SubsetCosts {
    /// For each set what the page costs by cuts; unreachable where no cuts hold just these stories.
    let cut: [Cost]
    private let table: GuillotineTable
    private let effort: SearchBudget
    private let canTooth: Bool
    private let cells: Int
    private var known: [Int: Cost] = [:]
    private let teeth: StepCache
    /// How much dearer than the least costs of all its stories a toothed page may be.
    private let excess: Cost

    /// - Parameter excess: how much dearer than the least costs of all its stories a toothed page may be.
    init(
        _ table: GuillotineTable, _ teeth: StepCache, stories count: Int, columns: Int, rows: Int, canTooth: Bool,
        steppedBelow excess: Cost, _ effort: SearchBudget
    ) {
        self.excess = excess
        self.table = table
        self.teeth = teeth
        self.effort = effort
        self.canTooth = canTooth
        cells = columns * rows
        let fixed = table.pieces.all.subtracting(table.pieces.allStories)
        cut = StorySet.first(count).subsets.map { set in
            let set = set.union(fixed)
            return set.isEmpty
                ? .unreachable : table.ends(set, columns: columns, rows: rows).map(\.cost).min() ?? .unreachable
        }
    }

    /// What a set costs at least: all that is known while nobody has looked how it may be toothed.
    func bound(of set: Int) -> Cost {
        known[set] ?? (mayBeToothed(set) ? min(cut[set], leastToothedCost(of: set)) : cut[set])
    }

    /// Looks what a set costs, cut or toothed.
    ///
    /// - Returns: whether that was not known before.
    func look(at set: Int) -> Bool {
        guard known[set] == nil, mayBeToothed(set) else { return false }
        let excess = self.excess + table.pieces.underFurniture(pieces(of: set))
        let limit = min(cut[set], leastCost(of: set) + excess)
        known[set] =
            SteppedModuleSearch.best(of: pieces(of: set), in: table, teeth, effort, below: limit)?.cost ?? cut[set]
        return true
    }

    private func leastCost(of set: Int) -> Cost { table.pieces.leastCost(pieces(of: set)) }

    /// What a set costs at the very least when one of its stories is toothed.
    private func leastToothedCost(of set: Int) -> Cost {
        leastCost(of: set) + table.pieces.leastToothed(pieces(of: set))
    }

    private func mayBeToothed(_ set: Int) -> Bool {
        let pieces = pieces(of: set)
        return canTooth && table.pieces.mayFill(cells, pieces)
            && 2...SearchBudget.fewStories ~= table.pieces.stories(in: pieces)
    }

    /// The set with the page's furniture.
    private func pieces(of set: Int) -> StorySet {
        StorySet(bits: UInt32(set)).union(table.pieces.all.subtracting(table.pieces.allStories))
    }
}
