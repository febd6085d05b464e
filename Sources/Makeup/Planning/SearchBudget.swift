internal import Layouts

/// How widely the planner searches: everything on a page of few stories, what is likely on a page of many.
struct SearchBudget: Hashable, Sendable {
    /// Entries with other corner headlines that are kept for each number of rows.
    var kept: Int
    /// How much dearer than the least costs of all its stories a page may be.
    var excess: Cost
    /// What a part of a page may be dearer than its share of that by cells.
    var unevenness: Cost
    /// Whether the upper and the left part always hold the higher rank.
    var keepsRanks: Bool
    /// The most stories in each part of a pinwheel.
    var partStories: Int
    /// The most stories in a part of the page.
    var tableStories = Int.max
    /// Whether such parts may also stand one above the other as bands from edge to edge.
    var hasBands = false
    /// When a page is toothed, which takes longest.
    var toothing = Toothing.always
    /// How much dearer than the least costs of all its stories a page is that is not bettered.
    var enough = Cost.zero
    /// Ways to share its stories out that are looked at before a page that turns, or is toothed, is what has been found: a
    /// page of many stories that hardly fit has more of them than anybody waits for.
    var mostWays = Int.max
    /// Of the rows at which a page may turn or be toothed, one in so many is tried.
    var grain = 1
    /// The cost of a page that is there already: what cannot be cheaper is not looked at.
    var ceiling = Cost.unreachable

    enum Toothing {
        case always
        /// Where the page does not turn as a pinwheel.
        case unlessItTurns
        /// Only to save a page that does not turn from the cut through it that it would have.
        case ratherThanCut
    }

    /// Nothing is left out.
    static let exhaustive = SearchBudget(
        kept: 16, excess: .unreachable, unevenness: .unreachable, keepsRanks: false, partStories: .max)

    /// Enough to see which stories fill a page, before it is planned in earnest.
    static func sharing(_ prices: Prices.Search) -> SearchBudget {
        SearchBudget(
            kept: 1, excess: prices.sharing.excess, unevenness: prices.sharing.unevenness, keepsRanks: true,
            partStories: 3)
    }

    /// The same where pages may have holes, which are dear, and several of them dearer than any page without.
    static func openSharing(_ prices: Prices.Search) -> SearchBudget {
        SearchBudget(
            kept: 1, excess: prices.sharingWithHoles.excess, unevenness: prices.sharingWithHoles.unevenness,
            keepsRanks: true, partStories: 0)
    }

    /// Up to so many stories nothing is left out in the end.
    static let fewStories = 7

    /// How long a page is looked for before it counts as one that cannot be filled.
    enum SearchDepth: Int, Comparable {
        /// For one of many pages in a row: what is likely, even of few stories.
        case passing
        /// For a page that is one of several to try.
        case trial
        /// A page that only more effort finds is so dear that nobody would print it.
        case usual
        case endless

        /// Efforts that are made for a page of many stories.
        var steps: Int {
            switch self {
            case .passing, .trial: 3
            case .usual: 4
            case .endless: 5
            }
        }

        static func < (a: SearchDepth, b: SearchDepth) -> Bool { a.rawValue < b.rawValue }
    }

    /// Some ten milliseconds.
    private static let mostWays = 2_000_000

    /// Its rows are tried by twos: that takes a quarter of the time, and its pages cost two white lines more.
    private static let grainInPassing = 2

    /// The efforts to try one after the other until a page is found.
    ///
    /// - Parameter beyond: what the page costs at least beyond its stories.
    static func steps(
        stories: Int, _ patience: SearchDepth, beyond: Cost = .zero, _ prices: Prices.Search
    ) -> [SearchBudget] {
        steps(stories: stories, prices).prefix(patience.steps).map {
            var effort = $0
            // A page of many stories turns in many ways.
            effort.toothing = stories > fewStories ? .ratherThanCut : .unlessItTurns
            effort.mostWays = mostWays
            effort.excess += beyond
            effort.unevenness += beyond
            if patience == .passing { (effort.enough, effort.grain) = (prices.enoughInPassing, grainInPassing) }
            return effort
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

    /// Everything that costs no more than it may, and twice that the next time: so the dear pages are looked at only where
    /// there is no cheap one, and what is found first is the cheapest of all.
    ///
    /// - Parameter skipsCheapSearch: whether there is hardly a cheap page, so that the search begins with those that are not.
    static func ceilings(
        least: Cost, _ patience: SearchDepth, skipsCheapSearch: Bool = false, _ prices: Prices.Search
    ) -> [SearchBudget] {
        let first = patience == .endless || skipsCheapSearch ? prices.poorPage : prices.goodPage
        let excesses = sequence(first: first) { $0 * 2 }.prefix { $0 <= prices.worstPage }
        return excesses.map { exhaustive.below(least + $0) } + (patience == .trial ? [] : [exhaustive])
    }

    /// The same effort for pages cheaper than one that is there.
    func below(_ cost: Cost) -> SearchBudget {
        var effort = self
        effort.ceiling = cost
        return effort
    }

    /// How much dearer than the least costs of its pieces a part may be.
    func excess(of cells: Int, among all: Int) -> Cost {
        excess.isReachable ? excess * (Double(cells) / Double(max(1, all))) + unevenness : .unreachable
    }
}
