/// What may stand in the part of a page that a toothed story has, alone or under others: for every number of cells the
/// ways to fill them, the least dear first.
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

    struct Choice {
        /// All that stands there, and the toothed story among it.
        var set: UInt32
        var story: Int
        /// The rows of what stands over the story, 0 for nothing.
        var high: Int
        var excess: Double

        /// What stands over the story.
        var over: UInt32 { self.set & ~(1 << UInt32(story)) }
    }

    private let pieces: PlanPieces
    private let width: Int
    private let limit: Double
    /// Each with what it costs at least with the story in its cheapest form.
    private var heads: [(choice: Choice, least: Double)] = []
    /// By the number of cells.
    private var known: [[Choice]?]

    /// - Parameters:
    ///   - stories: the most that may stand over the story.
    ///   - limit: the excess to stay below.
    init(_ key: Key, of all: UInt32, _ pieces: PlanPieces, _ costs: PlanTable.Costs, stories: Int, below limit: Double) {
        self.pieces = pieces
        self.limit = limit
        width = key.width
        known = Array(repeating: nil, count: costs.columns * costs.limit + 1)
        let most = min(pieces.stories(in: all) - key.others - 1, stories)
        for story in 0..<pieces.stories where all & 1 << UInt32(story) != 0 {
            let own = UInt32(1) << UInt32(story), tooth = pieces.leastToothed(own, columns: width)
            guard tooth < limit else { continue }
            if key.pinned == 0, most >= 0 {
                heads.append((Choice(set: own, story: story, high: 0, excess: 0), tooth))
            }
            let others = all & ~own
            var over = key.isAlone ? 0 : others
            while over != 0 {
                defer { over = (over - 1) & others }
                guard over & ~pieces.allStories == key.pinned, pieces.stories(in: over) <= most else { continue }
                let isInverted = pieces.bestRank(own) < pieces.bestRank(over) && !pieces.isFurniture(over)
                let fixed = (isInverted ? PlanCost.rankInversion : 0) - pieces.leastCost(over)
                for high in costs.span(over, columns: width) {
                    let excess =
                        costs.least(over, columns: width, rows: high) + fixed
                        + pieces.depth(own) * Double(high + 1) / Double(costs.limit)
                    if excess + tooth < limit {
                        let choice = Choice(set: own | over, story: story, high: high, excess: excess)
                        heads.append((choice, excess + tooth))
                    }
                }
            }
        }
        heads.sort { ($0.least, $0.choice.set, $0.choice.high) < ($1.least, $1.choice.set, $1.choice.high) }
    }

    subscript(cells: Int) -> [Choice] {
        if let choices = known[cells] { return choices }
        var choices: [Choice] = []
        for (choice, _) in heads {
            let own = cells - (choice.high == 0 ? 0 : (choice.high + 1) * width)
            let excess = choice.excess + pieces.toothed(choice.story, columns: width, cells: own)
            guard excess < limit else { continue }
            var choice = choice
            choice.excess = excess
            choices.append(choice)
        }
        choices.sort { ($0.excess, $0.set, $0.high) < ($1.excess, $1.set, $1.high) }
        known[cells] = choices
        return choices
    }
}
