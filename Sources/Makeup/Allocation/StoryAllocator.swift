internal import Copy
internal import Layouts
internal import Typesetting

/// Shares stories out over pages that make themselves.
///
/// Where they are few, every page is weighed with every set of them, and the best way to share them is taken; many are
/// taken up page by page (`GreedyAllocator`).
struct StoryAllocator {
    /// The pages' numbers, and their makers.
    let numbers: [Int]
    let makers: [PageComposer]

    /// Places to part a story at that are tried.
    private static let mostCuts = 48
    /// Ways to share stories whose pages are made before one of them is taken.
    private static let mostWays = 6

    /// Shares the stories out whole; where no way of that fills the pages, parts a long one, which then goes on on a
    /// later page; where that does not help either, pages have holes, or the last gets what no page holds and reports it.
    ///
    /// - Parameter decided: is told each page's share; where there are many stories, while those of the others are looked
    ///   for.
    func deal(
        _ articles: [(Article, [Picture])], previous: [PageDummy], _ decided: (_ page: Int, PageAssignment) -> Void
    ) {
        if let kept = kept(articles, previous) { return kept.enumerated().forEach(decided) }
        if articles.count > SharedCopyPages.mostWeighed {
            return GreedyAllocator(numbers: numbers, makers: makers).shares(of: articles, decided)
        }
        weighed(articles).enumerated().forEach(decided)
    }

    private func weighed(_ articles: [(Article, [Picture])]) -> [PageAssignment] {
        let whole = AllocationSearch(makers, articles)
        let sets = whole.bestMade(of: whole.sets(most: Self.mostWays))
        if let sets, whole.leadsStandFirst(in: sets) { return whole.shares(sets) }
        return parted(articles) ?? whole.shares(sets ?? whole.openSets())
    }

    /// The stories with a long one in two parts, of which the second goes on on a later page.
    private func parted(_ articles: [(Article, [Picture])]) -> [PageAssignment]? {
        let most = makers.map(\.characters).max()! * 2, jumps = makers[0].layout.prices.jumps
        for cut in StoryCut.places(in: articles.map(\.0), most: most, jumps).prefix(Self.mostCuts) {
            var parts = cut.parts(of: articles)
            parts[cut.story].0.continuesOn = numbers.last
            parts[cut.story + 1].0.continuedFrom = numbers.first
            var split = AllocationSearch(makers, parts)
            guard let sets = split.sets(parted: cut.story).first,
                let first = sets.firstIndex(where: { $0.contains(cut.story) }),
                let second = sets.firstIndex(where: { $0.contains(cut.story + 1) }), first < second
            else { continue }
            parts[cut.story].0.continuesOn = numbers[second]
            parts[cut.story + 1].0.continuedFrom = numbers[first]
            for story in cut.story...cut.story + 1 { split.set(story, as: parts[story]) }
            return split.shares(sets)
        }
        return nil
    }

    /// The stories on the pages where their dummies have them, when every page still keeps its dummy.
    private func kept(_ articles: [(Article, [Picture])], _ previous: [PageDummy]) -> [PageAssignment]? {
        let dummies = numbers.compactMap { number in previous.first { $0.page == number } }
        guard dummies.count == numbers.count else { return nil }
        let titles = articles.map { PageDummy.Entry.plain($0.0.title) }
        let sets = dummies.map { dummy in
            titles.indices.filter { index in dummy.stories.contains { $0.title == titles[index] } }
        }
        guard sets.flatMap(\.self).sorted() == Array(titles.indices) else { return nil }
        let pages = AllocationSearch(makers, articles)
        for (page, set) in sets.enumerated() {
            let own = makers[page].judged(set.map { pages.stories[page][$0] })
            guard
                case .kept = DummyReconciler(page: makers[page].autoPage(own), previous: dummies[page]).verdict(
                    against: nil)
            else { return nil }
        }
        return pages.shares(sets)
    }
}

extension Prices.Sharing {
    /// A story of a rank one page further back.
    func later(_ rank: Int) -> Cost { rank <= laterPage.count ? laterPage[max(0, rank - 1)] : .zero }

    /// Stories one page further back.
    func later(_ stories: [Story]) -> Cost { stories.reduce(.zero) { $0 + later($1.rank) } }
}
