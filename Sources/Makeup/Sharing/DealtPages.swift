internal import Copy
internal import Layouts
internal import Typesetting

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

    /// Sets a story anew whose jump lines name other pages.
    mutating func set(_ story: Int, as entry: (Article, [Picture])) {
        for (page, maker) in makers.enumerated() {
            let new = maker.set([entry])[0]
            stories[page][story].article = new.article
            stories[page][story].body = new.body
        }
    }

    func shares(_ sets: [[Int]]) -> [StoryDealer.Share] {
        zip(stories, sets).map { stories, set in
            StoryDealer.Share(stories: set.map { stories[$0] }, ranks: set.map { stories[$0].rank })
        }
    }

    /// More stories than this are weighed in groups, small ones together.
    static let mostWeighed = 10

    /// What it costs that a story stands on no page, and for each of its column-lines: whatever else is better, but of
    /// two ways the one that leaves out less.
    private static let nowhere = 2_000.0
    private static let nowhereLine = 10.0

    /// The stories of each page, the cheapest ways first; none when no way fills all pages with them.
    ///
    /// - Parameters:
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    ///   - most: how many ways to find.
    func sets(parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let pages = pages(), groups = pages[0].groups(most: Self.mostWeighed)
        let costs = costs(of: pages, groups, isOpen: false, parted: parted)
        return StorySharing(costs: costs, stories: groups.count).ways(most)
            .map { $0.sets.map { Self.stories($0, of: groups) } }
    }

    /// The stories of each page where pages may have holes; what no page holds goes to the last, which reports it.
    func openSets() -> [[Int]] {
        let pages = pages(), groups = pages[0].groups(most: Self.mostWeighed)
        let prices = groups.map { group in
            group.reduce(0) { sum, story in
                sum + Self.nowhere / Double(stories[0][story].rank)
                    + Self.nowhereLine * Double(pages.last!.leastCells[story])
            }
        }
        let out = (0..<1 << groups.count).map { set in
            groups.indices.reduce(0) { set & 1 << $1 != 0 ? $0 + prices[$1] : $0 }
        }
        let costs = costs(of: pages, groups, isOpen: true, parted: nil) + [out]
        // Leaving all stories out is always a way.
        var sets = StorySharing.best(costs: costs, stories: groups.count)!.sets.map { Self.stories($0, of: groups) }
        let left = sets.removeLast()
        sets[sets.count - 1] = (sets[sets.count - 1] + left).sorted()
        return sets
    }

    /// Each page with all stories; pages of one layout are the same.
    private func pages() -> [AutoPage] {
        var pages: [AutoPage] = []
        for (page, maker) in makers.enumerated() {
            let same = makers[..<page].firstIndex { $0.layout == maker.layout }
            pages.append(same.map { pages[$0] } ?? maker.autoPage(stories[page]))
        }
        return pages
    }

    /// For each page what it costs with every set of the groups.
    private func costs(of pages: [AutoPage], _ groups: [[Int]], isOpen: Bool, parted: Int?) -> [[Double]] {
        let first = parted.flatMap { story in groups.firstIndex { $0.contains(story) } }
        let second = parted.flatMap { story in groups.firstIndex { $0.contains(story + 1) } }
        var own: [[Double]] = []
        for (place, page) in pages.enumerated() {
            let same = makers[..<place].firstIndex { $0.layout == makers[place].layout }
            own.append(same.map { own[$0] } ?? page.costs(of: groups, isOpen: isOpen))
        }
        return own.enumerated().map { place, costs in
            costs.enumerated().map { set, cost in
                if let first, let second {
                    let isFirst = set & 1 << first != 0, isSecond = set & 1 << second != 0
                    if isFirst && (isSecond || place == makers.count - 1) || isSecond && place == 0 {
                        return Double.infinity
                    }
                }
                // A page that gets nothing stays white.
                let empty = set == 0 && isOpen ? Filler.cost(columns: 1, rows: pages[place].room) : cost
                let set = Self.stories(UInt32(set), of: groups).map { stories[place][$0] }
                return empty + StoryDealer.later(set) * Double(place)
            }
        }
    }

    private static func stories(_ set: UInt32, of groups: [[Int]]) -> [Int] {
        groups.indices.filter { set & 1 << UInt32($0) != 0 }.flatMap { groups[$0] }.sorted()
    }

    /// Of some ways the first of whose pages none would be sent back: all filled, with no cut from edge to edge and
    /// hardly any white; else the cheapest.
    func bestMade(of ways: [[[Int]]]) -> [[Int]]? {
        guard ways.count > 1 else { return ways.first }
        var known: [[Int]: FullestPage] = [:]
        var best = (sets: ways[0], cost: Double.infinity)
        for sets in ways {
            var cost = 0.0, isGood = true
            for (place, set) in sets.enumerated() {
                let own = set.map { stories[place][$0] }
                let key = [place] + set
                let page = known[key] ?? makers[place].fullest(makers[place].judged(own), ranks: own.map(\.rank))
                known[key] = page
                cost += (page.isFilled ? page.planned.cost : .infinity) + StoryDealer.later(own) * Double(place)
                isGood = isGood && page.isGood
                if !isGood && cost >= best.cost { break }
            }
            if isGood { return sets }
            if cost < best.cost { best = (sets, cost) }
        }
        return best.sets
    }
}
