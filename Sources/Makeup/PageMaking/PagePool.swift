public import Copy
public import Diagnostics
public import Layouts
public import Pages
public import Typesetting

/// Pages that share their copy: what the first cannot hold goes on to the next, by rank, so that each of them is filled.
///
/// Every page is weighed with every set of the stories, and the best way to share them is taken.
public struct PagePool {
    /// One page of the pool.
    public struct Sheet {
        public var number: Int
        public var layout: Layout
        public var facts: Facts

        public init(number: Int, layout: Layout, facts: Facts) {
            self.number = number
            self.layout = layout
            self.facts = facts
        }
    }

    let sheets: [Sheet]
    let setter: Typesetter

    public init(sheets: [Sheet], setter: Typesetter) {
        self.sheets = sheets
        self.setter = setter
    }

    /// What it costs that a story of each rank stands one page further back; a lower rank goes first.
    private static let laterPage: [Double] = [400, 30, 12, 5]

    /// Makes the pages; a story that none of them holds is an error, never lost in silence.
    ///
    /// - Parameter previous: the dummies that pages had when they were made before.
    public func pages(of articles: [(Article, [Picture])], previous: [PageDummy] = []) -> [Reported<MadePage>] {
        let articles = sheets.first.map { BriefGroup(layout: $0.layout).grouped(articles) } ?? articles
        let makers = sheets.map { PageMaker(layout: $0.layout, setter: setter) }
        guard sheets.count > 1, sheets.allSatisfy({ $0.layout.makeup == .auto }) else {
            return zip(sheets, makers).enumerated().map { index, entry in
                entry.1.page(
                    number: entry.0.number, articles: index == 0 ? articles : [], facts: entry.0.facts,
                    previous: previous.first { $0.page == entry.0.number })
            }
        }
        let deal = kept(articles, makers, previous) ?? deal(articles, makers)
        return zip(sheets, makers).enumerated().map { index, entry in
            let own = deal.shares[index]
            return entry.1.page(
                number: entry.0.number, articles: own.map { deal.articles[$0] }, facts: entry.0.facts,
                ranks: own.map { deal.ranks[index][$0] }, previous: previous.first { $0.page == entry.0.number })
        }
    }

    /// The stories on the pages where their dummies have them, when every page still keeps its dummy.
    private func kept(
        _ articles: [(Article, [Picture])], _ makers: [PageMaker], _ previous: [PageDummy]
    ) -> Deal? {
        let dummies = sheets.compactMap { sheet in previous.first { $0.page == sheet.number } }
        guard dummies.count == sheets.count, dummies.reduce(0, { $0 + $1.stories.count }) == articles.count else {
            return nil
        }
        let shares = dummies.map { dummy in
            articles.indices.filter { index in
                let title = PageDummy.Entry.plain(articles[index].0.title)
                return dummy.stories.contains { $0.title == title }
            }
        }
        guard shares.flatMap(\.self).sorted() == Array(articles.indices) else { return nil }
        let stories = makers.map { $0.stories(of: articles) }
        for (index, share) in shares.enumerated() {
            let own = makers[index].stories(of: share.map { articles[$0] })
            let page = AutoPage(layout: sheets[index].layout, setter: setter, stories: own)
            guard case .kept = DummyKeeper(page: page, previous: dummies[index]).verdict(against: nil) else {
                return nil
            }
        }
        return Deal(articles: articles, shares: shares, ranks: stories.map { $0.map(\.rank) })
    }

    /// Which story stands on which page; stories may have been parted.
    private struct Deal {
        var articles: [(Article, [Picture])]
        /// For each page its stories, and all stories' ranks there.
        var shares: [[Int]]
        var ranks: [[Int]]
    }

    /// Shares the stories out whole; where no way of that fills the pages, parts a long one, which then goes on on a
    /// later page; where that does not help either, fillers close what is left, or the last page gets what no page holds
    /// and reports it.
    private func deal(_ articles: [(Article, [Picture])], _ makers: [PageMaker]) -> Deal {
        func pages(_ articles: [(Article, [Picture])]) -> [AutoPage] {
            makers.map { AutoPage(layout: $0.layout, setter: setter, stories: $0.stories(of: articles)) }
        }
        let whole = pages(articles)
        func deal(_ shares: [[Int]], _ articles: [(Article, [Picture])], _ pages: [AutoPage]) -> Deal {
            Deal(articles: articles, shares: shares, ranks: pages.map { $0.stories.map(\.rank) })
        }
        let ways = shares(whole, most: Self.mostWays)
        if !ways.isEmpty { return deal(best(of: ways, whole, articles, makers), articles, whole) }
        for cut in articles.count < Self.mostWeighed ? StoryCut.places(in: articles.map(\.0)).prefix(Self.mostCuts) : []
        {
            var parts = cut.parts(of: articles)
            (parts[cut.story].0.continuesOn, parts[cut.story + 1].0.continuedFrom) = (
                sheets.last!.number, sheets[0].number
            )
            let split = pages(parts)
            guard let shares = shares(split, parted: cut.story).first,
                let first = shares.firstIndex(where: { $0.contains(cut.story) }),
                let second = shares.firstIndex(where: { $0.contains(cut.story + 1) }), first < second
            else { continue }
            parts[cut.story].0.continuesOn = sheets[second].number
            parts[cut.story + 1].0.continuedFrom = sheets[first].number
            return deal(shares, parts, split)
        }
        return deal(openShares(whole), articles, whole)
    }

