internal import Copy
internal import Layouts

/// Allocates stories to pages that the planner fills.
///
/// Few stories are tried on every page in every set, and the cheapest allocation is taken. Many stories are allocated
/// page by page (`GreedyAllocator`).
struct StoryAllocator {
    let slots: [PageSlot]
    /// The context of each page.
    let contexts: [PageContext]

    /// The greatest number of places at which a division of a story is tried.
    private static let mostCuts = 48
    /// The greatest number of allocations whose pages are planned before one is taken.
    private static let mostWays = 6

    /// Allocates the stories undivided. If they do not fill the pages, a long story is divided and continues on a later
    /// page. If that fails too, pages have holes, or the last page gets the stories that fit on no page and reports
    /// them.
    ///
    /// - Parameters:
    ///   - previous: the earlier dummies of the pages.
    ///   - decide: receives each page's assignment. If there are many stories, it is called before later pages are
    ///     allocated.
    func allocate(
        _ articles: [IllustratedArticle], previous: [PageDummy], _ decide: (_ page: Int, PageAssignment) throws -> Void
    ) rethrows {
        if let kept = kept(articles, previous) { return try kept.enumerated().forEach(decide) }
        if articles.count > PageJob.mostSearched {
            return try GreedyAllocator(slots: slots, contexts: contexts).allocate(articles, decide)
        }
        try searched(articles).enumerated().forEach(decide)
    }

    private func searched(_ articles: [IllustratedArticle]) -> [PageAssignment] {
        let meter = SearchMeter(SearchMeter.plan * slots.count)
        let whole = AllocationSearch(slots, contexts, articles, meter)
        let best = whole.cheapestPlanned(of: whole.sets(most: Self.mostWays))
        if let best, whole.leadsStandFirst(in: best.sets) { return whole.assignments(best.sets, plans: best.plans) }
        return parted(articles, meter)
            ?? best.map { whole.assignments($0.sets, plans: $0.plans) } ?? whole.assignments(whole.openSets())
    }

    /// An allocation with a long story in two parts, the second of which is on a later page; nil if none is found.
    private func parted(_ articles: [IllustratedArticle], _ meter: SearchMeter) -> [PageAssignment]? {
        let most = contexts.map(\.characters).max()! * 2, jumps = contexts[0].layout.prices.jumps
        for cut in StoryCut.places(in: articles.map(\.article), most: most, jumps).prefix(Self.mostCuts)
        where !meter.isSpent {
            var parts = cut.parts(of: articles)
            parts[cut.story].article.continuesOn = slots.last?.number
            parts[cut.story + 1].article.continuedFrom = slots.first?.number
            var split = AllocationSearch(slots, contexts, parts, meter)
            guard let sets = split.sets(parted: cut.story).first,
                let first = sets.firstIndex(where: { $0.contains(cut.story) }),
                let second = sets.firstIndex(where: { $0.contains(cut.story + 1) }), first < second
            else { continue }
            parts[cut.story].article.continuesOn = slots[second].number
            parts[cut.story + 1].article.continuedFrom = slots[first].number
            for story in cut.story...cut.story + 1 { split.replace(story, with: parts[story]) }
            return split.assignments(sets)
        }
        return nil
    }

    /// The allocation of the earlier dummies, if every page still fits its dummy; otherwise nil.
    private func kept(_ articles: [IllustratedArticle], _ previous: [PageDummy]) -> [PageAssignment]? {
        let dummies = slots.compactMap { slot in previous.first { $0.page == slot.number } }
        guard dummies.count == slots.count else { return nil }
        let titles = articles.map { PageDummy.Entry.plain($0.article.title) }
        let sets = dummies.map { dummy in
            titles.indices.filter { index in dummy.stories.contains { $0.title == titles[index] } }
        }
        guard sets.flatMap(\.self).sorted() == Array(titles.indices) else { return nil }
        let search = AllocationSearch(slots, contexts, articles, SearchMeter(SearchMeter.plan))
        for (page, set) in sets.enumerated() {
            let own = contexts[page].ranked(set.map { search.stories[page][$0] })
            let reconciler = DummyReconciler(page: contexts[page].input(own), previous: dummies[page])
            guard case .kept = reconciler.verdict(against: nil) else { return nil }
        }
        return search.assignments(sets)
    }
}

extension Prices.Sharing {
    /// The cost of a story of a rank that is one page further back.
    func later(_ rank: Int) -> Cost { rank <= laterPage.count ? laterPage[max(0, rank - 1)] : .zero }

    /// The cost of stories that are one page further back.
    func later(_ stories: [Story]) -> Cost { stories.reduce(.zero) { $0 + later($1.rank) } }
}
