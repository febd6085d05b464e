public import Layouts

/// Plans a page: finds the dummy of least cost that fills it to the last row with all its stories.
///
/// A `GuillotineTable` has the cheapest filling of every rectangle with every set of stories. The planner chooses the
/// cheapest of three pages: one made by cuts, a pinwheel (`Pinwheel`), and one round a stepped story
/// (`SteppedModuleSearch`). The last two have no gutter and no rule that runs through the whole page.
public struct PagePlanner {
    private let groups: StoryGroups
    private let problem: PlanProblem
    private let columns: Int
    private let rows: Int
    private let frame: PageFrame
    private let cache: StepCache
    /// Occupied rectangles: those that are not in a corner of the page, and those that are.
    private let islands: [GridRect]
    private let corners: [GridRect]
    private let prices: Prices
    private let meter: SearchMeter
    private let evaluator: DummyEvaluator

    /// - Parameters:
    ///   - ranks: the rank of each story.
    ///   - variants: the variants of each story in 1, 2 … columns.
    ///   - fixed: occupied rectangles of the page.
    ///   - columns, rows: the size of the page.
    public init(
        ranks: [Int], variants: [[WidthVariants]], fixed: [GridRect], columns: Int, rows: Int, prices: Prices
    ) {
        self.init(
            ranks: ranks, variants: variants, fixed: fixed, columns: columns, rows: rows, prices: prices,
            SearchMeter(SearchMeter.plan))
    }

    /// - Parameters:
    ///   - size: how coarse the groups are in which many stories are planned.
    ///   - meter: the work that the planner may do.
    init(
        ranks: [Int], variants: [[WidthVariants]], fixed: [GridRect], columns: Int, rows: Int, prices: Prices,
        grouped size: StoryGroups.Size = .usual, _ meter: SearchMeter
    ) {
        (self.prices, self.meter) = (prices, meter)
        evaluator = DummyEvaluator(ranks: ranks, fixed: fixed, columns: columns, rows: rows, prices: prices)
        frame = PageFrame(fixed: fixed, columns: columns, rows: rows)
        let rows = frame.rows.count, fixed = frame.fixed
        corners = fixed.filter { PlanProblem.Edges(of: $0, columns: columns, rows: rows).isCorner }
        islands = fixed.filter { !PlanProblem.Edges(of: $0, columns: columns, rows: rows).isCorner }
        groups = StoryGroups(
            ranks: ranks, variants: variants, columns: columns, rows: rows, grouped: size, prices: prices, meter)
        // If there are islands, the free space round them is cut first (`FreeSpace`), and the table contains only
        // stories.
        problem = PlanProblem(
            ranks: groups.ranks, variants: groups.variants, fixed: islands.isEmpty ? corners : [], columns: columns,
            rows: rows, prices: prices)
        cache = StepCache(problem)
        self.columns = columns
        self.rows = rows
    }

    /// The best dummy with all stories; nil if no dummy fills the page.
    public func plan() -> Dummy? { plan(.endless) }

    /// The best dummy with all stories; nil if none is found.
    ///
    /// - Parameters:
    ///   - depth: how far to search. The search is exhaustive for few stories, unless the depth is `trial` or
    ///     `passing`.
    ///   - beyond: the least cost of the page beyond its stories, if it has holes.
    ///   - skipsCheapSearch: whether a cheap page is unlikely, so that the search begins with expensive ones.
    func plan(_ depth: SearchBudget.SearchDepth, beyond: Cost = .zero, skipsCheapSearch: Bool = false) -> Dummy? {
        search(depth, beyond: beyond, skipsCheapSearch: skipsCheapSearch).map(dummy)
    }

    /// The best dummy within a budget; nil if there is none.
    func plan(_ budget: SearchBudget) -> Dummy? { search(budget).map(dummy) }

    /// The result of a search: placements of groups of stories, and the cost that the search computes for them.
    struct Solution {
        var placements: [Dummy.Placement]
        var cost: Cost
    }

    /// A solution as a dummy of the page's stories.
    ///
    /// The evaluator computes the dummy's cost. The search's cost can be higher, because the search treats a group of
    /// stories as one story of their best rank, and does not try many stories in every arrangement.
    func dummy(_ solution: Solution) -> Dummy {
        let placements = groups.resolved(solution.placements).map(frame.onPage)
        return evaluator.dummy(placements) ?? Dummy(placements: placements, cost: solution.cost)
    }

