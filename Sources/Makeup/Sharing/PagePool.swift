public import Copy
public import Diagnostics
public import Layouts
internal import Pages
public import Typesetting

/// Pages that share their copy: what the first cannot hold goes on to the next, by rank, so that each of them is filled.
///
/// Areas that a layout draws claim their stories first; the rest is shared out over the pages that the planner fills.
public struct PagePool {
    /// One page of the pool.
    public struct Sheet: Hashable, Sendable {
        public var number: Int
        public var layout: Layout
        /// How many pages the edition has.
        public var pages: Int

        public init(number: Int, layout: Layout, of pages: Int) {
            self.number = number
            self.layout = layout
            self.pages = pages
        }
    }

    let sheets: [Sheet]
    let setter: Typesetter
    private let hands: SpareHands

    /// More stories than this are not weighed in every combination over several pages, but fill one page after the other:
    /// pages beyond those that they need stay empty.
    public static let mostWeighed = 10

    /// - Parameter hands: who helps where there are many stories. The pages are the same for every number of them.
    public init(sheets: [Sheet], setter: Typesetter, hands: SpareHands = .none) {
        self.sheets = sheets
        self.setter = setter
        self.hands = hands
    }

    /// Makes the pages; a story that none of them holds is an error, never lost in silence.
    ///
    /// - Parameter previous: the dummies that pages had when they were made before.
    public func pages(of articles: [(Article, [Picture])], previous: [PageDummy] = []) -> [Reported<MadePage>] {
        let articles = sheets.first.map { BriefGroup(layout: $0.layout).grouped(articles) } ?? articles
        guard sheets.count > 1 else {
            return sheets.map { sheet in
                PageMaker(layout: sheet.layout, setter: setter, pages: sheet.pages).page(
                    number: sheet.number, articles: articles, previous: previous.first { $0.page == sheet.number })
            }
        }
        let claims = AreaClaims(layouts: sheets.map(\.layout), among: articles.count) { candidates(articles) }
        let desk = Desk(sheets: sheets, layouts: claims.layouts)
        let makers = sheets.indices.map { desk.maker($0, setter) }, left = claims.left.map { articles[$0] }
        let work = PageWork { index, share, setter in
            let maker = desk.maker(index, setter), number = desk.sheets[index].number
            let claimed = maker.set(claims.claimed[index].map { articles[$0] })
            return maker.page(
                number: number, stories: claimed + share.stories,
                ranks: share.ranks.map { claimed.map { $0.article.rank ?? 1 } + $0 },
                previous: previous.first { $0.page == number })
        }
        // Who has weighed all stories that are left makes the pages whose stories are known by then.
        let ahead = left.count > Self.mostWeighed ? StoriesAhead(left, for: makers[makers.count - 1]) : nil
        let help = ahead.map { ahead in
            hands.help { setter in
                ahead.work(setter)
                work.work(setter)
            }
        }
        share(left, makers, previous, work.add)
        ahead?.stop()
        let more = help?.isOver ?? true ? hands.help { work.work($0) } : nil
        // The last page was not planned with the others, and takes longest.
        work.work(setter, isFromBehind: true)
        help?.wait()
        more?.wait()
        return work.pages
    }

    /// What all hands need to make pages. Pages of one layout weigh a story once.
    private struct Desk: Sendable {
        let sheets: [Sheet]
        private let layouts: [Layout]
        private var stores: [Layout: (weighed: WeighedStories, planned: PlannedPages)] = [:]

        init(sheets: [Sheet], layouts: [Layout]) {
            (self.sheets, self.layouts) = (sheets, layouts)
            for layout in layouts where stores[layout] == nil { stores[layout] = (WeighedStories(), PlannedPages()) }
        }

        func maker(_ index: Int, _ setter: Typesetter) -> PageMaker {
            let store = stores[layouts[index]]!
            return PageMaker(
                layout: layouts[index], setter: setter, pages: sheets[index].pages, store: store.weighed,
                known: store.planned)
        }
    }

    /// The stories as areas choose by them. Only rules ask for ranks that the copy does not give.
    private func candidates(_ articles: [(Article, [Picture])]) -> [AreaChoice.Candidate] {
        let hasRules = sheets.contains { $0.layout.areas.contains { if case .rule = $0.story { true } else { false } } }
        var ranks = articles.map { $0.0.rank ?? 1 }
        if hasRules, let sheet = sheets.first {
            let maker = PageMaker(layout: sheet.layout, setter: setter)
            ranks = maker.judged(maker.set(articles)).map(\.rank)
        }
        return zip(articles, ranks).map {
            AreaChoice.Candidate(article: $0.0, hasPhotos: !$0.1.isEmpty, rank: $1)
        }
    }

    /// Finds what each page gets of the stories that no area has claimed. A page of drawn areas alone gets nothing more,
    /// unless all are such pages.
    private func share(
        _ articles: [(Article, [Picture])], _ makers: [PageMaker], _ previous: [PageDummy],
        _ decided: (_ page: Int, StoryDealer.Share) -> Void
    ) {
        let automatic = sheets.indices.filter { makers[$0].layout.makeup != .areas }
        let takers = automatic.isEmpty ? [0] : automatic
        for page in sheets.indices where !takers.contains(page) { decided(page, StoryDealer.Share(stories: [])) }
        if takers.count == 1 {
            return decided(takers[0], StoryDealer.Share(stories: makers[takers[0]].set(articles)))
        }
        StoryDealer(numbers: takers.map { sheets[$0].number }, makers: takers.map { makers[$0] })
            .deal(articles, previous: previous) { decided(takers[$0], $1) }
    }
}