    /// Places to part a story at that are tried.
    private static let mostCuts = 12

    /// More stories than this are weighed in groups, small ones together.
    private static let mostWeighed = 10

    /// Of the ways to share stories the first of whose pages none would be sent back: all filled, with no cut from edge
    /// to edge and hardly any white; else the cheapest.
    private func best(
        of ways: [[[Int]]], _ pages: [AutoPage], _ articles: [(Article, [Picture])], _ makers: [PageMaker]
    ) -> [[Int]] {
        var known: [[Int]: FullestPage] = [:]
        var best = (shares: ways[0], cost: Double.infinity)
        for shares in ways {
            var cost = 0.0, isGood = true
            for (place, share) in shares.enumerated() {
                let key = [place] + share
                let page =
                    known[key]
                    ?? makers[place].fullest(
                        makers[place].stories(of: share.map { articles[$0] }),
                        ranks: share.map { pages[place].stories[$0].rank })
                known[key] = page
                let own = page.isFilled ? page.planned.cost : .infinity
                cost += own + later(of: share, pages[place].stories) * Double(place)
                isGood = isGood && page.isGood
                if !isGood && cost >= best.cost { break }
            }
            if isGood { return shares }
            if cost < best.cost { best = (shares, cost) }
        }
        return best.shares
    }

    /// Ways to share stories whose pages are made before one of them is taken.
    private static let mostWays = 12

    /// What it costs that a story stands on no page, and for each of its column-lines: whatever else is better, but of
    /// two ways the one that leaves out less.
    private static let nowhere = 2_000.0
    private static let nowhereLine = 10.0

    /// The stories of each page, the cheapest ways first; none when no way fills all pages with them.
    ///
    /// - Parameters:
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    ///   - most: how many ways to find.
    private func shares(_ pages: [AutoPage], parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let groups = pages[0].groups(most: Self.mostWeighed)
        let costs = costs(pages, groups, isOpen: false, parted: parted)
        return StorySharing(costs: costs, stories: groups.count).ways(most)
            .map { $0.sets.map { Self.stories($0, of: groups) } }
    }

    /// The stories of each page where pages may have holes; what no page holds goes to the last, which reports it.
    private func openShares(_ pages: [AutoPage]) -> [[Int]] {
        let groups = pages[0].groups(most: Self.mostWeighed)
        let prices = groups.map { group in
            group.reduce(0) {
                $0 + Self.nowhere / Double(pages[0].stories[$1].rank) + Self.nowhereLine
                    * Double(pages.last!.leastCells[$1])
            }
        }
        let out = (0..<1 << groups.count).map { set in
            groups.indices.reduce(0) { set & 1 << $1 != 0 ? $0 + prices[$1] : $0 }
        }
        let costs = costs(pages, groups, isOpen: true, parted: nil) + [out]
        // Leaving all stories out is always a way.
        var shares = StorySharing.best(costs: costs, stories: groups.count)!.sets.map { Self.stories($0, of: groups) }
        let left = shares.removeLast()
        shares[shares.count - 1] = (shares[shares.count - 1] + left).sorted()
        return shares
    }

    /// For each page what it costs with every set of the groups.
    private func costs(_ pages: [AutoPage], _ groups: [[Int]], isOpen: Bool, parted: Int?) -> [[Double]] {
        let first = parted.flatMap { story in groups.firstIndex { $0.contains(story) } }
        let second = parted.flatMap { story in groups.firstIndex { $0.contains(story + 1) } }
        return pages.enumerated().map { place, page in
            page.costs(of: groups, isOpen: isOpen).enumerated().map { set, cost in
                if let first, let second {
                    let isFirst = set & 1 << first != 0, isSecond = set & 1 << second != 0
                    if isFirst && (isSecond || place == pages.count - 1) || isSecond && place == 0 {
                        return Double.infinity
                    }
                }
                // A page that gets nothing stays white.
                let empty = set == 0 && isOpen ? Filler.cost(columns: 1, rows: page.room) : cost
                return empty + later(of: Self.stories(UInt32(set), of: groups), page.stories) * Double(place)
            }
        }
    }

    private static func stories(_ set: UInt32, of groups: [[Int]]) -> [Int] {
        groups.indices.filter { set & 1 << UInt32($0) != 0 }.flatMap { groups[$0] }.sorted()
    }

    private func later(of chosen: [Int], _ stories: [Story]) -> Double {
        chosen.reduce(0) { sum, index in
            let rank = stories[index].rank
            return sum + (rank <= Self.laterPage.count ? Self.laterPage[max(0, rank - 1)] : 0)
        }
    }
}