    /// Searches with one budget after another until there is a solution.
    func search(
        _ depth: SearchBudget.SearchDepth, beyond: Cost = .zero, skipsCheapSearch: Bool = false
    ) -> Solution? {
        // The stories do not fill the page in any of their forms.
        if islands.isEmpty, !problem.mayFill(columns * rows, problem.all) { return nil }
        let budgets =
            depth == .passing || problem.stories > SearchBudget.fewStories
            ? SearchBudget.steps(stories: problem.stories, depth, beyond: beyond, prices.search)
            : SearchBudget.ceilings(
                least: problem.leastCost(problem.all) + problem.underFurniture(problem.all) + beyond, depth,
                skipsCheapSearch: skipsCheapSearch, prices.search)
        for budget in budgets where !meter.isSpent {
            if let solution = search(budget) { return solution }
        }
        return nil
    }

    /// The most rows at which a page is tried to turn or step. Sheets of more rows than a broadsheet has are tried at every
    /// other row, or fewer.
    private static let mostTurns = 200

    /// The cheapest page within a budget.
    func search(_ budget: SearchBudget) -> Solution? {
        var budget = budget
        budget.rowStride = max(budget.rowStride, rows / Self.mostTurns)
        if !islands.isEmpty { return searchRoundIslands(budget) }
        let table = GuillotineTable(problem, columns: columns, rows: rows, budget: budget, meter)
        let all = problem.all
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var cost = min(problem.leastCost(all) + problem.underFurniture(all) + budget.excess, budget.ceiling)
        var placements: [Dummy.Placement] = []
        for entry in table.bestOfEachKind(all, columns: columns, rows: rows) where entry.cost <= cost {
            cost = entry.cost
            placements = table.placements(of: entry, all, in: whole)
        }
        let pinwheel = Pinwheel.best(of: all, in: table, budget, meter, below: cost)
        if let pinwheel {
            cost = pinwheel.cost
            placements = pinwheel.parts.flatMap { table.placements(of: $0.entry, $0.set, in: $0.cells) }
        }
        let mayStep =
            switch budget.stepping {
            case .always: true
            case .withoutPinwheel: pinwheel == nil
            case .insteadOfCuts: pinwheel == nil && !placements.isEmpty
            case .never: false
            }
        if mayStep, let stepped = SteppedModuleSearch.best(of: all, in: table, cache, budget, meter, below: cost) {
            cost = stepped.cost
            placements =
                [stepped.stepped] + stepped.parts.flatMap { table.placements(of: $0.entry, $0.set, in: $0.cells) }
        }
        return placements.isEmpty ? nil : Solution(placements: placements, cost: cost)
    }

    /// The cheapest page round fixed rectangles in any position. The free space is cut along their edges, and the
    /// stories are distributed over its parts.
    private func searchRoundIslands(_ budget: SearchBudget) -> Solution? {
        var budget = budget
        (budget.tableStories, budget.ceiling) = (.max, .unreachable)
        let table = GuillotineTable(problem, columns: columns, rows: rows, budget: budget, meter)
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var best: Solution?
        for way in FreeSpace(fixed: corners + islands, leastRows: prices.page.leastStripRows).ways(in: whole) {
            let costs = way.map { cells in
                problem.all.subsets.map { set in
                    if set.isEmpty {
                        return prices.fillers.cost(columns: cells.columns.count, rows: cells.rows.count)
                    }
                    return table.least(set, columns: cells.columns.count, rows: cells.rows.count)
                        + problem.depthOfRow(set) * cells.rows.lowerBound
                }
            }
            guard let partition = PartitionSearch.best(costs: costs, stories: problem.stories),
                partition.cost < best?.cost ?? .unreachable
            else { continue }
            let placements = zip(way, partition.sets).flatMap { cells, set in
                set.isEmpty ? [Filler.placement(cells, prices.fillers)] : table.placements(of: set, in: cells)
            }
            best = Solution(placements: placements, cost: partition.cost)
        }
        return best
    }

    /// The costs of the page with every set of its first `count` stories, none of which may be grouped.
    ///
    /// - Parameter hasHoles: whether the page has holes if the stories do not fill it.
    func costs(stories count: Int, hasHoles: Bool = false) -> SubsetCosts {
        precondition(groups.ranks.count >= count && groups.members.allSatisfy { $0.count == 1 })
        let budget = hasHoles ? SearchBudget.sharingWithHoles(prices.search) : .sharing(prices.search)
        let table = GuillotineTable(problem, columns: columns, rows: rows, budget: budget, meter)
        return SubsetCosts(
            table, cache, stories: count, columns: columns, rows: rows, canStep: islands.isEmpty,
            steppedExcess: prices.search.steppedShare, budget, meter)
    }
}
