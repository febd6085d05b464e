internal import Layouts

/// The choices for the part of a page that holds a stepped story, alone or below other stories, by the part's number of
/// cells.
///
/// Each choice has an excess, as in `PartChoices`. The story contributes its least cost for its number of cells
/// (`SteppedVariants`), in whichever rows its legs end.
final class StepChoices {
    struct Key: Hashable {
        /// The number of columns of the story.
        var width: Int
        /// The furniture above the story. All other furniture is in other parts.
        var pinned: StorySet
        /// Whether the part holds only the story.
        var isAlone: Bool
        /// The least number of stories in the other parts.
        var others: Int
    }

    /// A stepped story, and the number of rows of other pieces above it; 0 if there are none.
    struct Choice {
        var story: Int
        var high: Int
        /// The least cost of the story and the pieces above it, beyond the sum of their least costs. It includes the
        /// cost of the story's depth.
        var excess: Cost
    }

    /// A set of pieces above a story.
    struct Above {
        var set: StorySet
        /// The cost of the pieces beyond the sum of their least costs. It includes the cost of the story's depth below
        /// them.
        var excess: Cost
    }

    private let problem: PlanProblem
    private let table: GuillotineTable
    private let key: Key
    private let all: StorySet
    /// The greatest number of stories above the stepped one.
    private let most: Int
    private let limit: Cost
    /// The least extra cost of stepping a story, over its cheapest form, for each story and number of cells.
    private let stepped: [Cost]
    private let mostCells: Int
    /// The choices with the story in its cheapest stepped form, in order of increasing excess.
    private let choices: [Choice]
    /// The least excess by the number of cells; `unknown` until it is computed.
    private let leasts: SearchArray<Cost>
    private static let unknown = Cost(millionths: .min)
    private let choicesByCells: SearchArray<[Choice]?>
    /// The sets of pieces above a story, by the story and their rows; nil until they are computed.
    private let above: SearchArray<[Above]?>

    /// - Parameters:
    ///   - all: the pieces to choose from.
    ///   - stories: the greatest number of stories above the stepped one.
    ///   - limit: choices with this excess or more are left out.
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

    /// Calls a closure with every set of pieces that may be above a story.
    private static func forEachAbove(
        _ own: StorySet, _ key: Key, of all: StorySet, _ problem: PlanProblem, most: Int, _ body: (StorySet) -> Void
    ) {
        guard !key.isAlone else { return }
        for stories in all.intersection(problem.allStories).subtracting(own).subsets where stories.count <= most {
            let above = stories.union(key.pinned)
            if !above.isEmpty { body(above) }
        }
    }

    /// The amount to add to the cost of a set above a story to get the set's excess: the price of a story with a higher
    /// rank below the set, minus the least costs of the set's pieces.
    private static func excess(of above: StorySet, _ own: StorySet, _ problem: PlanProblem) -> Cost {
        problem.pricing.inversion(of: problem.bestRank(own), under: problem.bestRank(above)) - problem.leastCost(above)
    }

    /// The cost of a story's depth below a given number of rows of other pieces.
    private static func depth(_ own: StorySet, high: Int, _ problem: PlanProblem) -> Cost {
        problem.depthOfRow(own) * (high + 1)
    }

    /// The sets that can fill a given number of rows above a story, in order of increasing excess.
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

    /// The least extra cost of stepping a story, over its cheapest form, in a part of `cells` cells with `high` rows of
    /// other pieces above the story.
    func leastStepped(_ story: Int, high: Int, cells: Int) -> Cost {
        let own = cells - (high == 0 ? 0 : (high + 1) * key.width)
        return own >= 0 ? stepped[story * (mostCells + 1) + own] : .unreachable
    }

    private func excess(of choice: Choice, cells: Int) -> Cost {
        choice.excess - problem.leastStepped(StorySet(choice.story), columns: key.width)
            + leastStepped(choice.story, high: choice.high, cells: cells)
    }

    /// The least excess of any choice for a part with a given number of cells.
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

    /// The choices for a part with a given number of cells, in order of increasing excess.
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
