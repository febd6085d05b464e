extension Prices {
    /// Which stories stand on which page.
    public struct Sharing: Hashable, Sendable {
        /// A story one page further back than it could be, by rank: lower ranks give way first.
        public var laterPage: [Cost] = [400, 30, 12, 5]
        /// A story that waits for a later page, for each story that overtakes it: the order of the copy is the editors'.
        public var waitingStory: Cost = 4
        /// Stories that come to a hundredth more or less of a page than `goodShare`, by the square.
        public var unlikelyFit: Cost = 1
        /// A page that an editor would send back: less than the day's lead on a later page, more than a change of order.
        public var weakPage: Cost = 40
        /// A page that has more white than a good one.
        public var whitePage: Cost = 40
        /// A story that stands on no page, divided by its rank: anything else is better.
        public var unplacedStory: Cost = 2000
        /// Each column-line of such a story: of two ways to leave stories out the one that leaves out less is better.
        public var unplacedLine: Cost = 10

        /// The share of a page's room that stories take in their cheapest forms when they fill the page well: they are set
        /// a little smaller there. Measured on generated pages.
        public var goodShare = 1.015
        /// The share of a page's room that has to be over with all stories in their smallest forms: without it they hardly
        /// ever fit beside each other.
        public var play = 0.02
        /// The same when a story is left out so that the others fit.
        public var playWithoutOne = 0.025
        /// How many pages the stories would fill that are considered for one.
        public var reach = 1.35
        /// How many cells a rank counts when one story has to be left out: it should be one of low rank first, and then
        /// one that takes few cells.
        public var rankCells = 60

        public init() {}
    }

    /// A story that goes on on a later page.
    public struct Jumps: Hashable, Sendable {
        /// A page with the rest of a story that is over or short: this is reported, and worse than any page that is not.
        public var unfilledPage: Cost = 10_000

        /// The fewest characters of a story that is worth a jump.
        public var leastCharacters = 600
        /// The least share of its story for either part.
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
        /// A page of which only matters whether some stories fill it.
        public var sharing = Effort(excess: 250, unevenness: 40)
        /// The same for a page that may have holes: they cost much, and several of them more than any page without.
        public var sharingWithHoles = Effort(excess: 700, unevenness: 200)
        /// A page with a stepped story that is one of several ways to share stories.
        public var steppedShare: Cost = 130

        public struct Effort: Hashable, Sendable {
            /// What the page may cost beyond the least costs of all its stories.
            public var excess: Cost
            /// What a part of it may cost beyond its share of that by cells.
            public var unevenness: Cost
            public init(excess: Cost, unevenness: Cost) { (self.excess, self.unevenness) = (excess, unevenness) }
        }

        public init() {}
    }
}
