internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// Places the stories of a page: in the areas that its layout draws, in the cells of its dummy, or where the planner
/// finds the cheapest place.
struct StoryPlacer {
    private let assignment: PageAssignment
    private let context: PageContext
    private let reporter: Reporter
    private var layout: Layout { assignment.slot.layout }
    private var number: Int { assignment.slot.number }

    /// - Parameter context: the context of the page's layout.
    init(_ assignment: PageAssignment, in context: PageContext, _ reporter: Reporter) {
        (self.assignment, self.context, self.reporter) = (assignment, context, reporter)
    }

    /// The page's plan. Stories that do not fit and cells that stay white are reported.
    func plan() -> PagePlan {
        let articles = context.typeset(assignment.articles)
        let stories = context.ranked(articles + assignment.stories)
        let fallbackRanks = assignment.fallbackRanks.map { articles.map { $0.article.rank ?? 1 } + $0 }
        for story in stories { MissingGlyphReport(story).report(to: reporter) }
        var plan =
            switch layout.makeup {
            case .areas: drawn(stories)
            case .auto: planned(stories, fallbackRanks: fallbackRanks, taken: [], previous: assignment.previous)
            case .mixed: mixed(stories, fallbackRanks: fallbackRanks)
            }
        plan.previous = assignment.previous
        plan.phases = context.clock.phases
        return plan
    }

    private func plan(_ placements: [StoryPlacement]) -> PagePlan {
        PagePlan(slot: assignment.slot, placements: placements)
    }

    /// The plan of a page on which every story has an area. A story without an area is an error.
    private func drawn(_ stories: [Story]) -> PagePlan {
        let (placements, left) = areas(stories).placements(reporter)
        for index in left {
            reporter.error(
                at: stories[index].article.place, "no area is left for “\(stories[index].article.label)”",
                hints:
                    "the layout “\(layout.name)” has \(layout.areas.count) areas; draw one more, or move the story to another page"
            )
        }
        return plan(placements)
    }

    /// The plan of a page with drawn areas, on which the planner places the remaining stories.
    private func mixed(_ stories: [Story], fallbackRanks: [Int]?) -> PagePlan {
        let (placements, left) = areas(stories).placements(reporter)
        guard !left.isEmpty else { return plan(placements) }
        var planned = planned(
            left.map { stories[$0] }, fallbackRanks: fallbackRanks.map { ranks in left.map { ranks[$0] } },
            taken: layout.areas.map(\.cells), previous: assignment.previous)
        planned.placements = placements + planned.placements
        planned.charges = nil
        return planned
    }

    private func areas(_ stories: [Story]) -> AreaPlanner {
        AreaPlanner(layout: layout, typesetter: context.typesetter, stories: stories)
    }

    /// The plan of stories that the planner or the page's dummy places round taken cells.
    private func planned(
        _ stories: [Story], fallbackRanks: [Int]?, taken: [GridRect], previous: PageDummy?
    ) -> PagePlan {
        guard !stories.isEmpty else {
            reporter.warning(
                at: layout.place, "page \(number) has no stories",
                hints: "name its copy in edition.yaml, or take the page out: the pages before it leave nothing over")
            return plan([])
        }
        let request = PlanKey(stories, fallbackRanks: fallbackRanks, taken: taken)
        let decided = assignment.plan.flatMap { $0.request == request ? $0 : nil }
        let best = decided ?? context.bestFit(stories, fallbackRanks: fallbackRanks, taken: taken)
        if let previous, let kept = kept(previous, best, taken: taken) { return kept }
        var plan = plan(best.planned.placements)
        plan.holes = best.planned.holes
        plan.charges = best.planned.charges
        plan.shortage = CopyfitAdvisor(best, number: number, in: context).report(to: reporter)
        return plan
    }

    /// The plan that keeps the page's previous dummy; nil when the new plan is used.
    private func kept(_ previous: PageDummy, _ best: BestFitPage, taken: [GridRect]) -> PagePlan? {
        let page = best.whole
        let reconciler = DummyReconciler(page: page, previous: previous)
        switch reconciler.verdict(against: best.isFilled ? best.planned : nil) {
        case .kept(let dummy):
            var plan = plan(page.planned(dummy).placements)
            plan.charges = dummy.charges
            report(white: plan.placements, taken: taken)
            return plan
        case .unfit(let reasons):
            // A pinned story makes room only for another pinned story.
            let (pins, misfits) = reconciler.pins()
            let others = reasons.filter { previous.entry(of: $0.story)?.isPinned != true }
            report(misfits + others, previous)
            guard !pins.isEmpty, pins.count < page.stories.count else { return nil }
            return around(pins, page, taken: taken)
        case .tooExpensive: return nil
        }
    }

    /// The plan of a page with pinned stories in their cells and the others planned round them.
    private func around(_ pins: [Dummy.Placement], _ page: PagePlanInput, taken: [GridRect]) -> PagePlan {
        let pinned = page.planned(Dummy(placements: pins, cost: .zero)).placements
        let others = page.stories.indices.filter { story in !pins.contains { $0.story == story } }
        var rest = planned(
            others.map { page.stories[$0] }, fallbackRanks: nil,
            taken: taken + pins.flatMap { $0.cells.frames($0.variant.step) }, previous: nil)
        rest.placements = pinned + rest.placements
        rest.charges = nil
        return rest
    }

    /// Warns about a dummy that leaves more white than the rows between its stories.
    private func report(white placements: [StoryPlacement], taken: [GridRect]) {
        let empty =
            layout.emptyLines(beside: placements.flatMap(\.frames))
            - taken.reduce(0) { $0 + $1.columns.count * ($1.rows.count + 1) }
        guard empty > 0 else { return }
        reporter.warning(
            at: layout.place, "the dummy of page \(number) leaves \(empty) column-lines white",
            hints: "give them to a story, or take the dummy away and let the page make itself")
    }

    /// Warns about cells that an editor chose and that a story does not fit. Cells that the program chose are not
    /// reported.
    private func report(_ reasons: [DummyReconciler.Reason], _ previous: PageDummy) {
        for reason in reasons where previous.isEdited || previous.entry(of: reason.story)?.isPinned == true {
            reporter.warning(
                at: reason.story.article.place,
                "“\(reason.story.article.label)” is not where the dummy has it: it \(reason.text)",
                hints: "change its columns and rows in the dummy, or take its line out")
        }
    }
}
