public import Copy
public import Diagnostics
public import Layouts
internal import Pages
public import Typesetting

/// Pages that share their copy: what the first cannot hold goes on to the next, by rank, so that each of them is filled.
///
/// Areas that a layout draws claim their stories first; the rest is shared out over the pages that the planner fills.
public struct SharedCopyPages {
    let sheets: [PageSlot]
    let typesetter: Typesetter
    private let hands: SpareHands

    /// More stories than this are not weighed in every combination over several pages, but fill one page after the other:
    /// pages beyond those that they need stay empty.
    public static let mostWeighed = 10

    /// - Parameter hands: who helps where there are many stories. The pages are the same for every number of them.
    public init(sheets: [PageSlot], typesetter: Typesetter, hands: SpareHands = .none) {
        self.sheets = sheets
        self.typesetter = typesetter
        self.hands = hands
    }

    /// Makes the pages; a story that none of them holds is an error, never lost in silence.
    ///
    /// - Parameter previous: the dummies that pages had when they were made before.
    public func pages(of articles: [(Article, [Picture])], previous: [PageDummy] = []) -> [Reported<ComposedPage>] {
        let articles = sheets.first.map { BriefGroup(layout: $0.layout).grouped(articles) } ?? articles
        guard sheets.count > 1 else {
            return sheets.map { sheet in
                PageComposer(layout: sheet.layout, typesetter: typesetter, pages: sheet.pages).page(
                    number: sheet.number, articles: articles, previous: previous.first { $0.page == sheet.number })
            }
        }
        let claims = AreaAssignment(layouts: sheets.map(\.layout), among: articles.count) { candidates(articles) }
        let desk = PageContext(sheets: sheets, layouts: claims.layouts)
        let makers = sheets.indices.map { desk.maker($0, typesetter) }, left = claims.left.map { articles[$0] }
        let work = PageQueue { index, share, typesetter in
            let maker = desk.maker(index, typesetter), number = desk.sheets[index].number
            let claimed = maker.set(claims.claimed[index].map { articles[$0] })
            return maker.page(
                number: number, stories: claimed + share.stories,
                ranks: share.ranks.map { claimed.map { $0.article.rank ?? 1 } + $0 },
                previous: previous.first { $0.page == number })
        }
        // Who has weighed all stories that are left makes the pages whose stories are known by then.
        let ahead = left.count > Self.mostWeighed ? StoryPrefetcher(left, for: makers[makers.count - 1]) : nil
        let help = ahead.map { ahead in
            hands.help { typesetter in
                ahead.work(typesetter)
                work.work(typesetter)
            }
        }
        share(left, makers, previous, work.add)
        ahead?.stop()
        let more = help?.isOver ?? true ? hands.help { work.work($0) } : nil
        // The last page was not planned with the others, and takes longest.
        work.work(typesetter, isFromBehind: true)
        help?.wait()
        more?.wait()
        return work.pages
    }

    /// What all hands need to make pages. Pages of one layout weigh a story once.
    private struct PageContext: Sendable {
        let sheets: [PageSlot]
        private let layouts: [Layout]
        private var stores: [Layout: (weighed: SettingCache, planned: PlannedPages)] = [:]

        init(sheets: [PageSlot], layouts: [Layout]) {
            (self.sheets, self.layouts) = (sheets, layouts)
            for layout in layouts where stores[layout] == nil { stores[layout] = (SettingCache(), PlannedPages()) }
        }

        func maker(_ index: Int, _ typesetter: Typesetter) -> PageComposer {
            let store = stores[layouts[index]]!
            return PageComposer(
                layout: layouts[index], typesetter: typesetter, pages: sheets[index].pages, store: store.weighed,
                known: store.planned)
        }
    }

    /// The stories as areas choose by them. Only rules ask for ranks that the copy does not give.
    private func candidates(_ articles: [(Article, [Picture])]) -> [AreaChoice.Candidate] {
        let hasRules = sheets.contains { $0.layout.areas.contains { if case .rule = $0.story { true } else { false } } }
        var ranks = articles.map { $0.0.rank ?? 1 }
        if hasRules, let sheet = sheets.first {
            let maker = PageComposer(layout: sheet.layout, typesetter: typesetter)
            ranks = maker.judged(maker.set(articles)).map(\.rank)
        }
        return zip(articles, ranks).map {
            AreaChoice.Candidate(article: $0.0, hasPhotos: !$0.1.isEmpty, rank: $1)
        }
    }

    /// Finds what each page gets of the stories that no area has claimed. A page of drawn areas alone gets nothing more,
    /// unless all are such pages.
    private func share(
        _ articles: [(Article, [Picture])], _ makers: [PageComposer], _ previous: [PageDummy],
        _ decided: (_ page: Int, PageAssignment) -> Void
    ) {
        let automatic = sheets.indices.filter { makers[$0].layout.makeup != .areas }
        let takers = automatic.isEmpty ? [0] : automatic
        for page in sheets.indices where !takers.contains(page) { decided(page, PageAssignment(stories: [])) }
        if takers.count == 1 {
            return decided(takers[0], PageAssignment(stories: makers[takers[0]].set(articles)))
        }
        StoryAllocator(numbers: takers.map { sheets[$0].number }, makers: takers.map { makers[$0] })
            .deal(articles, previous: previous) { decided(takers[$0], $1) }
    }
}
