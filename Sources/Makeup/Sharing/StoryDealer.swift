internal import Copy
internal import Layouts
internal import Typesetting

/// Shares stories out over pages that make themselves.
///
/// Where they are few, every page is weighed with every set of them, and the best way to share them is taken; many are
/// taken up page by page (`PageRun`).
struct StoryDealer {
    /// The pages' numbers, and their makers.
    let numbers: [Int]
    let makers: [PageMaker]

    /// What a page gets.
    struct Share {
        var stories: [Story]
        /// The ranks that its stories had among all of them, to fall back on.
        var ranks: [Int]?
    }

    /// What it costs that a story of each rank stands one page further back; a lower rank goes first.
    private static let laterPage: [Double] = [400, 30, 12, 5]

    static func later(_ rank: Int) -> Double { rank <= laterPage.count ? laterPage[max(0, rank - 1)] : 0 }

    /// Places to part a story at that are tried.
    private static let mostCuts = 12

    /// More stories than this are not weighed in every combination.
    private static let mostWeighed = 10

    func deal(_ articles: [(Article, [Picture])], previous: [PageDummy]) -> [Share] {
        let whole = DealtPages(makers, articles)
        if let kept = kept(whole, previous) { return kept }
        guard articles.count <= Self.mostWeighed else {
            return PageRun(numbers: numbers, makers: makers).shares(of: articles)
        }
        if let sets = whole.sets(fillers: 0) { return whole.shares(sets) }
        return parted(articles) ?? whole.shares(whole.sets(fillers: 1) ?? whole.fallback())
    }

    /// The stories with a long one in two parts, of which the second goes on on a later page.
    private func parted(_ articles: [(Article, [Picture])]) -> [Share]? {
        for cut in StoryCut.places(in: articles.map(\.0)).prefix(Self.mostCuts) {
            var parts = cut.parts(of: articles)
            parts[cut.story].0.continuesOn = numbers.last
            parts[cut.story + 1].0.continuedFrom = numbers.first
            var split = DealtPages(makers, parts)
            guard let sets = split.sets(fillers: 0, parted: cut.story),
                let first = sets.firstIndex(where: { $0.contains(cut.story) }),
                let second = sets.firstIndex(where: { $0.contains(cut.story + 1) }), first < second
            else { continue }
            split.tell(cut.story, continuesOn: numbers[second])
            split.tell(cut.story + 1, continuedFrom: numbers[first])
            return split.shares(sets)
        }
        return nil
    }

    /// The stories on the pages where their dummies have them, when every page still keeps its dummy.
    private func kept(_ pages: DealtPages, _ previous: [PageDummy]) -> [Share]? {
        let dummies = numbers.compactMap { number in previous.first { $0.page == number } }
        let titles = pages.stories.first?.map { PageDummy.Entry.plain($0.article.title) } ?? []
        guard dummies.count == numbers.count else { return nil }
        let sets = dummies.map { dummy in
            titles.indices.filter { index in dummy.stories.contains { $0.title == titles[index] } }
        }
        guard sets.flatMap(\.self).sorted() == Array(titles.indices) else { return nil }
        for (page, set) in sets.enumerated() {
            let own = makers[page].judged(set.map { pages.stories[page][$0] })
            guard
                case .kept = DummyKeeper(page: makers[page].autoPage(own), previous: dummies[page]).verdict(
                    against: nil)
            else { return nil }
        }
        return pages.shares(sets)
    }
}

/// Stories on each of several pages, weighed in every combination.
struct DealtPages {
    /// For each page all stories as they would stand there; pages of one layout share them.
    private(set) var stories: [[Story]]
    private let makers: [PageMaker]

    init(_ makers: [PageMaker], _ articles: [(Article, [Picture])]) {
        self.makers = makers
        stories = []
        for (page, maker) in makers.enumerated() {
            if let same = makers[..<page].firstIndex(where: { $0.layout == maker.layout }) {
                stories.append(stories[same])
            } else {
                stories.append(maker.judged(maker.set(articles)))
            }
        }
    }

    mutating func tell(_ story: Int, continuesOn page: Int) {
        for index in stories.indices { stories[index][story].article.continuesOn = page }
    }

    mutating func tell(_ story: Int, continuedFrom page: Int) {
        for index in stories.indices { stories[index][story].article.continuedFrom = page }
    }

    func shares(_ sets: [[Int]]) -> [StoryDealer.Share] {
        zip(stories, sets).map { stories, set in
            StoryDealer.Share(stories: set.map { stories[$0] }, ranks: set.map { stories[$0].rank })
        }
    }

    /// For each page what it costs with every set of the stories.
    private func costs(fillers: Int) -> [[Double]] {
        var costs: [[Double]] = []
        for (page, maker) in makers.enumerated() {
            if let same = makers[..<page].firstIndex(where: { $0.layout == maker.layout }) {
                costs.append(costs[same])
            } else {
                costs.append(maker.autoPage(stories[page]).costs(fillers: fillers))
            }
        }
        return costs
    }

    /// The stories of each page; nil when no way holds them all.
    ///
    /// - Parameters:
    ///   - fillers: how many fillers each page may have.
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    func sets(fillers: Int, parted: Int? = nil) -> [[Int]]? {
        let count = stories[0].count
        let costs = costs(fillers: fillers).enumerated().map { place, costs in
            costs.enumerated().map { set, cost in
                if let parted {
                    let isFirst = set & 1 << parted != 0, isSecond = set & 2 << parted != 0
                    if isFirst && (isSecond || place == makers.count - 1) || isSecond && place == 0 {
                        return Double.infinity
                    }
                }
                return cost + later(of: UInt32(set), stories[place]) * Double(place)
            }
        }
        return StorySharing.best(costs: costs, stories: count)?.sets.map { Self.indices($0, of: count) }
    }

    /// As many stories as fill each page, the most first; the last page gets the rest.
    func fallback() -> [[Int]] {
        let count = stories[0].count
        let costs = costs(fillers: 1)
        var rest = UInt32(1 << count) - 1
        return makers.indices.map { page in
            guard page < makers.count - 1 else { return Self.indices(rest, of: count) }
            var best: UInt32 = 0
            for set in 1..<UInt32(1 << count) where set & ~rest == 0 && costs[page][Int(set)] < .infinity {
                let isMore = set.nonzeroBitCount > best.nonzeroBitCount
                let isCheaper =
                    set.nonzeroBitCount == best.nonzeroBitCount && costs[page][Int(set)] < costs[page][Int(best)]
                if isMore || isCheaper { best = set }
            }
            rest ^= best
            return Self.indices(best, of: count)
        }
    }

    private static func indices(_ set: UInt32, of count: Int) -> [Int] {
        (0..<count).filter { set & 1 << UInt32($0) != 0 }
    }

    private func later(of set: UInt32, _ stories: [Story]) -> Double {
        stories.indices.reduce(0) { $0 + (set & 1 << UInt32($1) != 0 ? StoryDealer.later(stories[$1].rank) : 0) }
    }
}
