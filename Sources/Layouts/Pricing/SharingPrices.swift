extension Prices {
    /// The allocation of stories to pages.
    public struct Sharing: Hashable, Sendable {
        /// A story that is one page further back than necessary, by rank. Lower ranks move back first.
        public var laterPage: [Cost] = [400, 30, 12, 5]
        /// A story that waits for a later page, for each story that overtakes it. The editors determine the order of
        /// the copy.
        public var waitingStory: Cost = 4
        /// Stories that take a hundredth of a page more or less than `goodShare`, by the square.
        public var unlikelyFit: Cost = 1
        /// A page that an editor would reject. It costs less than the day's lead on a later page, and more than a
        /// change of order.
        public var weakPage: Cost = 40
        /// A page that has more white than a good one.
        public var whitePage: Cost = 40
        /// A story that is on no page, divided by its rank. Any other allocation is better.
        public var unplacedStory: Cost = 2000
        /// Each column-line of such a story. Of two ways to leave stories out, the one that leaves out fewer lines is
        /// better.
        public var unplacedLine: Cost = 10

        /// The share of a page's room that stories take in their cheapest forms if they fill the page well. On the page
        /// they are set a little smaller. The value is measured on generated pages.
        public var goodShare = 1.015
        /// The share of a page's room that must be left over with all stories in their smallest forms. Without it they
        /// hardly ever fit beside each other.
        public var play = 0.02
        /// The same if a story is left out so that the others fit.
        public var playWithoutOne = 0.025
        /// The number of pages that the candidates for one page would fill.
        public var reach = 1.35
        /// The number of cells that a rank counts as if one story must be left out. The story should first have a low
        /// rank, and then take few cells.
        public var rankCells = 60

        public init() {}
    }

    /// A story that continues on a later page.
    public struct Jumps: Hashable, Sendable {
        /// A page that the rest of a story overfills or does not fill. It is reported, and costs more than any page
        /// without such a fault.
        public var unfilledPage: Cost = 10_000

        /// The fewest characters of a story that is worth a jump.
        public var leastCharacters = 600
        /// The least share of the story that each part takes.
        public var leastShare = 0.15

        public init() {}
    }

    /// How much a page may cost beyond the least costs of all its stories, at each depth of the search.
    public struct Search: Hashable, Sendable {
        /// A page of many stories, from the first budget to the last.
        public var efforts = [
            Effort(excess: 45, unevenness: 12), Effort(excess: 75, unevenness: 20), Effort(excess: 120, unevenness: 40),
            Effort(excess: 250, unevenness: 80),
        ]
        /// A good page of few stories.
        public var goodPage: Cost = 30
        /// A page of few stories that is not good.
        public var poorPage: Cost = 120
        /// A page of few stories that no editor would print.
        public var worstPage: Cost = 240
        /// A page that is good enough when it is one of many.
        public var enoughInPassing: Cost = 25
        /// A page that is planned only to determine whether some stories fill it.
        public var sharing = Effort(excess: 250, unevenness: 40)
        /// The same for a page that may have holes. Holes are expensive, and several of them cost more than any page
        /// without holes.
        public var sharingWithHoles = Effort(excess: 700, unevenness: 200)
        /// A page with a stepped story that is one of several allocations of stories.
        public var steppedShare: Cost = 130

        public struct Effort: Hashable, Sendable {
            /// How much the page may cost beyond the least costs of all its stories.
            public var excess: Cost
            /// How much a part of the page may cost beyond its share of `excess`, which is proportional to its cells.
            public var unevenness: Cost
            public init(excess: Cost, unevenness: Cost) { (self.excess, self.unevenness) = (excess, unevenness) }
        }

        public init() {}
    }
}
