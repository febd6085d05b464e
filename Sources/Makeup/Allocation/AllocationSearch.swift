internal import Copy
internal import Layouts

/// A search for the cheapest way to allocate few stories to several pages: each page is evaluated with every set of them.
struct AllocationSearch {
    /// For each page, all stories as they are on it. Pages of the same layout share them.
    private(set) var stories: [[Story]]
    private let slots: [PageSlot]
    private let contexts: [PageContext]
    /// The work that this search may do, and others for the same pages.
    private let meter: SearchMeter

    init(
        _ slots: [PageSlot], _ contexts: [PageContext], _ articles: [IllustratedArticle], _ meter: SearchMeter
    ) {
        (self.slots, self.contexts, self.meter) = (slots, contexts, meter)
        stories = []
        for (page, context) in contexts.enumerated() {
            if let same = contexts[..<page].firstIndex(where: { $0.layout == context.layout }) {
                stories.append(stories[same])
            } else {
                stories.append(context.ranked(context.typeset(articles)))
            }
        }
    }

    /// Typesets a story again whose jump lines name other pages than before.
    mutating func replace(_ story: Int, with article: IllustratedArticle) {
        for (page, context) in contexts.enumerated() {
            let typeset = context.typeset([article])[0]
            stories[page][story].article = typeset.article
            stories[page][story].body = typeset.body
        }
    }

    /// The pages' assignments.
    ///
    /// - Parameters:
    ///   - sets: the stories of each page.
    ///   - plans: the plans of those pages that the search planned.
    func assignments(_ sets: [[Int]], plans: [BestFitPage?] = []) -> [PageAssignment] {
        sets.indices.map { page in
            let own = sets[page].map { stories[page][$0] }
            return PageAssignment(
                slot: slots[page], stories: own, fallbackRanks: own.map(\.rank),
                plan: plans.indices.contains(page) ? plans[page] : nil)
        }
    }

    /// The cheapest ways to divide the stories among the pages, the best first. Empty when no way fills all pages.
    ///
    /// - Parameters:
    ///   - parted: the first part of a divided story. The second part follows it in the copy and must be on a later
    ///     page.
    ///   - most: the number of ways to find.
    func sets(parted: Int? = nil, most: Int = 1) -> [[[Int]]] {
        let prices = PageCosts(self, isOpen: false, parted: parted, meter)
        // Lower bounds are available at once. Exact costs are computed only for the sets of the best ways.
        while true {
            let ways = PartitionSearch(costs: prices.bounds, stories: stories[0].count).ways(most)
            let isNew = ways.map { prices.look(at: $0.sets) }
            if !isNew.contains(true) { return ways.map { $0.sets.map(\.places) } }
        }
    }

    /// The stories of each page if pages may have holes. Stories that no page holds go to the last page, which reports
    /// them.
    func openSets() -> [[Int]] {
        let prices = PageCosts(
            self, isOpen: true, parted: nil, SearchMeter(SearchMeter.lastResort * slots.count))
        let allocation = contexts[0].layout.prices.sharing, leastCells = prices.pages.last!.leastCells
        let outside = stories[0].indices.map { story in
            allocation.unplacedStory * (1 / Double(stories[0][story].rank)) + allocation.unplacedLine
                * leastCells[story]
        }
        let out = StorySet.first(outside.count).subsets.map { set in
            set.places.reduce(Cost.zero) { $0 + outside[$1] }
        }
        // Leaving all stories out is always possible.
        var sets = PartitionSearch.best(costs: prices.bounds + [out], stories: outside.count)!.sets.map(\.places)
        let left = sets.removeLast()
        sets[sets.count - 1] = (sets[sets.count - 1] + left).sorted()
        return sets
    }

    /// The cost of each page with every set of stories. Pages of the same layout are evaluated once.
    private struct PageCosts {
        let pages: [PagePlanInput]
        private let own: [SubsetCosts]
        /// For each page and set, the additional cost of stories that are on a late page; unreachable if the parts of a
        /// story are in the wrong order.
        private let extra: [[Cost]]

        init(_ search: AllocationSearch, isOpen: Bool, parted: Int?, _ meter: SearchMeter) {
            let contexts = search.contexts
            var pages: [PagePlanInput] = [], own: [SubsetCosts] = []
            for (page, context) in contexts.enumerated() {
                let same = contexts[..<page].firstIndex { $0.layout == context.layout }
                pages.append(same.map { pages[$0] } ?? context.input(search.stories[page]))
                own.append(same.map { own[$0] } ?? pages[page].costs(isOpen: isOpen, meter))
            }
            extra = contexts.indices.map { place in
                own[place].sets.map { set in
                    if let parted {
                        let isFirst = set.contains(parted), isSecond = set.contains(parted + 1)
                        if isFirst && (isSecond || place == contexts.count - 1) || isSecond && place == 0 {
                            return .unreachable
                        }
                    }
                    let stories = set.places.map { search.stories[place][$0] }
                    return contexts[place].layout.prices.sharing.later(stories) * place
                }
            }
            (self.pages, self.own, self.isOpen) = (pages, own, isOpen)
        }

        private let isOpen: Bool

        /// For each page, a lower bound of its cost with every set.
        var bounds: [[Cost]] {
            own.enumerated().map { place, costs in
                costs.sets.map { set in
                    // A page without stories stays white.
                    if set.isEmpty, isOpen {
                        return pages[place].layout.prices.fillers.cost(columns: 1, rows: pages[place].room)
                    }
                    return extra[place][set.index] + (isOpen ? costs.cut[set.index] : costs.bound(of: set))
                }
            }
        }

        /// Computes the exact costs of the sets of a way.
        ///
        /// - Returns: whether any of them was unknown before.
        func look(at sets: [StorySet]) -> Bool {
            isOpen ? false : zip(sets, own).map { $1.look(at: $0) }.contains(true)
        }
    }

    /// Whether the day's lead, and every other story of its rank, is on the first page.
    func leadsStandFirst(in sets: [[Int]]) -> Bool {
        sets.dropFirst().joined().allSatisfy { stories[0][$0].rank > 1 }
    }

    /// The way whose pages cost the least once they are planned, with the plans. The costs that the search compares
    /// consider cuts only, and may be too high.
    func cheapestPlanned(of ways: [[[Int]]]) -> (sets: [[Int]], plans: [BestFitPage?])? {
        guard let first = ways.first else { return nil }
        // The day's lead does not move to another page for a lower cost.
        let leads = stories[0].indices.filter { stories[0][$0].rank == 1 }
        let ways = ways.filter { way in
            zip(way, first).allSatisfy { $0.filter(leads.contains) == $1.filter(leads.contains) }
        }
        guard ways.count > 1 else { return (first, []) }
        var best = (sets: ways[0], plans: [BestFitPage?](), cost: Cost.unreachable)
        for sets in ways {
            var cost = Cost.zero, plans: [BestFitPage?] = []
            for (place, set) in sets.enumerated() {
                let own = set.map { stories[place][$0] }
                let plan = contexts[place].filled(
                    contexts[place].ranked(own), fallbackRanks: own.map(\.rank))
                plans.append(plan)
                cost += (plan?.cost ?? .unreachable) + contexts[place].layout.prices.sharing.later(own) * place
                if cost >= best.cost { break }
            }
            if cost < best.cost { best = (sets, plans, cost) }
        }
        return (best.sets, best.plans)
    }
}
