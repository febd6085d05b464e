/// What may stand in the part of a page that a toothed story has, alone or under others, by the part's cells.
///
/// How dear a way is counts as in `PartChoices`; the story's own share in it is what its form costs at least with so many
/// cells (`StepShelf`), wherever its legs end.
final class ToothChoices {
    struct Key: Hashable {
        var width: Int
        /// The furniture that stands over the story; no other does.
        var pinned: UInt32
        /// Whether only the story stands there.
        var isAlone: Bool
        /// Stories that the other parts have at least.
        var others: Int
    }

    /// A story under so many rows of others, 0 for none.
    struct Choice {
        var story: Int
        var high: Int
        /// What those over it cost at least beyond the least of their pieces, and the story's depth.
        var excess: Double
        /// That with the story in its cheapest form.
        var least: Double
    }

    private let pieces: PlanPieces
    private let costs: PlanTable.Costs
    private let key: Key
    private let all: UInt32
    /// The most stories over the toothed one.
    private let most: Int
    /// The least dear first.
    private(set) var choices: [Choice] = []
    /// By the number of cells; negative where nobody has asked.
    private var leasts: [Double]

    /// - Parameters:
    ///   - stories: the most that may stand over the story.
    ///   - limit: the excess to stay below.
    init(_ key: Key, of all: UInt32, _ pieces: PlanPieces, _ costs: PlanTable.Costs, stories: Int, below limit: Double) {
        (self.pieces, self.costs, self.key, self.all) = (pieces, costs, key, all)
        most = min(pieces.stories(in: all) - key.others - 1, stories)
        leasts = Array(repeating: -1, count: costs.columns * costs.limit + 1)
        guard most >= 0 else { return }
        for story in 0..<pieces.stories where all & 1 << UInt32(story) != 0 {
            let tooth = pieces.leastToothed(1 << UInt32(story), columns: key.width)
            guard tooth < limit else { continue }
            if key.pinned == 0 { choices.append(Choice(story: story, high: 0, excess: 0, least: tooth)) }
            var excesses = Array(repeating: Double.infinity, count: costs.limit)
            forEachOver(story) { over in
                for high in costs.span(over, columns: key.width) where high < costs.limit {
                    excesses[high] = min(excesses[high], excess(of: over, high: high, story))
                }
            }
            for (high, excess) in excesses.enumerated() where excess + tooth < limit {
                choices.append(Choice(story: story, high: high, excess: excess, least: excess + tooth))
            }
        }
        choices.sort { ($0.least, $0.story, $0.high) < ($1.least, $1.story, $1.high) }
    }

    /// The sets that may stand over a story.
    func forEachOver(_ story: Int, _ body: (UInt32) -> Void) {
        guard !key.isAlone else { return }
        let others = all & pieces.allStories & ~(1 << UInt32(story))
        var over = others
        while true {
            if over | key.pinned != 0, over.nonzeroBitCount <= most { body(over | key.pinned) }
            if over == 0 { return }
            over = (over - 1) & others
        }
    }

    /// What a set over a story costs beyond the least of its pieces, and the story's depth under it.
    func excess(of over: UInt32, high: Int, _ story: Int) -> Double {
        let own = UInt32(1) << UInt32(story)
        let isInverted = pieces.bestRank(own) < pieces.bestRank(over) && !pieces.isFurniture(over)
        return costs.least(over, columns: key.width, rows: high) - pieces.leastCost(over)
            + (isInverted ? PlanCost.rankInversion : 0)
            + pieces.depth(own) * Double(high + 1) / Double(costs.limit)
    }

    /// What a choice costs at least where the part has so many cells, whatever stands over the story.
    func excess(of choice: Choice, cells: Int) -> Double { choice.excess + tooth(choice, cells: cells) }

    /// What the story alone costs at least in such a part beyond its cheapest form.
    func tooth(_ choice: Choice, cells: Int) -> Double {
        let over = choice.high == 0 ? 0 : (choice.high + 1) * key.width
        return pieces.toothed(choice.story, columns: key.width, cells: cells - over)
    }

    /// The least of any choice where the part has so many cells.
    func least(cells: Int) -> Double {
        if leasts[cells] >= 0 { return leasts[cells] }
        var least = Double.infinity
        for choice in choices {
            if choice.least >= least { break }
            least = min(least, excess(of: choice, cells: cells))
        }
        leasts[cells] = least
        return least
    }
}
