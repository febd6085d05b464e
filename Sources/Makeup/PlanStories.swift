/// The stories of a page as the planner weighs them: their variants in every width, and sums over sets of them.
struct PlanStories: Sendable {
    let ranks: [Int]
    /// For each story its shelf in 1, 2 … columns.
    let shelves: [[VariantShelf]]
    private let least: [Int]
    private let most: [Int]
    private let best: [Int]
    private let depths: [Double]
    private let costs: [Double]

    var count: Int { ranks.count }

    /// Rows that white between modules may add to a set's own cells in any width.
    let slack: Int

    init(ranks: [Int], shelves: [[VariantShelf]]) {
        self.ranks = ranks
        self.shelves = shelves
        slack = ranks.count + 2
        let cells = shelves.map { shelves in
            shelves.flatMap { $0.variants.values.map { $0.rows * $0.columns } }
        }
        var least = [0], most = [0], best = [Int.max], depths = [0.0], costs = [0.0]
        let cheapest = shelves.map { $0.flatMap { $0.variants.values.map(\.cost) }.min() ?? 0 }
        for set in 1..<max(1, 1 << ranks.count) {
            let story = set.trailingZeroBitCount, rest = set & (set - 1)
            least.append(least[rest] + (cells[story].min() ?? 0))
            most.append(most[rest] + (cells[story].max() ?? 0))
            best.append(min(best[rest], ranks[story]))
            depths.append(depths[rest] + PlanCost.depth(rank: ranks[story]))
            costs.append(costs[rest] + cheapest[story])
        }
        (self.least, self.most, self.best, self.depths, self.costs) = (least, most, best, depths, costs)
    }

    /// The fewest and the most cells (columns × rows) that the stories of a set can take, white between them aside.
    func leastCells(_ set: UInt32) -> Int { least[Int(set)] }
    func mostCells(_ set: UInt32) -> Int { most[Int(set)] }
    /// The highest rank (the lowest number) in a set.
    func bestRank(_ set: UInt32) -> Int { best[Int(set)] }
    /// What the stories of a set cost at the very least.
    func leastCost(_ set: UInt32) -> Double { costs[Int(set)] }
    /// What moving the set from the page's head to its foot costs.
    func depth(_ set: UInt32) -> Double { depths[Int(set)] }
}
