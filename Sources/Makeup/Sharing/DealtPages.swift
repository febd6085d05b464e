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

    /// For each page what it costs with every set of the stories.
    private func costs(isOpen: Bool, isTrial: Bool = false) -> [[Double]] {
        var costs: [[Double]] = []
        for (page, maker) in makers.enumerated() {
            if let same = makers[..<page].firstIndex(where: { $0.layout == maker.layout }) {
                costs.append(costs[same])
            } else {
                costs.append(maker.autoPage(stories[page]).costs(isOpen: isOpen, isTrial: isTrial))
            }
        }
        return costs
    }

    /// The stories of each page, the cheapest ways first; none when no way holds them all.
    ///
    /// - Parameters:
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    ///   - most: how many ways to find.
    func sets(parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let count = stories[0].count
        let costs = costs(isOpen: false, isTrial: parted != nil).enumerated().map { place, costs in
            costs.enumerated().map { set, cost in
                if let parted {
                    let isFirst = set & 1 << parted != 0, isSecond = set & 2 << parted != 0
                    if isFirst && (isSecond || place == makers.count - 1) || isSecond && place == 0 {
                        return Double.infinity
                    }
                }
                let own = Self.indices(UInt32(set), of: count).map { stories[place][$0] }
                return cost + StoryDealer.later(own) * Double(place)
            }
        }
        return StorySharing(costs: costs, stories: count).ways(most)
            .map { $0.sets.map { Self.indices($0, of: count) } }
    }

    /// Whether the day's lead, and whatever else has its rank, stands on the first page.
    func leadsStandFirst(in sets: [[Int]]) -> Bool {
        sets.dropFirst().joined().allSatisfy { stories[0][$0].rank > 1 }
    }

    /// Of some ways the first of whose pages none would be sent back: all filled, with no cut from edge to edge and
    /// hardly any white; else the cheapest.
    func bestMade(of ways: [[[Int]]]) -> [[Int]]? {
        guard let first = ways.first else { return nil }
        // No page is so much better that the day's lead would go to another one for it.
        let leads = stories[0].indices.filter { stories[0][$0].rank == 1 }
        let ways = ways.filter { way in
            zip(way, first).allSatisfy { $0.filter(leads.contains) == $1.filter(leads.contains) }
        }
        guard ways.count > 1 else { return first }
        var known: [[Int]: AutoPage.Grade] = [:]
        var best = (sets: ways[0], cost: Double.infinity)
        for sets in ways {
            var cost = 0.0, isGood = true
            for (place, set) in sets.enumerated() {
                let own = set.map { stories[place][$0] }
                let key = [place] + set
                let grade = known[key] ?? makers[place].grade(own)
                known[key] = grade
                cost += grade.cost + StoryDealer.later(own) * Double(place)
                isGood = isGood && grade.isGood
                if !isGood && cost >= best.cost { break }
            }
            if isGood { return sets }
            if cost < best.cost { best = (sets, cost) }
        }
        return best.sets
    }

    /// What it costs that a story stands on no page, and for each of its column-lines: whatever else is better, but of
    /// two ways the one that leaves out less.
    private static let nowhere = 2_000.0
    private static let nowhereLine = 10.0

    /// The stories of each page where pages may have holes; what no page holds goes to the last, which reports it.
    func openSets() -> [[Int]] {
        let count = stories[0].count
        let last = makers.count - 1
        let page = makers[last].autoPage(stories[last])
        let prices = page.stories.indices.map {
            Self.nowhere / Double(page.stories[$0].rank) + Self.nowhereLine * Double(page.leastCells[$0])
        }
        let out = (0..<1 << count).map { set in Self.indices(UInt32(set), of: count).reduce(0) { $0 + prices[$1] } }
        let costs = costs(isOpen: true).enumerated().map { place, costs in
            costs.enumerated().map { set, cost in
                // A page that gets nothing stays white.
                if set == 0 { return Filler.cost(columns: 1, rows: makers[place].autoPage([]).room) }
                let own = Self.indices(UInt32(set), of: count).map { stories[place][$0] }
                return cost + StoryDealer.later(own) * Double(place)
            }
        }
        // To leave all stories out is always a way.
        var sets = StorySharing.best(costs: costs + [out], stories: count)!.sets
        let left = sets.removeLast()
        sets[last] |= left
        return sets.map { Self.indices($0, of: count) }
    }

    private static func indices(_ set: UInt32, of count: Int) -> [Int] {
        (0..<count).filter { set & 1 << UInt32($0) != 0 }
    }
}
