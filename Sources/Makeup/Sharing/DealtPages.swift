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

    /// The stories of each page, the cheapest ways first; none when no way holds them all.
    ///
    /// - Parameters:
    ///   - fillers: how many fillers each page may have.
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    ///   - most: how many ways to find.
    func sets(fillers: Int, parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let count = stories[0].count
        let costs = costs(fillers: fillers).enumerated().map { place, costs in
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

    /// Of some ways the first of whose pages none would be sent back: all filled, with no cut from edge to edge and
    /// hardly any white; else the cheapest.
    func bestMade(of ways: [[[Int]]]) -> [[Int]]? {
        guard ways.count > 1 else { return ways.first }
        var known: [[Int]: AutoPage.Grade] = [:]
        var best = (sets: ways[0], cost: Double.infinity)
        for sets in ways {
            var cost = 0.0, isGood = true
            for (place, set) in sets.enumerated() {
                let own = set.map { stories[place][$0] }
                let key = [place] + set
                let grade = known[key] ?? makers[place].autoPage(makers[place].judged(own)).grade
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
}
