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
        guard articles.count <= Self.mostWeighed else { return deal(dealt(whole), articles, whole) }
        let ways = shares(whole, fillers: 0, most: Self.mostWays)
        if !ways.isEmpty { return deal(best(of: ways, whole, articles, makers), articles, whole) }
        for cut in StoryCut.places(in: articles.map(\.0)).prefix(Self.mostCuts) {
            var parts = cut.parts(of: articles)
            (parts[cut.story].0.continuesOn, parts[cut.story + 1].0.continuedFrom) = (
                sheets.last!.number, sheets[0].number
            )
            let split = pages(parts)
            guard let shares = shares(split, fillers: 0, parted: cut.story).first,
                let first = shares.firstIndex(where: { $0.contains(cut.story) }),
                let second = shares.firstIndex(where: { $0.contains(cut.story + 1) }), first < second
            else { continue }
            parts[cut.story].0.continuesOn = sheets[second].number
            parts[cut.story + 1].0.continuedFrom = sheets[first].number
            return deal(shares, parts, split)
        }
        return deal(shares(whole, fillers: 1).first ?? fallback(whole), articles, whole)
    }

    /// Places to part a story at that are tried.
    private static let mostCuts = 12

    /// More stories than this are not weighed in every combination.
    private static let mostWeighed = 10

    /// Of the ways to share stories the first of whose pages none would be sent back: all filled, with no cut from edge
    /// to edge and hardly any white; else the cheapest.
    private func best(
        of ways: [[[Int]]], _ pages: [AutoPage], _ articles: [(Article, [Picture])], _ makers: [PageMaker]
    ) -> [[Int]] {
        var known: [[Int]: AutoPage.Grade] = [:]
        var best = (shares: ways[0], cost: Double.infinity)
        for shares in ways {
            var cost = 0.0, isGood = true
            for (place, share) in shares.enumerated() {
                let key = [place] + share
                let stories = makers[place].stories(of: share.map { articles[$0] })
                let grade = known[key] ?? AutoPage(layout: sheets[place].layout, setter: setter, stories: stories).grade
                known[key] = grade
                cost += grade.cost + later(of: share.map { pages[place].stories[$0] }) * Double(place)
                isGood = isGood && grade.isGood
                if !isGood && cost >= best.cost { break }
            }
            if isGood { return shares }
            if cost < best.cost { best = (shares, cost) }
        }
        return best.shares
    }

    /// Ways to share stories whose pages are made before one of them is taken.
    private static let mostWays = 12

    /// The stories of each page, the cheapest ways first; none when no way holds them all.
    ///
    /// - Parameters:
    ///   - fillers: how many fillers each page may have.
    ///   - most: how many ways to find.
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    private func shares(_ pages: [AutoPage], fillers: Int, parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let count = pages[0].stories.count
        let costs = pages.enumerated().map { place, page in
            page.costs(fillers: fillers).enumerated().map { set, cost in
                if let parted {
                    let isFirst = set & 1 << parted != 0, isSecond = set & 2 << parted != 0
                    if isFirst && (isSecond || place == pages.count - 1) || isSecond && place == 0 {
                        return Double.infinity
                    }
                }
                return cost + later(of: Self.indices(UInt32(set), of: count).map { page.stories[$0] }) * Double(place)
            }
        }
        return StorySharing(costs: costs, stories: count).ways(most)
            .map { $0.sets.map { Self.indices($0, of: count) } }
    }

    private static func indices(_ set: UInt32, of count: Int) -> [Int] {
        (0..<count).filter { set & 1 << UInt32($0) != 0 }
    }

    /// Many stories are dealt out: by rank and then in the order of the copy each goes to the first page that has room.
    private func dealt(_ pages: [AutoPage]) -> [[Int]] {
        let stories = pages[0].stories
        var shares = [[Int]](repeating: [], count: pages.count)
        for story in stories.indices.sorted(by: { (stories[$0].rank, $0) < (stories[$1].rank, $1) }) {
            let place = pages.indices.first { pages[$0].excessLines(shares[$0] + [story]) <= 0 }
            shares[place ?? pages.count - 1].append(story)
        }
        return shares.map { $0.sorted() }
    }

    /// As many stories as fill each page, the most first; the last page gets the rest.
    private func fallback(_ pages: [AutoPage]) -> [[Int]] {
        let count = pages[0].stories.count
        var rest = UInt32(1 << count) - 1
        return pages.indices.map { page in
            guard page < pages.count - 1 else { return Self.indices(rest, of: count) }
            let costs = pages[page].costs(fillers: 1)
            var best: UInt32 = 0
            for set in 1..<UInt32(1 << count) where set & ~rest == 0 && costs[Int(set)] < .infinity {
                let isMore = set.nonzeroBitCount > best.nonzeroBitCount
                let isCheaper = set.nonzeroBitCount == best.nonzeroBitCount && costs[Int(set)] < costs[Int(best)]
                if isMore || isCheaper { best = set }
            }
            rest ^= best
            return Self.indices(best, of: count)
        }
    }

    /// What it costs to have stories one page further back.
    private func later(of stories: [Story]) -> Double {
        stories.reduce(0) { sum, story in
            sum + (story.rank <= Self.laterPage.count ? Self.laterPage[max(0, story.rank - 1)] : 0)
        }
    }
}
