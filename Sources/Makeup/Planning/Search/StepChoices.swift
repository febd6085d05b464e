internal import Layouts

/// The choices for the part of a page that holds a stepped story, alone or under others, by the part's cells.
///
/// Each choice has its excess, as in `PartChoices`. The story's share in it is what it costs at least with so many cells
/// (`SteppedVariants`), wherever its legs end.
final class StepChoices {
    struct Key: Hashable {
        /// The story's columns.
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
        /// What the story and those over it cost at least beyond the least of all of them, with the story's depth.
        var excess: Cost
    }

    /// The pieces that stand over a story.
    struct Above {
        var set: StorySet
        /// What they cost beyond the least of them, with the story's depth under them.
        var excess: Cost
    }

    private let problem: PlanProblem
    private let table: GuillotineTable
    private let key: Key
    private let all: StorySet
    /// The most stories over the stepped one.
    private let most: Int
    private let limit: Cost
    /// For each story and number of cells what it costs at least beyond its cheapest form.
    private let stepped: [Cost]
    private let mostCells: Int
    /// With the story in its cheapest form; the one of least excess first.
    private let choices: [Choice]
    /// By the number of cells; `unknown` until they are needed.
    private let leasts: SearchArray<Cost>
    private static let unknown = Cost(millionths: .min)
    private let choicesByCells: SearchArray<[Choice]?>
    /// By story and the rows over it.
    private let above: SearchArray<[Above]?>

    /// - Parameters:
    ///   - all: the pieces to choose from.
    ///   - stories: the most that may stand over the story.
    ///   - limit: the excess to stay below.
    init(_ key: Key, of all: StorySet, _ table: GuillotineTable, stories: Int, below limit: Cost) {
        let problem = table.problem
        (self.problem, self.table, self.key, self.all, self.limit) = (problem, table, key, all, limit)
        most = min(problem.stories(in: all) - key.others - 1, stories)
        let mostCells = table.columns * table.rows
        self.mostCells = mostCells
        stepped = (0..<problem.stories).flatMap { story in
            problem.leastStepped(story, columns: key.width, cells: 0..<mostCells + 1)
        }
        leasts = SearchArray(repeating: Self.unknown, count: mostCells + 1)
        choicesByCells = SearchArray(repeating: nil, count: mostCells + 1)
        above = SearchArray(repeating: nil, count: problem.stories * table.rows)
        choices = Self.choices(key, of: all, table, most: most, below: limit)
    }

    private static func choices(
        _ key: Key, of all: StorySet, _ table: GuillotineTable, most: Int, below limit: Cost
    ) -> [Choice] {
        guard most >= 0 else { return [] }
        let problem = table.problem
        var choices: [Choice] = []
        var excesses = Array(repeating: Cost.unreachable, count: table.rows)
        for story in 0..<problem.stories where all.contains(story) {
            let own = StorySet(story)
            let stepped = problem.leastStepped(own, columns: key.width)
            guard stepped < limit else { continue }
            if key.pinned.isEmpty { choices.append(Choice(story: story, high: 0, excess: stepped)) }
            for high in excesses.indices { excesses[high] = .unreachable }
            forEachAbove(own, key, of: all, problem, most: most) { above in
                let more = excess(of: above, own, problem)
                table.forEachLeast(above, columns: key.width) { high, cost in
                    if high < excesses.count { excesses[high] = min(excesses[high], cost + more) }
                }
            }
            for high in excesses.indices where excesses[high].isReachable {
                let excess = excesses[high] + depth(own, high: high, problem)
                if excess + stepped < limit {
                    choices.append(Choice(story: story, high: high, excess: excess + stepped))
                }
            }
        }
        choices.sort { ($0.excess, $0.story, $0.high) < ($1.excess, $1.story, $1.high) }
        return choices
    }

    /// Calls a closure with every set that may stand over a story.
    private static func forEachAbove(
        _ own: StorySet, _ key: Key, of all: StorySet, _ problem: PlanProblem, most: Int, _ body: (StorySet) -> Void
    ) {
        guard !key.isAlone else { return }
        for stories in all.intersection(problem.allStories).subtracting(own).subsets where stories.count <= most {
            let above = stories.union(key.pinned)
            if !above.isEmpty { body(above) }
        }
    }

    /// What is added to the cost of a set over a story for its excess: that the story has a higher rank, less what the
    /// pieces cost at least.
    private static func excess(of above: StorySet, _ own: StorySet, _ problem: PlanProblem) -> Cost {
        problem.pricing.inversion(of: problem.bestRank(own), under: problem.bestRank(above)) - problem.leastCost(above)
    }

    /// What it costs that a story stands under so many rows of others.
    private static func depth(_ own: StorySet, high: Int, _ problem: PlanProblem) -> Cost {
        problem.depthOfRow(own) * (high + 1)
    }

    /// The sets that may stand over a story in so many rows, the one of least excess first.
    func above(_ story: Int, high: Int) -> [Above] {
        let place = story * table.rows + high
        if let cached = above[place] { return cached }
        var sets: [Above] = []
        let own = StorySet(story), depth = Self.depth(own, high: high, problem)
        Self.forEachAbove(own, key, of: all, problem, most: most) { set in
            let least = table.least(set, columns: key.width, rows: high)
            guard least.isReachable else { return }
            let excess = least + Self.excess(of: set, own, problem) + depth
            if excess < limit { sets.append(Above(set: set, excess: excess)) }
        }
        sets.sort { ($0.excess, $0.set.bits) < ($1.excess, $1.set.bits) }
        above[place] = sets
        return sets
    }

    /// What a story costs at least beyond its cheapest form where the part has so many cells and others take so many rows
    /// over it.
    func leastStepped(_ story: Int, high: Int, cells: Int) -> Cost {
        let own = cells - (high == 0 ? 0 : (high + 1) * key.width)
        return own >= 0 ? stepped[story * (mostCells + 1) + own] : .unreachable
    }

    private func excess(of choice: Choice, cells: Int) -> Cost {
        choice.excess - problem.leastStepped(StorySet(choice.story), columns: key.width)
            + leastStepped(choice.story, high: choice.high, cells: cells)
    }

    /// The least excess of any choice where the part has so many cells.
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

    /// The choices where the part has so many cells, the one of least excess first.
    subscript(cells: Int) -> [Choice] {
        if let cached = choicesByCells[cells] { return cached }
        var fitting: [Choice] = []
        fitting.reserveCapacity(choices.count)
        for choice in choices {
            let excess = excess(of: choice, cells: cells)
            if excess < limit { fitting.append(Choice(story: choice.story, high: choice.high, excess: excess)) }
        }
        fitting.sort { ($0.excess, $0.story, $0.high) < ($1.excess, $1.story, $1.high) }
        choicesByCells[cells] = fitting
        return fitting
    }
}
