internal import Layouts

/// What may stand in the part of a page that a toothed story has, alone or under others, by the part's cells.
///
/// How dear a way is counts as in `PartChoices`; the story's own share in it is what its form costs at least with so many
/// cells (`SteppedVariants`), wherever its legs end.
final class StepChoices {
    struct Key: Hashable {
        var width: Int
        /// The furniture that stands over the story; no other does.
        var pinned: StorySet
        /// Whether only the story stands there.
        var isAlone: Bool
        /// Stories that the other parts have at least.
        var others: Int
    }

    /// A story under so many rows of others, 0 for none.
    struct Choice {
        var story: Int
        var high: Int
        /// What the story and those over it cost at least beyond the least of all of them, the story's depth included.
        var excess: Cost
    }

    /// What may stand over a story.
    struct Over {
        var set: StorySet
        /// What it costs beyond the least of its pieces, and the story's depth under it.
        var excess: Cost
    }

    private let pieces: PlanProblem
    private let costs: GuillotineTable
    private let key: Key
    private let all: StorySet
    /// The most stories over the toothed one.
    private let most: Int
    private let limit: Cost
    /// What each story costs at least beyond its cheapest form with so many cells.
    private let tooths: [Cost]
    private let mostCells: Int
    /// With the story in its cheapest form; the least dear first.
    private let choices: [Choice]
    /// By the number of cells; `unknown` where nobody has asked.
    private let leasts: SearchArray<Cost>
    private let known: SearchArray<[Choice]?>
    private static let unknown = Cost(millionths: .min)
    /// By story and the rows over it.
    private let overs: SearchArray<[Over]?>

    /// - Parameters:
    ///   - stories: the most that may stand over the story.
    ///   - limit: the excess to stay below.
    init(
        _ key: Key, of all: StorySet, _ pieces: PlanProblem, _ costs: GuillotineTable, stories: Int,
        below limit: Cost
    ) {
        (self.pieces, self.costs, self.key, self.all, self.limit) = (pieces, costs, key, all, limit)
        most = min(pieces.stories(in: all) - key.others - 1, stories)
        mostCells = costs.columns * costs.limit
        tooths = (0..<pieces.stories).flatMap { story in
            pieces.toothed(story, columns: key.width, cells: 0..<costs.columns * costs.limit + 1)
        }
        leasts = SearchArray(repeating: Self.unknown, count: mostCells + 1)
        known = SearchArray(repeating: nil, count: mostCells + 1)
        overs = SearchArray(repeating: nil, count: pieces.stories * costs.limit)
        choices = Self.choices(key, of: all, pieces, costs, most: most, below: limit)
    }

    private static func choices(
        _ key: Key, of all: StorySet, _ pieces: PlanProblem, _ costs: GuillotineTable, most: Int,
        below limit: Cost
    ) -> [Choice] {
        guard most >= 0 else { return [] }
        var choices: [Choice] = []
        var excesses = Array(repeating: Cost.unreachable, count: costs.limit)
        for story in 0..<pieces.stories where all.contains(story) {
            let own = StorySet(story)
            let tooth = pieces.leastToothed(own, columns: key.width)
            guard tooth < limit else { continue }
            if key.pinned.isEmpty { choices.append(Choice(story: story, high: 0, excess: tooth)) }
            for high in excesses.indices { excesses[high] = .unreachable }
            forEachOver(own, key, of: all, pieces, most: most) { over in
                let more = excess(of: over, own, pieces)
                costs.forEachLeast(over, columns: key.width) { high, cost in
                    if high < excesses.count { excesses[high] = min(excesses[high], cost + more) }
                }
            }
            for high in excesses.indices where excesses[high].isReachable {
                let excess = excesses[high] + hang(own, high: high, pieces, costs)
                if excess + tooth < limit { choices.append(Choice(story: story, high: high, excess: excess + tooth)) }
            }
        }
        choices.sort { ($0.excess, $0.story, $0.high) < ($1.excess, $1.story, $1.high) }
        return choices
    }

    /// - Parameter own: the story's set.
    private static func forEachOver(
        _ own: StorySet, _ key: Key, of all: StorySet, _ pieces: PlanProblem, most: Int, _ body: (StorySet) -> Void
    ) {
        guard !key.isAlone else { return }
        for over in all.intersection(pieces.allStories).subtracting(own).subsets where over.count <= most {
            let over = over.union(key.pinned)
            if !over.isEmpty { body(over) }
        }
    }

    /// What is added to the cost of what stands over a story: that the story has a higher rank, less what those pieces cost
    /// anywhere.
    private static func excess(of over: StorySet, _ own: StorySet, _ pieces: PlanProblem) -> Cost {
        pieces.pricing.inversion(of: pieces.bestRank(own), under: pieces.bestRank(over)) - pieces.leastCost(over)
    }

    /// What it costs that a story hangs under so many rows of others.
    private static func hang(_ own: StorySet, high: Int, _ pieces: PlanProblem, _ costs: GuillotineTable) -> Cost {
        pieces.depthOfRow(own) * (high + 1)
    }

    /// What may stand over a story in so many rows, the least dear first.
    func overs(_ story: Int, high: Int) -> [Over] {
        let place = story * costs.limit + high
        if let known = overs[place] { return known }
        var found: [Over] = []
        let own = StorySet(story), hang = Self.hang(own, high: high, pieces, costs)
        Self.forEachOver(own, key, of: all, pieces, most: most) { set in
            let least = costs.least(set, columns: key.width, rows: high)
            guard least.isReachable else { return }
            let excess = least + Self.excess(of: set, own, pieces) + hang
            if excess < limit { found.append(Over(set: set, excess: excess)) }
        }
        found.sort { ($0.excess, $0.set.bits) < ($1.excess, $1.set.bits) }
        overs[place] = found
        return found
    }

    /// What a story costs at least beyond its cheapest form where the part has so many cells and others so many rows over
    /// it.
    func tooth(_ story: Int, high: Int, cells: Int) -> Cost {
        let own = cells - (high == 0 ? 0 : (high + 1) * key.width)
        return own >= 0 ? tooths[story * (mostCells + 1) + own] : .unreachable
    }

    private func excess(of choice: Choice, cells: Int) -> Cost {
        choice.excess - pieces.leastToothed(StorySet(choice.story), columns: key.width)
            + tooth(choice.story, high: choice.high, cells: cells)
    }

    /// The least of any choice where the part has so many cells.
    func least(cells: Int) -> Cost {
        if leasts[cells] != Self.unknown { return leasts[cells] }
        var least = Cost.unreachable
        for choice in choices {
            if choice.excess >= least { break }
            least = min(least, excess(of: choice, cells: cells))
        }
        leasts[cells] = least
        return least
    }

    /// What may be chosen where the part has so many cells, the least dear first.
    subscript(cells: Int) -> [Choice] {
        if let choices = known[cells] { return choices }
        var found: [Choice] = []
        found.reserveCapacity(choices.count)
        for choice in choices {
            let excess = excess(of: choice, cells: cells)
            if excess < limit { found.append(Choice(story: choice.story, high: choice.high, excess: excess)) }
        }
        found.sort { ($0.excess, $0.story, $0.high) < ($1.excess, $1.story, $1.high) }
        known[cells] = found
        return found
    }
}
