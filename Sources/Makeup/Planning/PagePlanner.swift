public import Layouts

/// Plans a page: finds the dummy of least cost that fills it to the last row with all its stories.
///
/// A `GuillotineTable` has the best filling of every rectangle with every set of stories. At the page's own level its cuts are
/// weighed against two ways to have no gutter and no rule run right through the page: the pinwheel, in which four parts
/// turn about a fifth, and the interlock, in which a story with legs of two depths teeth the parts.
public struct PagePlanner {
    private let groups: StoryGroups
    private let pieces: PlanProblem
    private let columns: Int
    private let rows: Int
    private let frame: PageFrame
    private let teeth: StepCache
    /// Rectangles that are taken and touch no corner.
    private let islands: [GridRect]
    private let corners: [GridRect]
    private let prices: Prices
    private let evaluator: DummyEvaluator

    /// - Parameters:
    ///   - ranks: each story's.
    ///   - shelves: each story's variants in 1, 2 … columns.
    ///   - fixed: rectangles of the page that are taken.
    ///   - columns, rows: the page's.
    public init(
        ranks: [Int], shelves: [[WidthVariants]], fixed: [GridRect], columns: Int, rows: Int, prices: Prices
    ) {
        self.prices = prices
        evaluator = DummyEvaluator(ranks: ranks, fixed: fixed, columns: columns, rows: rows, prices: prices)
        frame = PageFrame(fixed: fixed, columns: columns, rows: rows)
        let rows = frame.rows.count, fixed = frame.fixed
        corners = fixed.filter { PlanProblem.Edges(of: $0, columns: columns, rows: rows).isCorner }
        islands = fixed.filter { !PlanProblem.Edges(of: $0, columns: columns, rows: rows).isCorner }
        // Where something stands away from the corners, only stories go into the table: see `FreeSpace`.
        groups = StoryGroups(ranks: ranks, shelves: shelves, columns: columns, rows: rows, prices: prices)
        pieces = PlanProblem(
            ranks: groups.ranks, shelves: groups.shelves, fixed: islands.isEmpty ? corners : [], columns: columns,
            rows: rows, prices: prices)
        teeth = StepCache(pieces)
        self.columns = columns
        self.rows = rows
    }

    /// The best dummy with all stories; nil when nothing fills the page.
    public func plan() -> Dummy? { plan(.endless) }

    /// - Parameters:
    ///   - patience: how long to look for a page; of few stories nothing is left out, unless it is only tried or one of
    ///     many.
    ///   - beyond: what the page costs at least beyond its pieces: it has holes.
    ///   - skipsCheapSearch: whether there is hardly a cheap page, so that dear ones need not be looked for apart from them.
    func plan(_ patience: SearchBudget.SearchDepth, beyond: Cost = .zero, skipsCheapSearch: Bool = false) -> Dummy? {
        search(patience, beyond: beyond, skipsCheapSearch: skipsCheapSearch).map(dummy)
    }

    /// What the search finds: placements of groups, and what they cost by the search's own sum.
    struct Found {
        var placements: [Dummy.Placement]
        var cost: Cost
    }

    /// Searches with growing effort until a page is found.
    func search(
        _ patience: SearchBudget.SearchDepth, beyond: Cost = .zero, skipsCheapSearch: Bool = false
    ) -> Found? {
        // Too little to fill the page, however it is set.
        if islands.isEmpty, !pieces.mayFill(columns * rows, pieces.all) { return nil }
        let steps =
            patience == .passing || pieces.stories > SearchBudget.fewStories
            ? SearchBudget.steps(stories: pieces.stories, patience, beyond: beyond, prices.search)
            : SearchBudget.ceilings(
                least: pieces.leastCost(pieces.all) + pieces.underFurniture(pieces.all) + beyond, patience,
                skipsCheapSearch: skipsCheapSearch, prices.search)
        for effort in steps {
            if let found = search(effort) { return found }
        }
        return nil
    }

