extension Prices {
    /// Which stories stand on which page.
    public struct Sharing: Hashable, Sendable {
        /// A story of each rank one page further back than it could be; a lower rank goes first.
        public var laterPage: [Cost] = [400, 30, 12, 5]
        /// A story that waits for the next page, for each that comes after it: the order of the copy is the editors'.
        public var waitingStory: Cost = 4
        /// A set of stories that fills a page to a hundredth more or less than `goodShare`, by the square.
        public var unlikelyFit: Cost = 1
        /// A page that somebody would send back: less than that the day's lead waits, more than the order of the copy is
        /// worth.
        public var weakPage: Cost = 40
        /// A page that has more white than a good one.
        public var whitePage: Cost = 40
        /// A story that stands on no page, over its rank: whatever else is better.
        public var unplacedStory: Cost = 2000
        /// Each column-line of such a story: of two ways the one that leaves out less is better.
        public var unplacedLine: Cost = 10

        /// What stories come to in their cheapest forms on a page that they fill well, as a share of its room: they stand
        /// a little smaller there. Measured on generated pages.
        public var goodShare = 1.015
        /// The share of a page's room that has to be free before its stories stand beside each other: in their smallest
        /// forms they hardly ever do.
        public var play = 0.02
        /// The same before a story is left out for the others' sake.
        public var playWithoutOne = 0.025
        /// Stories that are looked at for a page fill it and this much of another.
        public var reach = 1.35
        /// A rank's weight against the cells that a story takes more than it has to, when one has to go: it should be a
        /// small story, and only then a fitting one.
        public var rankCells = 60

        public init() {}
    }

    /// A story that goes on on a later page.
    public struct Jumps: Hashable, Sendable {
        /// The page on which a story goes on is over or short: that is reported, and worse than any page that is not.
        public var unfilledPage: Cost = 10_000

        /// Stories of fewer characters are not worth a jump.
        public var leastCharacters = 600
        /// The share of its story that neither part should be less than.
        public var leastShare = 0.15

        public init() {}
    }

    /// How much more than the least costs of all its stories a page may cost while cheaper ones are looked for.
    public struct Search: Hashable, Sendable {
        /// A page of many stories at each effort, the least first, and what a part of it may cost beyond its share of
        /// that by cells.
        public var efforts = [
            Effort(excess: 45, unevenness: 12), Effort(excess: 75, unevenness: 20), Effort(excess: 120, unevenness: 40),
            Effort(excess: 250, unevenness: 80),
        ]
        /// A good page of few stories.
        public var goodPage: Cost = 30
        /// A page of few stories that is not good, and the first to look for where there is no hurry.
        public var poorPage: Cost = 120
        /// A page of few stories that nobody would print.
        public var worstPage: Cost = 240
        /// A page that is good enough for one of many.
        public var enoughInPassing: Cost = 25
        /// A page of which it only counts whether some stories fill it.
        public var sharing = Effort(excess: 250, unevenness: 40)
        /// The same for a page that may have holes, which cost much, and several of them more than any page without.
        public var sharingWithHoles = Effort(excess: 700, unevenness: 200)
        /// A page with a stepped story that is one of several ways to share stories.
        public var steppedShare: Cost = 130

        public struct Effort: Hashable, Sendable {
            public var excess: Cost
            public var unevenness: Cost
            public init(excess: Cost, unevenness: Cost) { (self.excess, self.unevenness) = (excess, unevenness) }
        }

        public init() {}
    }
}
