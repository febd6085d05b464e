internal import Layouts

/// How far the planner searches: through everything on a page of few stories, through what is likely on one of many.
struct SearchBudget: Hashable, Sendable {
    /// Entries with different corner headlines that are kept for each height.
    var kept: Int
    /// What a page may cost beyond the least costs of all its stories.
    var excess: Cost
    /// What a part of a page may cost beyond its share of that by cells.
    var unevenness: Cost
    /// Whether the upper and the left part always hold the higher rank.
    var keepsRanks: Bool
    /// The most stories in each part of a pinwheel, and beside a stepped story.
    var partStories: Int
    /// The most stories in a part that is made by cuts.
    var tableStories = Int.max
    /// Whether larger parts may be bands from edge to edge, one above the other.
    var hasBands = false
    /// When the search for stepped stories runs, which takes longest.
    var stepping = Stepping.always
    /// The excess of a page that is good enough to end a search.
    var goodEnough = Cost.zero
    /// Distributions of stories over parts that are looked at before the best so far is taken. A page of many stories that
    /// hardly fit has far more.
    var mostWays = Int.max
    /// Every how many rows a page may turn or step.
    var rowStride = 1
    /// The cost of a page that is there already: nothing that cannot be cheaper is looked at.
    var ceiling = Cost.unreachable

    enum Stepping {
        case always
        /// Where there is no pinwheel.
        case withoutPinwheel
        /// Where there is no pinwheel but a page with cuts, to save the cuts.
        case insteadOfCuts
    }

    /// Leaves nothing out.
    static let exhaustive = SearchBudget(
        kept: 16, excess: .unreachable, unevenness: .unreachable, keepsRanks: false, partStories: .max)

    /// Enough to see which stories fill a page, before it is planned in earnest.
    static func sharing(_ prices: Prices.Search) -> SearchBudget {
        SearchBudget(
            kept: 1, excess: prices.sharing.excess, unevenness: prices.sharing.unevenness, keepsRanks: true,
            partStories: 3)
    }

    /// The same for pages that may have holes. These cost much, and several of them more than any page without.
    static func sharingWithHoles(_ prices: Prices.Search) -> SearchBudget {
        SearchBudget(
            kept: 1, excess: prices.sharingWithHoles.excess, unevenness: prices.sharingWithHoles.unevenness,
            keepsRanks: true, partStories: 0)
    }

    /// Up to so many stories nothing is left out in the end.
    static let fewStories = 7

    /// How far to search before a page counts as one that cannot be filled.
    enum SearchDepth: Int, Comparable {
        /// For one of many pages in a row: only what is likely, even of few stories.
        case passing
        /// For a page that is one of several to try.
        case trial
        /// For a page that will be printed. One that only a deeper search finds costs more than anybody would print.
        case usual
        case endless

        /// How many budgets are tried for a page of many stories.
        fileprivate var steps: Int {
            switch self {
            case .passing, .trial: 3
            case .usual: 4
            case .endless: 5
            }
        }

        static func < (a: SearchDepth, b: SearchDepth) -> Bool { a.rawValue < b.rawValue }
    }

    /// These take some ten milliseconds.
    private static let mostWays = 2_000_000

    /// With every other row a page in passing takes a quarter of the time, and costs two white lines more.
    private static let rowStrideInPassing = 2

    /// The budgets to try one after the other until a page is found, by the number of its stories.
    ///
    /// - Parameter beyond: what the page costs at least beyond its stories.
    static func steps(
        stories: Int, _ depth: SearchDepth, beyond: Cost = .zero, _ prices: Prices.Search
    ) -> [SearchBudget] {
        steps(stories: stories, prices).prefix(depth.steps).map {
            var budget = $0
            // There are many pinwheels of many stories.
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

    /// Budgets for a page of few stories: each finds everything that costs no more than a ceiling, which doubles from one
    /// to the next. So expensive pages are looked at only where there is no cheap one, and the first page that is found is
    /// the cheapest of all.
    ///
    /// - Parameter skipsCheapSearch: whether there is hardly a cheap page, so that the search begins with expensive ones.
    static func ceilings(
        least: Cost, _ depth: SearchDepth, skipsCheapSearch: Bool = false, _ prices: Prices.Search
    ) -> [SearchBudget] {
        let first = depth == .endless || skipsCheapSearch ? prices.poorPage : prices.goodPage
        let excesses = sequence(first: first) { $0 * 2 }.prefix { $0 <= prices.worstPage }
        return excesses.map { exhaustive.below(least + $0) } + (depth == .trial ? [] : [exhaustive])
    }

    /// The same budget for pages cheaper than one that is there.
    func below(_ cost: Cost) -> SearchBudget {
        var budget = self
        budget.ceiling = cost
        return budget
    }

    /// What a part may cost beyond the least costs of its pieces.
    ///
    /// - Parameters:
    ///   - cells: the part's.
    ///   - all: the page's.
    func excess(of cells: Int, among all: Int) -> Cost {
        excess.isReachable ? excess * (Double(cells) / Double(max(1, all))) + unevenness : .unreachable
    }
}
