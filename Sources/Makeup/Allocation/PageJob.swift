public import Diagnostics
internal import Layouts
public import Typesetting

/// Pages that are made together, because they share copy or because a story continues from one to another. A job
/// contains everything that its pages depend on, so equal jobs give equal pages.
///
/// The stages of a job are functions that can be called one by one:
///
///     job.allocate(with: typesetter, cache) { assignment in    // the stories of each page
///         let plan = assignment.plan(with: typesetter, cache)  // their cells and variants
///         let page = plan.value.composed(with: typesetter)     // the page itself
///     }
public struct PageJob: Hashable, Sendable {
    /// The pages, in order.
    public let slots: [PageSlot]
    public let articles: [IllustratedArticle]
    /// The earlier dummies of the pages, which keep stories in their places.
    public let previous: [PageDummy]
    /// Jobs of one page each, on which stories of this job may continue if their editors allow it (`jump: 2`).
    public var linked: [PageJob]

    /// - Parameter articles: the copy of the pages. Small stories are combined under one headline if the first page's
    ///   layout has one for them (`briefs:`).
    public init(
        slots: [PageSlot], articles: [IllustratedArticle], previous: [PageDummy] = [], linked: [PageJob] = []
    ) {
        self.slots = slots
        self.articles = slots.first.map { BriefGroup(layout: $0.layout).grouped(articles) } ?? articles
        self.previous = previous
        self.linked = linked
    }

    /// The greatest number of stories that are tried on several pages in every combination. More stories fill one page
    /// after another.
    public static let mostSearched = 10

    /// All pages of the job.
    public var pages: [PageSlot] { slots + linked.flatMap(\.slots) }

    /// Decides which stories are on which page.
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

    /// The earlier dummy of a page.
    func dummy(of page: Int) -> PageDummy? { previous.first { $0.page == page } }
}

/// The caches of a job while it runs: one for each layout, which the pages of that layout share.
public struct JobCache: Sendable {
    private let caches: [Int: StoryCache]
    private let layouts: [(layout: Layout, cache: StoryCache)]

    /// - Parameter earlier: the caches of a job with the same copy and other pages.
    public init(_ job: PageJob, reusing earlier: JobCache? = nil) {
        var known = earlier?.layouts ?? []
        var caches: [Int: StoryCache] = [:]
        for slot in job.pages {
            if !known.contains(where: { $0.layout == slot.layout }) { known.append((slot.layout, StoryCache())) }
            caches[slot.number] = known.first { $0.layout == slot.layout }!.cache
        }
        (self.caches, layouts) = (caches, known)
    }

    /// The context of one of the job's pages.
    func context(of slot: PageSlot, _ typesetter: Typesetter) -> PageContext {
        PageContext(layout: slot.layout, typesetter: typesetter, cache: caches[slot.number] ?? StoryCache())
    }
}

extension PageAssignment {
    /// The plan of the assignment's page: the plan from allocation if there is one, otherwise the best plan that a
    /// search finds. Stories that do not fit and space that stays white are reported.
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
    /// The number of the job's stories to evaluate ahead while others are allocated; 0 if the job has too few stories.
    public var estimatedStories: Int {
        linked.isEmpty && slots.count > 1 && articles.count > Self.mostSearched ? articles.count : 0
    }

    /// The number of stories that are ranked together for an estimate, and the index of the estimated story among them.
    /// It is not the index of the lead.
    private static let neighbours = 8
    private static let place = 3

    /// Evaluates the variants of a story and stores them in the cache. The story's rank and forms are estimated from
    /// its neighbours in the copy. Most stories have the same rank and forms on their page, so allocation finds their
    /// variants in the cache.
    public func evaluateAhead(_ index: Int, with typesetter: Typesetter, _ cache: JobCache) {
        let context = cache.context(of: slots[slots.count - 1], typesetter)
        let first = max(0, index - Self.place)
        let neighbours = articles[first..<min(first + Self.neighbours, articles.count)]
        let story = context.ranked(context.typeset(Array(neighbours)))[index - first]
        _ = context.variants(of: [story])
    }
}
