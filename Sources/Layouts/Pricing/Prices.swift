/// What the faults of a page cost, and how much of a thing is too much: the taste of a paper in one value.
///
/// Each price is named after its fault. The planner adds all of them up, so only the proportion between prices matters;
/// `Cost` defines the unit. Thresholds stand beside the prices that they belong to.
///
/// Every layout has its own prices. A layout file scales one (`prices: {buttingHeads: 2x}`) or sets it; `Prices.list` has
/// those that it may change.
public struct Prices: Hashable, Sendable {
    /// The values, which all copies share: they are many, and layouts are copied often.
    @usableFromInline var shared: Shared

    /// The program's own.
    public init() { shared = Shared(Groups()) }

    /// How stories stand to each other on a page.
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
    /// Which stories stand on which page.
    @inlinable public var sharing: Sharing {
        get { shared.groups.sharing }
        set { set(\.sharing, to: newValue) }
    }
    @inlinable public var jumps: Jumps {
        get { shared.groups.jumps }
        set { set(\.jumps, to: newValue) }
    }
    /// Pages that are held to the dummy that they had.
    @inlinable public var dummies: Dummies {
        get { shared.groups.dummies }
        set { set(\.dummies, to: newValue) }
    }
    /// What ranks stories get that the editor gave none.
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
    /// How stories stand to each other on a page.
    public struct Page: Hashable, Sendable {
        /// Headlines side by side at one height (碰题), by how many ranks they differ. Alike they read as one line.
        public var buttingHeads: [Cost] = [16, 5, 1.5]

        /// A gutter through the page's whole height (通缝), which tears it in two. An art director sends such a page
        /// back, so a cut costs more than all faults of a module together, and less than a filler.
        public var cutDown: Cost = 80
        /// A rule across the page's whole width (断版). Newspapers have it more often than a gutter through the page.
        public var cutAcross: Cost = 55

        /// The lead in the part under another story: under that one's headline it does not look like the lead.
        public var leadBelowLowerRank: Cost = 60
        /// A part that holds a higher rank than anything in the part above it.
        public var storyBelowLowerRank: Cost = 16
        /// A part that holds a higher rank than anything in the part at its left.
        public var storyRightOfLowerRank: Cost = 0.5

        /// A story at the page's foot instead of its head, by rank; in between it costs a share of this. Stories beyond the
        /// last of these ranks cost nothing.
        public var lowStory: [Cost] = [200, 12, 3, 1]
        /// The share by which `lowStory` falls from the copy's first story to its last: of stories of one rank the
        /// earlier should stand higher.
        public var laterInCopy = 0.4

        /// The fewest rows of a part of a pinwheel, or of one beside a stepped story.
        public var leastPartRows = 8
        /// The fewest rows of a strip beside furniture that can hold a story; a lower one stays white.
        public var leastStripRows = 4
        /// The share of its column-lines that a good page may leave white at legs' feet.
        public var goodWhite = 0.015

        public init() {}
    }

    /// A story across the page's foot in a box of its own (底栏).
    public struct FootBand: Hashable, Sendable {
        /// The fewest rows of the band: a lower one looks like a strip.
        public var leastRows = 8
        /// The largest share of the page's rows: a higher band looks like a page of its own.
        public var mostShare = 0.3

        public init() {}
    }

    /// What no story fills (补白).
    public struct Fillers: Hashable, Sendable {
        /// The need of a filler at all: allowed, but the last of all means.
        public var filler: Cost = 60
        /// Each of a filler's cells.
        public var fillerCell: Cost = 0.4

        /// Rows of the whole page that have to be over before it is planned with holes.
        public var leastRowsOver = 2
        /// The share of its hole that a filler may leave white.
        public var mostWhite = 0.35
        /// The share of a picture that a filler may crop.
        public var mostCropped = 0.25

        public init() {}
    }

    /// Pages that are held to the dummy that they had.
    public struct Dummies: Hashable, Sendable {
        /// The saving that a new dummy has to bring before stories move, about half a cut through the page: less is not
        /// worth an editor's second look at a page that was seen already.
        public var movedStories: Cost = 30

        public init() {}
    }
}
