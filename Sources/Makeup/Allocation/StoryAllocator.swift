internal import Copy
internal import Layouts

/// Allocates stories to pages that the planner fills.
///
/// Few stories are tried on every page in every set, and the cheapest way to allocate them is taken; many are allocated
/// page by page (`GreedyAllocator`).
struct StoryAllocator {
    let slots: [PageSlot]
    /// The context of each page.
    let contexts: [PageContext]

    /// Places at which a story is tried to be parted.
    private static let mostCuts = 48
    /// Allocations whose pages are planned before one of them is taken.
    private static let mostWays = 6

    /// Allocates the stories whole. Where that fills no pages, a long story is parted and continues on a later page; where
    /// that does not help either, pages have holes, or the last page gets what no page holds and reports it.
    ///
    /// - Parameters:
    ///   - previous: the dummies that the pages had before.
    ///   - decide: receives each page's assignment; of many stories, while those of later pages are still open.
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
        let whole = AllocationSearch(slots, contexts, articles)
        let best = whole.cheapestPlanned(of: whole.sets(most: Self.mostWays))
        if let best, whole.leadsStandFirst(in: best.sets) { return whole.assignments(best.sets, plans: best.plans) }
        return parted(articles)
            ?? best.map { whole.assignments($0.sets, plans: $0.plans) } ?? whole.assignments(whole.openSets())
    }

    /// The stories with a long one in two parts, the second of which continues on a later page.
    private func parted(_ articles: [IllustratedArticle]) -> [PageAssignment]? {
        let most = contexts.map(\.characters).max()! * 2, jumps = contexts[0].layout.prices.jumps
        for cut in StoryCut.places(in: articles.map(\.article), most: most, jumps).prefix(Self.mostCuts) {
            var parts = cut.parts(of: articles)
            parts[cut.story].article.continuesOn = slots.last?.number
            parts[cut.story + 1].article.continuedFrom = slots.first?.number
            var split = AllocationSearch(slots, contexts, parts)
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

    /// The stories on the pages where their dummies have them, when every page still fits its dummy.
    private func kept(_ articles: [IllustratedArticle], _ previous: [PageDummy]) -> [PageAssignment]? {
        let dummies = slots.compactMap { slot in previous.first { $0.page == slot.number } }
        guard dummies.count == slots.count else { return nil }
        let titles = articles.map { PageDummy.Entry.plain($0.article.title) }
        let sets = dummies.map { dummy in
            titles.indices.filter { index in dummy.stories.contains { $0.title == titles[index] } }
        }
        guard sets.flatMap(\.self).sorted() == Array(titles.indices) else { return nil }
        let search = AllocationSearch(slots, contexts, articles)
        for (page, set) in sets.enumerated() {
            let own = contexts[page].ranked(set.map { search.stories[page][$0] })
            let reconciler = DummyReconciler(page: contexts[page].input(own), previous: dummies[page])
            guard case .kept = reconciler.verdict(against: nil) else { return nil }
        }
        return search.assignments(sets)
    }
}

extension Prices.Sharing {
    /// A story of a rank one page further back.
    func later(_ rank: Int) -> Cost { rank <= laterPage.count ? laterPage[max(0, rank - 1)] : .zero }

    /// Stories one page further back.
    func later(_ stories: [Story]) -> Cost { stories.reduce(.zero) { $0 + later($1.rank) } }
}
