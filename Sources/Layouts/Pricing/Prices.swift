/// The prices of a page's faults, and the thresholds beyond which something is a fault.
///
/// Each price is named after its fault. The planner adds up all prices, so only the proportions between them matter.
/// `Cost` defines the unit. Each threshold belongs to the same group as its prices.
///
/// Every layout has its own prices. A layout file scales a price (`prices: {buttingHeads: 2x}`) or sets it.
/// `Prices.list` has the prices that a file may change.
public struct Prices: Hashable, Sendable {
    /// The values. All copies share them, because there are many values and layouts are copied often.
    @usableFromInline var shared: Shared

    /// Creates the program's own prices.
    public init() { shared = Shared(Groups()) }

    /// The positions of stories relative to each other on a page.
    @inlinable public var page: Page {
        get { shared.groups.page }
        set { set(\.page, to: newValue) }
    }
    @inlinable public var headlines: Headlines {
        get { shared.groups.headlines }
        set { set(\.headlines, to: newValue) }
    }
    @inlinable public var legs: Legs {
        get { shared.groups.legs }
        set { set(\.legs, to: newValue) }
    }
    /// Legs of two depths.
    @inlinable public var steps: Steps {
        get { shared.groups.steps }
        set { set(\.steps, to: newValue) }
    }
    @inlinable public var photos: Photos {
        get { shared.groups.photos }
        set { set(\.photos, to: newValue) }
    }
    @inlinable public var stories: Stories {
        get { shared.groups.stories }
        set { set(\.stories, to: newValue) }
    }
    /// A story across the page's foot.
    @inlinable public var footBand: FootBand {
        get { shared.groups.footBand }
        set { set(\.footBand, to: newValue) }
    }
    @inlinable public var fillers: Fillers {
        get { shared.groups.fillers }
        set { set(\.fillers, to: newValue) }
    }
    /// The allocation of stories to pages.
    @inlinable public var sharing: Sharing {
        get { shared.groups.sharing }
        set { set(\.sharing, to: newValue) }
    }
    @inlinable public var jumps: Jumps {
        get { shared.groups.jumps }
        set { set(\.jumps, to: newValue) }
    }
    /// Pages that keep an earlier dummy.
    @inlinable public var dummies: Dummies {
        get { shared.groups.dummies }
        set { set(\.dummies, to: newValue) }
    }
    /// The ranks of stories to which the editor gave none.
    @inlinable public var ranks: Ranks {
        get { shared.groups.ranks }
        set { set(\.ranks, to: newValue) }
    }
    /// Which stories may take a less common form.
    @inlinable public var forms: Forms {
        get { shared.groups.forms }
        set { set(\.forms, to: newValue) }
    }
    /// How far the planner searches.
    @inlinable public var search: Search {
        get { shared.groups.search }
        set { set(\.search, to: newValue) }
    }

    @usableFromInline
    struct Groups: Hashable, Sendable {
        @usableFromInline var page = Page()
        @usableFromInline var headlines = Headlines()
        @usableFromInline var legs = Legs()
        @usableFromInline var steps = Steps()
        @usableFromInline var photos = Photos()
        @usableFromInline var stories = Stories()
        @usableFromInline var footBand = FootBand()
        @usableFromInline var fillers = Fillers()
        @usableFromInline var sharing = Sharing()
        @usableFromInline var jumps = Jumps()
        @usableFromInline var dummies = Dummies()
        @usableFromInline var ranks = Ranks()
        @usableFromInline var forms = Forms()
        @usableFromInline var search = Search()
    }

    @usableFromInline
    final class Shared: Sendable {
        @usableFromInline let groups: Groups
        init(_ groups: Groups) { self.groups = groups }
    }

    @usableFromInline
    mutating func set<Group>(_ path: WritableKeyPath<Groups, Group>, to group: Group) {
        var groups = shared.groups
        groups[keyPath: path] = group
        shared = Shared(groups)
    }

    public static func == (a: Prices, b: Prices) -> Bool { a.shared === b.shared || a.shared.groups == b.shared.groups }
    public func hash(into hasher: inout Hasher) { hasher.combine(shared.groups) }
}

extension Prices {
    /// The positions of stories relative to each other on a page.
    public struct Page: Hashable, Sendable {
        /// Headlines side by side at one height (碰题), by the difference of their ranks. Headlines of the same rank read
        /// as one line.
        public var buttingHeads: [Cost] = [16, 5, 1.5]

        /// A gutter through the page's whole height (通缝), which divides the page in two. An art director rejects such a
        /// page, so a cut costs more than all faults of a module together, and less than a filler
        /// of a size that is seen (60 and 0.4 for each cell).
        public var cutDown: Cost = 80
        /// A rule across the page's whole width (断版). Newspapers have it more often than a gutter through the page.
        public var cutAcross: Cost = 55

        /// The lead in the part below another story. Below another headline it does not look like the lead.
        public var leadBelowLowerRank: Cost = 60
        /// A part that holds a higher rank than anything in the part above it.
        public var storyBelowLowerRank: Cost = 16
        /// A part that holds a higher rank than anything in the part at its left.
        public var storyRightOfLowerRank: Cost = 0.5

        /// A story at the page's foot instead of its head, by rank. A story in between costs a share of this. Stories
        /// beyond the last of these ranks cost nothing.
        public var lowStory: [Cost] = [200, 12, 3, 1]
        /// The share by which `lowStory` falls from the copy's first story to its last. Of two stories of one rank, the
        /// earlier should be higher on the page.
        public var laterInCopy = 0.4

        /// The fewest rows of a part of a pinwheel, or of one beside a stepped story.
        public var leastPartRows = 8
        /// The fewest rows of a strip beside furniture that can hold a story. A lower strip stays white.
        public var leastStripRows = 4
        /// The share of its column-lines that a good page may leave white at legs' feet.
        public var goodWhite = 0.015

        public init() {}
    }

    /// A story across the page's foot in a box of its own (底栏).
    public struct FootBand: Hashable, Sendable {
        /// The fewest rows of the band. A lower band looks like a strip.
        public var leastRows = 8
        /// The largest share of the page's rows. A higher band looks like a page of its own.
        public var mostShare = 0.3

        public init() {}
    }

    /// Space that no story fills (补白).
    public struct Fillers: Hashable, Sendable {
        /// Any filler. Fillers are allowed, but only as a last resort.
        public var filler: Cost = 60
        /// Each of a filler's cells.
        public var fillerCell: Cost = 0.4

        /// The number of rows of the whole page that must be left over before it is planned with holes.
        public var leastRowsOver = 2
        /// The share of its hole that a filler may leave white.
        public var mostWhite = 0.35
        /// The share of a picture that a filler may crop.
        public var mostCropped = 0.25

        public init() {}
    }

    /// Pages that keep an earlier dummy.
    public struct Dummies: Hashable, Sendable {
        /// The saving that a new dummy must bring before stories move, about half a cut through the page. A smaller
        /// saving does not justify that an editor checks the page again.
        public var movedStories: Cost = 30

        public init() {}
    }
}
