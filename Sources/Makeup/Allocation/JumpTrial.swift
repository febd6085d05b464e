internal import Copy
internal import Layouts
internal import Typesetting

/// A page with its copy, to try how much of a story it holds.
struct JumpTrial {
    private let context: PageContext
    private let areas: AreaPlanner
    /// The indices of the stories that the planner places, and the area of each of the others.
    private let planned: [Int]
    private let areaOfStory: [Int: Area]
    private let page: PagePlanInput

    /// The result of a trial.
    struct Outcome {
        /// Whether all stories are placed, with nothing white between them.
        var isFilled: Bool
        /// Whether the page is good enough to print.
        var isGood: Bool
        var cost: Cost

        static let unfilled = Outcome(isFilled: false, isGood: false, cost: .unreachable)
    }

    init(_ context: PageContext, _ articles: [IllustratedArticle]) {
        self.context = context
        let layout = context.layout
        let stories = context.ranked(context.typeset(articles))
        areas = AreaPlanner(layout: layout, typesetter: context.typesetter, stories: stories)
        let hasAreas = layout.makeup != .auto
        let choice = areas.choice
        areaOfStory = zip(hasAreas ? layout.areas : [], choice.chosen).reduce(into: [:]) { areas, pair in
            if let story = pair.1 { areas[story] = pair.0 }
        }
        planned = hasAreas ? choice.left : Array(stories.indices)
        page = context.input(planned.map { stories[$0] })
    }

    /// A lower bound of the column-lines that the page lacks when an article replaces one of its stories; 0 or less
    /// when it has room.
    func excess(with article: Article, for story: Int) -> Int {
        if let area = areaOfStory[story] {
            guard let module = module(of: article, for: story, in: area) else { return .max }
            return module.oversetRows > 0 ? module.oversetRows : -module.emptyRows * module.legs.count
        }
        return input(with: article, for: story).excessLines
    }

    /// The result of the page with an article in the place of one of its stories.
    func outcome(with article: Article, for story: Int) -> Outcome {
        if let area = areaOfStory[story] {
            guard let module = module(of: article, for: story, in: area), module.overset.isEmpty,
                module.emptyRows <= Self.mostEmptyRows
            else { return .unfilled }
            return Outcome(
                isFilled: true, isGood: module.emptyRows == 0 && module.variant.white <= 1, cost: module.variant.cost)
        }
        let page = input(with: article, for: story)
        guard let filled = page.filled(.passing) else { return .unfilled }
        let best = BestFitPage(page, filled: filled)
        return Outcome(isFilled: true, isGood: best.isGood, cost: best.cost)
    }

    /// The most empty rows at the foot of a drawn area that are not reported.
    private static let mostEmptyRows = 1

    private func input(with article: Article, for story: Int) -> PagePlanInput {
        planned.firstIndex(of: story).map { context.input(page, replacing: $0, with: article) } ?? page
    }

    private func module(of article: Article, for story: Int, in area: Area) -> Module? {
        var other = areas.stories[story]
        other.article = article
        other.body = StoryTypesetter(layout: context.layout, typesetter: context.typesetter).body(of: article)
        return areas.placement(of: other, in: area)
            .map(ModuleBuilder(layout: context.layout, typesetter: context.typesetter).module)
    }
}
