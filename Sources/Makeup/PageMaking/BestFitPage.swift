internal import Copy
internal import Layouts

/// The page that holds as many of its stories as it can: all of them where they fill it, all of them round holes where
/// they are too little, and without the ones that are too much.
struct BestFitPage {
    /// The page with all its stories, and with those that it holds.
    let whole: PagePlanInput
    private(set) var page: PagePlanInput
    private(set) var planned: PagePlanInput.Planned
    /// Stories that stand nowhere on the page.
    private(set) var left: [Story] = []

    /// Stories that are tried one after the other for the one to leave out.
    private static let mostTried = 3

    /// Whether all stories stand, with nothing white between them.
    var isFilled: Bool { left.isEmpty && planned.holes.isEmpty && !planned.modules.contains { !$0.overset.isEmpty } }

    /// Whether it is filled, and nobody would send it back.
    var isGood: Bool { isFilled && page.isGood(planned) }

    /// What it costs among other ways to share stories.
    var cost: Cost {
        guard isFilled else { return .unreachable }
        return page.isTooWhite(planned) ? planned.cost + page.layout.prices.sharing.whitePage : planned.cost
    }

    /// A page that is known to be filled.
    init(_ page: PagePlanInput, filled: PagePlanInput.Planned) {
        whole = page
        self.page = page
        planned = filled
    }

    /// A page that all its stories do not fill.
    ///
    /// - Parameter remade: the page with fewer stories, which may then have other ranks.
    init(unfilled page: PagePlanInput, remade: ([Story]) -> PagePlanInput) {
        whole = page
        self.page = page
        planned = PagePlanInput.Planned(modules: [], holes: [], cost: .zero)
        while !self.page.stories.isEmpty {
            let page = self.page, all = Array(page.stories.indices)
            if let found = (left.isEmpty ? nil : page.filled(all)) ?? page.open(all) {
                planned = found
                return
            }
            let ways = Self.candidates(of: page)
            if ways.isEmpty { break }
            let play = -Int(page.layout.prices.sharing.playWithoutOne * Double(page.room))
            let fitting = ways.filter { page.excessLines(all.without($0)) <= play }.prefix(Self.mostTried)
            for story in fitting {
                let other = remade(all.without(story).map { page.stories[$0] })
                guard let found = other.filled(Array(other.stories.indices), .trial) else { continue }
                planned = found
                left.append(page.stories[story])
                self.page = other
                return
            }
            let out = fitting.first.map { [$0] } ?? Self.largest(ways, of: page, for: page.excessLines(all) - play)
            left += out.map { page.stories[$0] }
            self.page = remade(all.filter { !out.contains($0) }.map { page.stories[$0] })
        }
        // A story that no page holds is cut off at the foot, with the rest overset.
        planned.modules = self.page.stories.indices.prefix(1).compactMap { self.page.oversetModule(of: $0) }
        left += self.page.stories.dropFirst(planned.modules.count)
    }

    /// Where no single story makes room, the largest of those that may go, until one more would: with a whole evening's
    /// copy on one page, planning it anew without each of them would take for ever.
    private static func largest(_ ways: [Int], of page: PagePlanInput, for excess: Int) -> [Int] {
        let ways = ways.sorted { (page.leastCells[$1], $0) < (page.leastCells[$0], $1) }
        var excess = excess, out: [Int] = []
        for way in ways {
            if !out.isEmpty, page.leastCells[way] >= excess { break }
            out.append(way)
            excess -= page.leastCells[way]
        }
        return out
    }

    /// Who may go, the best choice first: of low rank, and no larger than it has to be. The lead stays.
    private static func candidates(of page: PagePlanInput) -> [Int] {
        let stories = page.stories
        let lead = stories.map(\.rank).min()!
        // What another page says goes on here has to.
        let others = stories.indices.filter { stories[$0].rank > lead && stories[$0].article.continuedFrom == nil }
        let may = others.isEmpty ? Array(stories.indices.dropFirst()) : others
        let rankCells = page.layout.prices.sharing.rankCells
        func price(_ story: Int) -> Int { page.leastCells[story] - rankCells * stories[story].rank }
        return may.sorted { (price($0), -$0) < (price($1), -$1) }
    }
}

extension [Int] {
    fileprivate func without(_ story: Int) -> [Int] { filter { $0 != story } }
}
