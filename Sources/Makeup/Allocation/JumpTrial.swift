internal import Copy
internal import Layouts
internal import Typesetting

/// A page with its copy, to try how much of one of its stories it holds.
struct JumpTrial {
    private let filler: AreaFiller
    /// The stories that the planner places, and the area of each of the others.
    private let planned: [Int]
    private let areas: [Int: Area]
    private let page: PagePlanInput

    /// What became of a try.
    struct Outcome {
        /// Whether all stories stand, with nothing white between them, and whether nobody would send the page back.
        var isFilled: Bool
        var isGood: Bool
        var cost: Cost

        static let unfilled = Outcome(isFilled: false, isGood: false, cost: .unreachable)
    }

    init(_ maker: PageComposer, _ articles: [(Article, [Picture])]) {
        let stories = maker.judged(maker.set(articles))
        filler = AreaFiller(layout: maker.layout, typesetter: maker.typesetter, stories: stories)
        let hasAreas = maker.layout.makeup != .auto
        let choice = filler.choice
        areas = zip(hasAreas ? maker.layout.areas : [], choice.chosen).reduce(into: [:]) { areas, pair in
            if let story = pair.1 { areas[story] = pair.0 }
        }
        planned = hasAreas ? choice.left : Array(stories.indices)
        page = maker.autoPage(planned.map { stories[$0] })
    }

    /// Column-lines that the page lacks at least when an article stands for one of its stories; none or fewer when it
    /// has room.
    func excess(with article: Article, for story: Int) -> Int {
        if let area = areas[story] {
            guard let module = module(of: article, for: story, in: area) else { return .max }
            return module.oversetRows > 0 ? module.oversetRows : -module.emptyRows * module.legs.count
        }
        let page = replaced(story, article)
        return page.excessLines(Array(page.stories.indices))
    }

    /// The page with an article for one of its stories.
    func outcome(with article: Article, for story: Int) -> Outcome {
        if let area = areas[story] {
            guard let module = module(of: article, for: story, in: area), module.overset.isEmpty,
                module.emptyRows <= Self.mostEmptyRows
            else { return .unfilled }
            let cost = module.variant.cost
            return Outcome(isFilled: true, isGood: module.emptyRows == 0 && module.variant.white <= 1, cost: cost)
        }
        let page = replaced(story, article)
        guard let filled = page.filled(Array(page.stories.indices), .passing) else { return .unfilled }
        let fullest = BestFitPage(page, filled: filled)
        return Outcome(isFilled: true, isGood: fullest.isGood, cost: fullest.cost)
    }

    /// An empty row at the foot of a drawn area is not reported; a second is.
    private static let mostEmptyRows = 1

    private func replaced(_ story: Int, _ article: Article) -> PagePlanInput {
        planned.firstIndex(of: story).map { page.replacing($0, with: article) } ?? page
    }

    private func module(of article: Article, for story: Int, in area: Area) -> Module? {
        var other = filler.stories[story]
        other.article = article
        other.body = StoryTypesetter(layout: filler.layout, typesetter: filler.typesetter).body(of: article)
        return filler.module(other, in: area)
    }
}