    /// The placements of groups as those of stories on the page.
    ///
    /// The search knows a group of stories by the best rank of them, and looks at many stories in some ways only; so the
    /// finished page is evaluated.
    func dummy(_ found: Found) -> Dummy {
        let placements = groups.resolved(found.placements).map(frame.onPage)
        return evaluator.dummy(placements) ?? Dummy(placements: placements, cost: found.cost)
    }

    func plan(_ effort: SearchBudget) -> Dummy? { search(effort).map(dummy) }

    /// The cheapest page within a budget.
    func search(_ effort: SearchBudget) -> Found? {
        if !islands.isEmpty { return patched(effort) }
        let table = GuillotineTable(pieces, columns: columns, rows: rows, effort: effort)
        let all = pieces.all
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var cost = min(pieces.leastCost(all) + pieces.underFurniture(all) + effort.excess, effort.ceiling)
        var placements: [Dummy.Placement] = []
        for entry in table.ends(all, columns: columns, rows: rows) where entry.cost <= cost {
            cost = entry.cost
            placements = table.placements(of: entry, all, in: whole)
        }
        let pinwheel = Pinwheel.best(of: all, in: table, effort, below: cost)
        if let pinwheel {
            cost = pinwheel.cost
            placements = pinwheel.parts.flatMap { table.placements(of: $0.entry, $0.set, in: $0.cells) }
        }
        let isToothed =
            switch effort.toothing {
            case .always: true
            case .unlessItTurns: pinwheel == nil
            case .ratherThanCut: pinwheel == nil && !placements.isEmpty
            }
        if isToothed,
            let toothed = SteppedModuleSearch.best(of: all, in: table, teeth, effort, below: cost)
        {
            cost = toothed.cost
            placements =
                [toothed.tooth] + toothed.parts.flatMap { table.placements(of: $0.entry, $0.set, in: $0.cells) }
        }
        return placements.isEmpty ? nil : Found(placements: placements, cost: cost)
    }

    /// The page round fixed rectangles that stand anywhere: the free space is cut along their edges, and the stories are
    /// shared between the pieces.
    private func patched(_ effort: SearchBudget) -> Found? {
        var effort = effort
        (effort.tableStories, effort.ceiling) = (.max, .unreachable)
        let table = GuillotineTable(pieces, columns: columns, rows: rows, effort: effort)
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var best: Found?
        for way in FreeSpace(fixed: corners + islands, leastRows: prices.page.leastStripRows).ways(in: whole) {
            let costs = way.map { cells in
                pieces.all.subsets.map { set in
                    if set.isEmpty { return prices.fillers.cost(columns: cells.columns.count, rows: cells.rows.count) }
                    let entry = table.best(set, columns: cells.columns.count, rows: cells.rows.count)
                    return (entry?.cost ?? .unreachable) + pieces.depthOfRow(set) * cells.rows.lowerBound
                }
            }
            guard let shared = PartitionSearch.best(costs: costs, stories: pieces.stories),
                shared.cost < best?.cost ?? .unreachable
            else { continue }
            let placements = zip(way, shared.sets).flatMap { cells, set -> [Dummy.Placement] in
                set == 0
                    ? [Filler.placement(cells, prices.fillers)] : table.placements(of: StorySet(bits: set), in: cells)
            }
            best = Found(placements: placements, cost: shared.cost)
        }
        return best
    }

    /// What the page costs with every set of the first so many stories. Only for pages of so few stories that none are
    /// grouped.
    ///
    /// - Parameter hasHoles: whether stories leave holes where they do not fill the page.
    func costs(stories count: Int, hasHoles: Bool = false) -> SubsetCosts {
        let effort = hasHoles ? SearchBudget.openSharing(prices.search) : .sharing(prices.search)
        let table = GuillotineTable(pieces, columns: columns, rows: rows, effort: effort)
        return SubsetCosts(
            table, teeth, stories: count, columns: columns, rows: rows, canTooth: islands.isEmpty,
            steppedBelow: prices.search.steppedShare, effort)
    }
}
