public import Diagnostics
internal import Layouts
public import Typesetting

/// Pages that are made together because they share their copy, or because a story of one continues on another, with all
/// that they depend on: equal jobs give equal pages.
///
/// The stages of a job are functions that can be called one by one:
///
///     job.allocate(with: typesetter, cache) { assignment in    // which stories on which page
///         let plan = assignment.plan(with: typesetter, cache)  // where they stand, in which variants
///         let page = plan.value.composed(with: typesetter)     // the page itself
///     }
public struct PageJob: Hashable, Sendable {
    /// The pages, in their order.
    public let slots: [PageSlot]
    public let articles: [IllustratedArticle]
    /// The dummies that hold stories to the places that they had before.
    public let previous: [PageDummy]
    /// Jobs of one page each, on which stories of this one may continue as their editors allow (`jump: 2`).
    public var linked: [PageJob]

    /// - Parameter articles: the copy of the pages. Small stories are gathered under one head where the first page's layout
    ///   has one (`briefs:`).
    public init(
        slots: [PageSlot], articles: [IllustratedArticle], previous: [PageDummy] = [], linked: [PageJob] = []
    ) {
        self.slots = slots
        self.articles = slots.first.map { BriefGroup(layout: $0.layout).grouped(articles) } ?? articles
        self.previous = previous
        self.linked = linked
    }

    /// More stories than this are not tried on several pages in every combination, but fill one page after the other.
    public static let mostSearched = 10

    /// All pages of the job.
    public var pages: [PageSlot] { slots + linked.flatMap(\.slots) }

    /// Decides which stories stand on which page.
    ///
    /// - Parameter decide: receives each page's assignment as soon as it is known.
    public func allocate(with typesetter: Typesetter, _ cache: JobCache, _ decide: (PageAssignment) throws -> Void)
        rethrows
    {
        let jobs = [self] + linked
        if jobs.count > 1 {
            try JumpAllocator(jobs, typesetter, cache).allocate(decide)
        } else if let slot = slots.first, slots.count == 1 {
            try decide(PageAssignment(slot: slot, articles: articles, previous: dummy(of: slot.number)))
        } else if !slots.isEmpty {
            try SharedCopyAllocator(self, typesetter, cache).allocate(decide)
        }
    }

    /// The dummy that a page had before.
    func dummy(of page: Int) -> PageDummy? { previous.first { $0.page == page } }
}

/// What the pages of a job share while it runs: one cache for the pages of each layout.
public struct JobCache: Sendable {
    private let caches: [Int: StoryCache]

    public init(_ job: PageJob) {
        var known: [(layout: Layout, cache: StoryCache)] = []
        var caches: [Int: StoryCache] = [:]
        for slot in job.pages {
            if !known.contains(where: { $0.layout == slot.layout }) { known.append((slot.layout, StoryCache())) }
            caches[slot.number] = known.first { $0.layout == slot.layout }!.cache
        }
        self.caches = caches
    }

    /// The context of one of the job's pages.
    func context(of slot: PageSlot, _ typesetter: Typesetter) -> PageContext {
        PageContext(layout: slot.layout, typesetter: typesetter, cache: caches[slot.number] ?? StoryCache())
    }
}

extension PageAssignment {
    /// The plan of the assignment's page: the one that allocation decided on, or the best that is found now. What the
    /// page does not hold, and what stays white, is reported.
    public func plan(with typesetter: Typesetter, _ cache: JobCache) -> Reported<PagePlan> {
        let reporter = Reporter()
        let plan = StoryPlacer(self, in: cache.context(of: slot, typesetter), reporter).plan()
        return Reported(plan, reporter.diagnostics)
    }
}

extension PagePlan {
    /// The page of the plan, without its furniture.
    public func composed(with typesetter: Typesetter) -> Reported<ComposedPage> {
        PageComposer(layout: slot.layout, typesetter: typesetter).page(self)
    }
}

extension PageJob {
    /// How many of the job's stories are worth evaluating ahead, while others are allocated; 0 where the job has too few
    /// for that.
    public var estimatedStories: Int {
        linked.isEmpty && slots.count > 1 && articles.count > Self.mostSearched ? articles.count : 0
    }

    /// Stories that are ranked together for an estimate, and the place of the estimated story among them, which is not the
    /// lead's.
    private static let neighbours = 8
    private static let place = 3

    /// Evaluates the variants of a story into the cache, in the rank and forms that its neighbours in the copy suggest. Most
    /// stories have the same on their page, and allocation then finds these variants there.
    public func evaluateAhead(_ index: Int, with typesetter: Typesetter, _ cache: JobCache) {
        let context = cache.context(of: slots[slots.count - 1], typesetter)
        let first = max(0, index - Self.place)
        let neighbours = articles[first..<min(first + Self.neighbours, articles.count)]
        let story = context.ranked(context.typeset(Array(neighbours)))[index - first]
        _ = context.variants(of: [story])
    }
}
