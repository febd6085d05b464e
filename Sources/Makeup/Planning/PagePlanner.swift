public import Layouts

/// Plans a page: finds the dummy of least cost that fills it to the last row with all its stories.
///
/// A `PlanTable` has the best filling of every rectangle with every set of stories. At the page's own level three ways
/// are weighed: a cut from head to foot, a cut from side to side, and the pinwheel, in which four parts turn about a
/// fifth so that no gutter and no rule runs right through the page.
public struct PagePlanner {
    private let groups: StoryGroups
    private let pieces: PlanPieces
    private let columns: Int
    private let rows: Int
    /// Rectangles that are taken and touch no corner.
    private let islands: [GridRect]
    private let corners: [GridRect]

    /// - Parameters:
    ///   - ranks: each story's.
    ///   - shelves: each story's variants in 1, 2 … columns.
    ///   - fixed: rectangles of the page that are taken.
    public init(ranks: [Int], shelves: [[VariantShelf]], fixed: [GridRect], columns: Int, rows: Int) {
        corners = fixed.filter { PlanPieces.Edges(of: $0, columns: columns, rows: rows).isCorner }
        islands = fixed.filter { !PlanPieces.Edges(of: $0, columns: columns, rows: rows).isCorner }
        // Where something stands away from the corners, only stories go into the table: see `FreeSpace`.
        groups = StoryGroups(ranks: ranks, shelves: shelves, columns: columns, rows: rows)
        pieces = PlanPieces(
            ranks: groups.ranks, shelves: groups.shelves, fixed: islands.isEmpty ? corners : [], columns: columns,
            rows: rows)
        self.columns = columns
        self.rows = rows
    }

    /// The best dummy with all stories; nil when nothing fills the page.
    public func plan() -> Dummy? { plan(.endless) }

    /// - Parameter patience: how long to look for a page of many stories; for one of few nothing is left out.
    func plan(_ patience: PlanEffort.Patience) -> Dummy? {
        var found: Dummy?
        let isMany = pieces.stories > PlanEffort.fewStories
        let steps = PlanEffort.steps(stories: pieces.stories).prefix(isMany ? patience.rawValue : .max)
        for effort in steps where found == nil { found = plan(effort) }
        guard pieces.stories <= PlanEffort.fewStories else { return found }
        // Whatever is cheaper than what was found in haste, is found now.
        return plan(.exhaustive.below(found?.cost ?? .infinity)) ?? found
    }

    func plan(_ effort: PlanEffort) -> Dummy? {
        if !islands.isEmpty { return patched(effort) }
        let table = PlanTable(pieces, columns: columns, rows: rows, effort: effort)
        let all = pieces.all
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var cost = min(pieces.leastCost(all) + effort.excess, effort.ceiling)
        var placements: [Dummy.Placement] = []
        for entry in table.ends(all, columns: columns, rows: rows) where entry.cost + charge(for: entry.cut) <= cost {
            cost = entry.cost + charge(for: entry.cut)
            placements = table.placements(of: entry, all, in: whole)
        }
        if let turned = Pinwheel.best(of: all, in: table, effort, below: cost) {
            cost = turned.cost
            placements = turned.parts.flatMap { table.placements(of: $0.entry, $0.set, in: $0.cells) }
        }
        return placements.isEmpty ? nil : Dummy(placements: groups.resolved(placements), cost: cost)
    }

    /// The page round fixed rectangles that stand anywhere: the free space is cut along their edges, and the stories are
    /// shared between the pieces.
    private func patched(_ effort: PlanEffort) -> Dummy? {
        var effort = effort
        (effort.tableStories, effort.ceiling) = (.max, .infinity)
        let table = PlanTable(pieces, columns: columns, rows: rows, effort: effort)
        let whole = GridRect(columns: 0..<columns, rows: 0..<rows)
        var best: Dummy?
        for way in FreeSpace(fixed: corners + islands).ways(in: whole) {
            let costs = way.map { cells in
                (0...pieces.all).map { set in
                    if set == 0 { return Filler.cost(columns: cells.columns.count, rows: cells.rows.count) }
                    let entry = table.best(set, columns: cells.columns.count, rows: cells.rows.count)
                    return (entry?.cost ?? .infinity) + pieces.depth(set) * Double(cells.rows.lowerBound) / Double(rows)
                }
            }
            guard let shared = StorySharing.best(costs: costs, stories: pieces.stories),
                shared.cost < best?.cost ?? .infinity
            else { continue }
            let placements = zip(way, shared.sets).flatMap { cells, set -> [Dummy.Placement] in
                set == 0 ? [Filler.placement(cells)] : table.placements(of: set, in: cells)
            }
            best = Dummy(placements: groups.resolved(placements), cost: shared.cost)
        }
        return best
    }

    /// What the page costs with every set of the first so many stories, with or without those behind them (fillers);
    /// infinite where no cut page holds just these. Only for pages of so few stories that none are grouped.
    func costs(stories count: Int) -> [Double] {
        let table = PlanTable(pieces, columns: columns, rows: rows, effort: .sharing)
        let stories = UInt32(1 << count) - 1
        let fixed = pieces.all & ~(UInt32(1 << pieces.stories) - 1)
        let fillers = pieces.all & ~stories & ~fixed
        return (0...stories).map { set in
            let ends = [set | fixed, set | fixed | fillers].flatMap { table.ends($0, columns: columns, rows: rows) }
            return ends.map(\.cost).min() ?? .infinity
        }
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
