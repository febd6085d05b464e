internal import Layouts

/// The costs of a page with every set of its first stories.
///
/// The table has the costs of all sets with cuts. The cost of a set with a stepped story is searched for one set at a
/// time and cached. Of a thousand sets, only those are needed whose cost with cuts is not too high.
final class SubsetCosts {
    /// The sets that have costs: those of the first stories, each at its index in `cut`.
    let sets: StorySet.Subsets
    /// The cost of the page with cuts for each set; unreachable if no page with cuts has exactly these stories.
    let cut: [Cost]
    private let table: GuillotineTable
    private let budget: SearchBudget
    private let meter: SearchMeter
    private let cache: StepCache
    private let canStep: Bool
    /// How much a page with a stepped story may cost beyond the least costs of all its stories.
    private let steppedExcess: Cost
    private let cells: Int
    private var found: [StorySet: Cost] = [:]

    /// - Parameters:
    ///   - count: the number of stories from which the sets are formed.
    ///   - columns, rows: the size of the page.
    ///   - canStep: whether a story may be stepped at all.
    ///   - steppedExcess: how much a page with a stepped story may cost beyond the least costs of all its stories.
    init(
        _ table: GuillotineTable, _ cache: StepCache, stories count: Int, columns: Int, rows: Int, canStep: Bool,
        steppedExcess: Cost, _ budget: SearchBudget, _ meter: SearchMeter
    ) {
        (self.table, self.cache, self.budget, self.meter) = (table, cache, budget, meter)
        (self.canStep, self.steppedExcess) = (canStep, steppedExcess)
        cells = columns * rows
        let fixed = table.problem.all.subtracting(table.problem.allStories)
        sets = StorySet.first(count).subsets
        cut = sets.map { stories in
            let set = stories.union(fixed)
            if set.isEmpty { return .unreachable }
            return table.bestOfEachKind(set, columns: columns, rows: rows).map(\.cost).min() ?? .unreachable
        }
    }

    /// The cost of a set, or a lower bound of it before `look(at:)` has searched for a stepped story.
    func bound(of set: StorySet) -> Cost {
        found[set] ?? (mayStep(set) ? min(cut[set.index], leastSteppedCost(of: set)) : cut[set.index])
    }

    /// Searches for the cost of a set, with cuts or with a stepped story.
    ///
    /// - Returns: whether a search was necessary; false if the cost was already known.
    func look(at set: StorySet) -> Bool {
        guard found[set] == nil, mayStep(set) else { return false }
        let pieces = pieces(of: set)
        let limit = min(cut[set.index], leastCost(of: set) + steppedExcess + table.problem.underFurniture(pieces))
        let stepped = SteppedModuleSearch.best(of: pieces, in: table, cache, budget, meter, below: limit)
        found[set] = stepped?.cost ?? cut[set.index]
        return true
    }

    private func leastCost(of set: StorySet) -> Cost { table.problem.leastCost(pieces(of: set)) }

    /// A lower bound of the cost of a set if one of its stories is stepped.
    private func leastSteppedCost(of set: StorySet) -> Cost {
        leastCost(of: set) + table.problem.leastStepped(pieces(of: set))
    }

    private func mayStep(_ set: StorySet) -> Bool {
        let pieces = pieces(of: set)
        return canStep && table.problem.mayFill(cells, pieces)
            && 2...SearchBudget.fewStories ~= table.problem.stories(in: pieces)
    }

    /// The stories of the set and the page's furniture.
    private func pieces(of set: StorySet) -> StorySet {
        set.union(table.problem.all.subtracting(table.problem.allStories))
    }
}
