internal import Layouts

/// The limits of a search. The planner tries everything on a page of few stories, and only likely arrangements on a
/// page of many.
struct SearchBudget: Hashable, Sendable {
    /// The number of entries with different corner headlines that are kept for each height.
    var kept: Int
    /// How much a page may cost beyond the least costs of all its stories.
    var excess: Cost
    /// How much a part of a page may cost beyond its share of `excess`, which is proportional to its cells.
    var unevenness: Cost
    /// Whether the upper part and the left part always contain the higher rank.
    var keepsRanks: Bool
    /// The greatest number of stories in each part of a pinwheel, or beside a stepped story.
    var partStories: Int
    /// The greatest number of stories in a part that is made by cuts.
    var tableStories = Int.max
    /// Whether larger parts may be bands from edge to edge, one above the other.
    var hasBands = false
    /// When to search for pages with a stepped story. This search takes longest.
    var stepping = Stepping.always
    /// The excess of a page that is good enough to end a search.
    var goodEnough = Cost.zero
    /// The greatest number of distributions of stories over parts that a search examines before it takes the best one
    /// so far. A page of many stories that hardly fit has far more distributions.
    var mostWays = Int.max
    /// The interval, in rows, of the positions at which a page may turn or step.
    var rowStride = 1
    /// An upper bound of the cost, such as the cost of a page that is already known. The search skips everything that
    /// cannot cost less.
    var ceiling = Cost.unreachable

    enum Stepping {
        case always
        /// If there is no pinwheel.
        case withoutPinwheel
        /// If there is a page with cuts but no pinwheel, to avoid the cuts.
        case insteadOfCuts
        case never
    }

    /// A budget for an exhaustive search.
    static let exhaustive = SearchBudget(
        kept: 16, excess: .unreachable, unevenness: .unreachable, keepsRanks: false, partStories: .max)

    /// A budget for a page made by cuts, at any cost. It is used when a `SearchMeter` is spent.
    static let lastResort = SearchBudget(
        kept: 1, excess: .unreachable, unevenness: .unreachable, keepsRanks: true, partStories: 0, stepping: .never)

    /// A budget that is enough to decide which stories fill a page, before the page is planned.
    static func sharing(_ prices: Prices.Search) -> SearchBudget {
        SearchBudget(
            kept: 1, excess: prices.sharing.excess, unevenness: prices.sharing.unevenness, keepsRanks: true,
            partStories: 3)
    }

    /// The same for pages that may have holes. Holes are expensive, and several of them cost more than any page without
    /// holes.
    static func sharingWithHoles(_ prices: Prices.Search) -> SearchBudget {
        SearchBudget(
            kept: 1, excess: prices.sharingWithHoles.excess, unevenness: prices.sharingWithHoles.unevenness,
            keepsRanks: true, partStories: 0)
    }

    /// The greatest number of stories for which the last search of a page is exhaustive.
    static let fewStories = 7

    /// How far to search before a page counts as impossible to fill.
    enum SearchDepth: Int, Comparable {
        /// For one of many pages in a row. Only likely arrangements are tried, even of few stories.
        case passing
        /// For a page that is one of several alternatives.
        case trial
        /// For a page that will be printed. A page that only a deeper search finds is too expensive to be printed.
        case usual
        case endless

        /// The number of budgets to try for a page of many stories.
        fileprivate var steps: Int {
            switch self {
            case .passing, .trial: 3
            case .usual: 4
            case .endless: 5
            }
        }

        static func < (a: SearchDepth, b: SearchDepth) -> Bool { a.rawValue < b.rawValue }
    }

    /// The limit of distributions for the budgets of `steps`. That many take some ten milliseconds.
    private static let mostWays = 2_000_000

    /// The interval of rows for a page in passing. Compared with every row, the search takes a quarter of the time, and
    /// the page costs two white lines more.
    private static let rowStrideInPassing = 2

    /// The budgets to try one after another until a page is found, by the number of its stories.
    ///
    /// - Parameter beyond: the least cost of the page beyond its stories.
    static func steps(
        stories: Int, _ depth: SearchDepth, beyond: Cost = .zero, _ prices: Prices.Search
    ) -> [SearchBudget] {
        steps(stories: stories, prices).prefix(depth.steps).map {
            var budget = $0
            // A page of many stories has many pinwheels.
            budget.stepping = stories > fewStories ? .insteadOfCuts : .withoutPinwheel
            budget.mostWays = mostWays
            budget.excess += beyond
            budget.unevenness += beyond
            if depth == .passing {
                (budget.goodEnough, budget.rowStride) = (prices.enoughInPassing, rowStrideInPassing)
            }
            return budget
        }
    }

    private static func steps(stories: Int, _ prices: Prices.Search) -> [SearchBudget] {
        let third = max(2, (stories + 2) / 3), few = max(2, (stories + 9) / 6)
        let stages: [(most: Int, hasBands: Bool)] = [(few, false), (third, false), (third, true), (third + 1, true)]
        let all = SearchBudget(
            kept: 3, excess: .unreachable, unevenness: .unreachable, keepsRanks: true, partStories: third + 1)
        return zip(prices.efforts, stages).map { effort, stage in
            SearchBudget(
                kept: 3, excess: effort.excess, unevenness: effort.unevenness, keepsRanks: true,
                partStories: stage.most, tableStories: stage.most, hasBands: stage.hasBands)
        } + [all]
    }

    /// The budgets for a page of few stories. Each finds every page that costs no more than a ceiling, which doubles
    /// from one budget to the next. The search therefore examines expensive pages only if there is no cheap one, and
    /// the first page that it finds is the cheapest of all.
    ///
    /// - Parameter skipsCheapSearch: whether a cheap page is unlikely, so that the search begins with expensive ones.
    static func ceilings(
        least: Cost, _ depth: SearchDepth, skipsCheapSearch: Bool = false, _ prices: Prices.Search
    ) -> [SearchBudget] {
        let first = depth == .endless || skipsCheapSearch ? prices.poorPage : prices.goodPage
        let excesses = sequence(first: first) { $0 * 2 }.prefix { $0 <= prices.worstPage }
        return excesses.map { exhaustive.below(least + $0) } + (depth == .trial ? [] : [exhaustive])
    }

    /// The same budget for pages that cost less than a page that is already known.
    func below(_ cost: Cost) -> SearchBudget {
        var budget = self
        budget.ceiling = cost
        return budget
    }

    /// How much a part may cost beyond the least costs of its pieces.
    ///
    /// - Parameters:
    ///   - cells: the number of cells of the part.
    ///   - all: the number of cells of the page.
    func excess(of cells: Int, among all: Int) -> Cost {
        excess.isReachable ? excess * (Double(cells) / Double(max(1, all))) + unevenness : .unreachable
    }
}
