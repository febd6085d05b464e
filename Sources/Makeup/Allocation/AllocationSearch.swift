internal import Copy
internal import Layouts
internal import Typesetting

/// Stories on each of several pages, weighed in every combination.
struct AllocationSearch {
    /// For each page all stories as they would stand there; pages of one layout share them.
    private(set) var stories: [[Story]]
    private let makers: [PageComposer]

    init(_ makers: [PageComposer], _ articles: [(Article, [Picture])]) {
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

    func shares(_ sets: [[Int]]) -> [PageAssignment] {
        zip(stories, sets).map { stories, set in
            PageAssignment(stories: set.map { stories[$0] }, ranks: set.map { stories[$0].rank })
        }
    }

    /// The stories of each page, the cheapest ways first; none when no way fills all pages with them.
    ///
    /// - Parameters:
    ///   - parted: a story whose second part follows it, and has to stand on a later page.
    ///   - most: how many ways to find.
    func sets(parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let prices = Prices(self, isOpen: false, parted: parted)
        // By what they cost at least, ways are found at once; what they do cost is looked for only of the best.
        while true {
            let ways = PartitionSearch(costs: prices.bounds, stories: stories[0].count).ways(most)
            let isNew = ways.map { prices.look(at: $0.sets) }
            if !isNew.contains(true) { return ways.map { $0.sets.map(Self.indices) } }
        }
    }

    /// The stories of each page where pages may have holes; what no page holds goes to the last, which reports it.
    func openSets() -> [[Int]] {
        let prices = Prices(self, isOpen: true, parted: nil)
        let sharing = makers[0].layout.prices.sharing
        let outside = stories[0].indices.map { story in
            sharing.unplacedStory * (1 / Double(stories[0][story].rank))
                + sharing.unplacedLine * prices.pages.last!.leastCells[story]
        }
        let out = (0..<1 << outside.count).map { set in
            Self.indices(UInt32(set)).reduce(Cost.zero) { $0 + outside[$1] }
        }
        // Leaving all stories out is always a way.
        var sets = PartitionSearch.best(costs: prices.bounds + [out], stories: outside.count)!.sets.map(Self.indices)
        let left = sets.removeLast()
        sets[sets.count - 1] = (sets[sets.count - 1] + left).sorted()
        return sets
    }

    /// What each page costs with every set of stories; pages of one layout are weighed once.
    private struct Prices {
        let pages: [PagePlanInput]
        private let own: [SubsetCosts]
        /// For each page and set what it costs more that it stands so far back, or has nothing; unreachable where the parts
        /// of a story would stand the wrong way round.
        private let extra: [[Cost]]

        init(_ dealt: AllocationSearch, isOpen: Bool, parted: Int?) {
            let makers = dealt.makers
            var pages: [PagePlanInput] = [], own: [SubsetCosts] = []
            for (page, maker) in makers.enumerated() {
                let same = makers[..<page].firstIndex { $0.layout == maker.layout }
                pages.append(same.map { pages[$0] } ?? maker.autoPage(dealt.stories[page]))
            }
            for (page, maker) in makers.enumerated() {
                let same = makers[..<page].firstIndex { $0.layout == maker.layout }
                own.append(same.map { own[$0] } ?? pages[page].costs(isOpen: isOpen))
            }
            extra = makers.indices.map { place in
                own[place].cut.indices.map { set in
                    if let parted {
                        let isFirst = set & 1 << parted != 0, isSecond = set & 2 << parted != 0
                        if isFirst && (isSecond || place == makers.count - 1) || isSecond && place == 0 {
                            return .unreachable
                        }
                    }
                    let stories = AllocationSearch.indices(UInt32(set)).map { dealt.stories[place][$0] }
                    return makers[place].layout.prices.sharing.later(stories) * place
                }
            }
            (self.pages, self.own, self.isOpen) = (pages, own, isOpen)
        }

        private let isOpen: Bool

        /// For each page what it costs at least with every set.
        var bounds: [[Cost]] {
            own.enumerated().map { place, costs in
                costs.cut.indices.map { set in
                    // A page that gets nothing stays white.
                    if set == 0, isOpen {
                        return pages[place].layout.prices.fillers.cost(columns: 1, rows: pages[place].room)
                    }
                    return extra[place][set] + (isOpen ? costs.cut[set] : costs.bound(of: set))
                }
            }
        }

        /// Looks what a way's sets cost.
        ///
        /// - Returns: whether any of them was not known before.
        func look(at sets: [UInt32]) -> Bool {
            isOpen ? false : zip(sets, own).map { $1.look(at: Int($0)) }.contains(true)
        }
    }

    private static func indices(_ set: UInt32) -> [Int] { (0..<32).filter { set & 1 << UInt32($0) != 0 } }

    /// Whether the day's lead, and whatever else has its rank, stands on the first page.
    func leadsStandFirst(in sets: [[Int]]) -> Bool {
        sets.dropFirst().joined().allSatisfy { stories[0][$0].rank > 1 }
    }

    /// Of some ways the one whose pages cost least when they are made: by cuts alone, as they were weighed, a page may
    /// look dearer than it is.
    func bestMade(of ways: [[[Int]]]) -> [[Int]]? {
        guard let first = ways.first else { return nil }
        // No page is so much better that the day's lead would go to another one for it.
        let leads = stories[0].indices.filter { stories[0][$0].rank == 1 }
        let ways = ways.filter { way in
            zip(way, first).allSatisfy { $0.filter(leads.contains) == $1.filter(leads.contains) }
        }
        guard ways.count > 1 else { return first }
        var best = (sets: ways[0], cost: Cost.unreachable)
        for sets in ways {
            var cost = Cost.zero
            for (place, set) in sets.enumerated() {
                let own = set.map { stories[place][$0] }
                let page = makers[place].filled(makers[place].judged(own), ranks: own.map(\.rank))
                cost += (page?.cost ?? .unreachable) + makers[place].layout.prices.sharing.later(own) * place
                if cost >= best.cost { break }
            }
            if cost < best.cost { best = (sets, cost) }
        }
        return best.sets
    }
}
