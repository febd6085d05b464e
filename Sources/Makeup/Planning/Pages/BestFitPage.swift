internal import Layouts
internal import Copy

/// The plan of an automatic page with as many of its stories as it holds: all of them if they fill it, all of them with
/// holes if they are too short, and fewer if they are too long.
struct BestFitPage: Sendable {
    /// The page with all its stories.
    let whole: PagePlanInput
    /// The page with the stories that it does hold.
    private(set) var page: PagePlanInput
    private(set) var planned: PagePlanInput.Planned
    /// The stories, ranks and cells that the plan was searched for; nil when the stories do not fill the page.
    let request: PlanKey?
    /// Stories that the page does not hold.
    private(set) var left: [Story] = []
    /// The rows of a story that are cut off at the page's foot.
    private var oversetRows = 0

    /// The number of stories for which leaving each of them out is tried.
    private static let mostTried = 3

    /// Whether all stories are placed, with nothing white between them.
    var isFilled: Bool { left.isEmpty && planned.holes.isEmpty && oversetRows == 0 }
    /// Whether the page is filled and good enough to print.
    var isGood: Bool { isFilled && page.isGood(planned) }

    /// The cost of the page when ways to allocate stories are compared.
    var cost: Cost {
        guard isFilled else { return .unreachable }
        return page.isTooWhite(planned) ? planned.cost + page.layout.prices.sharing.whitePage : planned.cost
    }

    /// A plan that fills its page.
    init(_ page: PagePlanInput, filled: PagePlanInput.Planned, for request: PlanKey? = nil) {
        whole = page
        self.request = request
        self.page = page
        planned = filled
    }

    /// The plan of a page that its stories do not fill.
    ///
    /// - Parameter remake: creates the page with fewer stories, which may then have other ranks.
    init(unfilled page: PagePlanInput, in context: PageContext, remake: ([Story]) -> PagePlanInput) {
        whole = page
        self.page = page
        request = nil
        planned = PagePlanInput.Planned()
        let meter = SearchMeter(SearchMeter.plan)
        while !self.page.stories.isEmpty {
            let page = self.page
            let found = context.clock.time("planning") {
                (left.isEmpty ? page.filled(.usual, meter) : nil) ?? page.open(meter)
            }
            if let found {
                planned = found
                return
            }
            let candidates = Self.candidates(of: page)
            if candidates.isEmpty { break }
            let play = -Int(page.layout.prices.sharing.playWithoutOne * Double(page.room))
            let fitting = candidates.filter { page.excessLines(without: [$0]) <= play }.prefix(Self.mostTried)
            for story in fitting {
                let other = remake(page.stories(without: [story]))
                guard let found = context.clock.time("planning", { other.filled(.trial, meter) }) else { continue }
                planned = found
                left.append(page.stories[story])
                self.page = other
                return
            }
            let out =
                fitting.first.map { [$0] } ?? Self.largest(candidates, of: page, for: page.excessLines - play)
            left += out.map { page.stories[$0] }
            self.page = remake(page.stories(without: out))
        }
        cutOff(in: context)
    }

    /// Cuts off a story that the page does not hold, at the foot of the largest free rectangle.
    private mutating func cutOff(in context: PageContext) {
        let builder = ModuleBuilder(layout: page.layout, typesetter: context.typesetter)
        if let story = page.stories.first, let cells = page.largestFreeCells,
            let placement = builder.placement(of: story, rank: nil, filling: cells, photo: nil)
        {
            planned.placements = [placement]
            oversetRows = builder.module(placement).oversetRows
        }
        left += page.stories.dropFirst(planned.placements.count)
    }

    /// The candidates to leave out when no single one makes enough room: the largest ones, while another is still
    /// needed. Planning the page without each of them would take too long for the copy of a whole edition.
    private static func largest(_ candidates: [Int], of page: PagePlanInput, for excess: Int) -> [Int] {
        let cells = page.leastCells
        var excess = excess, out: [Int] = []
        for story in candidates.sorted(by: { (cells[$1], $0) < (cells[$0], $1) }) {
            if !out.isEmpty, cells[story] >= excess { break }
            out.append(story)
            excess -= cells[story]
        }
        return out
    }

    /// The stories that may be left out, the best choice first: stories of low rank that are no larger than necessary.
    /// The lead is never left out.
    private static func candidates(of page: PagePlanInput) -> [Int] {
        let stories = page.stories, cells = page.leastCells, rankCells = page.layout.prices.sharing.rankCells
        let lead = stories.map(\.rank).min()!
        // A continuation stays, because a jump line on another page names this page.
        let others = stories.indices.filter { stories[$0].rank > lead && stories[$0].article.continuedFrom == nil }
        let candidates = others.isEmpty ? Array(stories.indices.dropFirst()) : others
        func price(_ story: Int) -> Int { cells[story] - rankCells * stories[story].rank }
        return candidates.sorted { (price($0), -$0) < (price($1), -$1) }
    }
}

extension PagePlanInput {
    fileprivate func stories(without others: [Int]) -> [Story] {
        stories.indices.filter { !others.contains($0) }.map { stories[$0] }
    }
}
