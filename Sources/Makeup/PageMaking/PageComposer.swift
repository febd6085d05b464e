public import Copy
public import Diagnostics
public import Layouts
public import Pages
public import Typesetting

/// Makes one page: stories into areas or where the planner puts them, and rules between them. Furniture comes last, when
/// the edition knows what stands on its other pages.
public struct PageComposer {
    let layout: Layout
    let typesetter: Typesetter
    /// How many pages the edition has.
    let pages: Int
    /// The stories that pages of this layout have set and weighed.
    let store: SettingCache
    private let known: PlannedPages

    public init(layout: Layout, typesetter: Typesetter, pages: Int = 1) {
        self.init(layout: layout, typesetter: typesetter, pages: pages, store: SettingCache(), known: PlannedPages())
    }

    /// - Parameters:
    ///   - store: the stories that other pages of this layout have set and weighed.
    ///   - known: the pages of this layout that are planned already.
    init(layout: Layout, typesetter: Typesetter, pages: Int, store: SettingCache, known: PlannedPages) {
        self.layout = layout
        self.typesetter = typesetter
        self.pages = pages
        self.store = store
        self.known = known
    }

    /// - Parameters:
    ///   - stories: the page's articles with their pictures, in the order of the copy.
    ///   - ranks: ranks to fall back on where the page cannot be filled with those that its own stories are given.
    ///   - previous: the dummy that the page had when it was made before.
    public func page(
        number: Int, articles: [(Article, [Picture])], ranks: [Int]? = nil, previous: PageDummy? = nil
    ) -> Reported<ComposedPage> {
        let clock = PhaseClock()
        let stories = clock.time("setting") { set(articles) }
        return page(number: number, stories: stories, ranks: ranks, previous: previous, clock)
    }

    /// Makes the page of stories that are set already.
    func page(
        number: Int, stories: [Story], ranks: [Int]? = nil, previous: PageDummy? = nil,
        _ clock: PhaseClock = PhaseClock()
    ) -> Reported<ComposedPage> {
        let reporter = Reporter()
        let stories = judged(stories)
        for story in stories { MissingGlyphReport(story).report(to: reporter) }
        let placed =
            switch layout.makeup {
            case .areas: Placed(modules: drawn(stories, reporter))
            case .auto: planned(stories, ranks: ranks, number: number, previous: previous, clock, reporter)
            case .mixed: mixed(stories, ranks: ranks, number: number, previous: previous, clock, reporter)
            }
        let modules = placed.modules
        for module in modules {
            MissingGlyphReport(module).report(to: reporter)
            report(module, reporter)
        }
        reporter.report(placed.shortage)
        let rules = SeparatorBuilder(layout: layout).items(
            for: modules.map(\.frames), boxed: Set(modules.filter { $0.variant.box != nil }.map(\.pageCells)))
        var page = Page(number: number, label: "第\(number)版", trim: layout.page.trim, bleed: layout.page.bleed)
        page.items = rules.map(layout.upright) + modules.map { $0.item(on: layout) }
        let report = PageReporter(modules, layout: layout).report(
            page: number, phases: clock.phases, charges: placed.charges)
        let kept = PageDummy(modules, page: number, layout: layout.name, after: previous)
        let made = ComposedPage(
            page: page, modules: modules, holes: placed.holes, shortage: placed.shortage, report: report, kept: kept)
        return Reported(made, reporter.diagnostics)
    }

    /// Where the stories stand, what stays open between them, and what is said of that.
    private struct Placed {
        var modules: [Module]
        var holes: [GridRect] = []
        var shortage: [Diagnostic] = []
        /// What the planner charged between the modules; nil where it did not place all of them.
        var charges: ItemisedCost?
    }

    /// A page with its masthead, folio and whatever else its layout has round the stories.
    ///
    /// - Parameter facts: what the furniture's placeholders stand for.
    public func furnished(_ page: Page, facts: PlaceholderValues) -> Reported<Page> {
        let reporter = Reporter()
        var page = page
        page.items = FurnitureBuilder(layout: layout, typesetter: typesetter, facts: facts).items(reporter) + page.items
        return Reported(page, reporter.diagnostics)
    }

    /// The stories' bodies set to the page's measure.
    func set(_ articles: [(Article, [Picture])]) -> [Story] {
        let bodies = StoryTypesetter(layout: layout, typesetter: typesetter)
        return articles.map { article, pictures in
            Story(
                article: article, rank: 1, body: store.body(of: article) { bodies.body(of: article) },
                pictures: layout.direction == .vertical ? pictures.map(\.turned) : pictures)
        }
    }

    /// Stories that share a page, each with the rank and the forms that it has beside the others.
    func judged(_ stories: [Story]) -> [Story] {
        var stories = stories
        for (index, rank) in RankPolicy(limits: layout.prices.ranks).ranks(of: stories).enumerated() {
            stories[index].rank = rank
        }
        let judge = FormPolicy(
            boxes: layout.boxes, hasFootBand: layout.footBand != nil, direction: layout.direction,
            limits: layout.prices.forms)
        for (index, forms) in judge.forms(of: stories).enumerated() { stories[index].forms = forms }
        return stories
    }

    /// The page weighed with these stories; its areas hold others already.
    func autoPage(_ stories: [Story]) -> PagePlanInput {
        weighed(stories, taken: layout.makeup == .mixed ? layout.areas.map(\.cells) : [], PhaseClock())
    }

    /// Weighs a story, so that pages find it weighed, unless somebody does already.
    func weigh(_ story: Story) {
        store.weighIfFree(story) { VariantGenerator(layout: layout, typesetter: typesetter).variants(for: story, $0) }
    }

    private func weighed(_ stories: [Story], taken: [GridRect], _ clock: PhaseClock) -> PagePlanInput {
        PagePlanInput(
            layout: layout, typesetter: typesetter, stories: stories, taken: taken, store: store, clock: clock)
    }

    /// The stories as the planner places them round the furniture.
    private func planned(
        _ stories: [Story], ranks: [Int]? = nil, taken: [GridRect] = [], number: Int,
        previous: PageDummy? = nil, _ clock: PhaseClock, _ reporter: Reporter
    ) -> Placed {
        guard !stories.isEmpty else {
            reporter.warning(
                at: layout.place, "page \(number) has no stories",
                hints: "name its copy in edition.yaml, or take the page out: the pages before it leave nothing over")
            return Placed(modules: [])
        }
        let best = fullest(stories, ranks: ranks, taken: taken, clock), page = best.whole
        if let previous {
            let keeper = DummyReconciler(page: page, previous: previous)
            switch keeper.verdict(against: best.isFilled ? best.planned : nil) {
            case .kept(let dummy):
                let modules = page.built(dummy, Array(stories.indices)).modules
                report(white: modules, taken: taken, number: number, reporter)
                return Placed(modules: modules, charges: dummy.charges)
            case .unfit(let reasons):
                // What is pinned gives way to nothing but what is pinned, too.
                let (pins, misfits) = keeper.pins()
                let others = reasons.filter { previous.entry(of: $0.story)?.isPinned != true }
                report(misfits + others, previous, reporter)
                if !pins.isEmpty, pins.count < stories.count {
                    return around(pins, page, taken: taken, number: number, clock, reporter)
                }
            case .tooExpensive: break
            }
        }
        let shortage = CopyfitAdvisor(best, number: number).report(to: reporter)
        return Placed(
            modules: best.planned.modules, holes: best.planned.holes, shortage: shortage, charges: best.planned.charges)
    }

    /// The page with as many of its stories as it holds.
    func fullest(
        _ stories: [Story], ranks: [Int]?, taken: [GridRect] = [], _ clock: PhaseClock = PhaseClock()
    ) -> BestFitPage {
        if let filled = filled(stories, ranks: ranks, taken: taken, .usual, clock) { return filled }
        // Without one of them the others may have other ranks, unless areas hold some of the page's stories.
        return BestFitPage(unfilled: weighed(stories, taken: taken, clock)) {
            weighed(taken.isEmpty ? judged($0) : $0, taken: taken, clock)
        }
    }

    /// The page filled with all of its stories, in their own ranks or in those to fall back on, where only they fill it
    /// or only they fill it well; nil where nothing does.
    ///
    /// - Parameter patience: how long to look for it; not long where it is one of several to try.
    func filled(
        _ stories: [Story], ranks: [Int]?, taken: [GridRect] = [], _ patience: SearchBudget.SearchDepth = .usual,
        _ clock: PhaseClock = PhaseClock()
    ) -> BestFitPage? {
        var new: BestFitPage?
        let found = known.page(of: stories, ranks: ranks, taken: taken, patience) { skipsCheapSearch in
            let own = filled(weighed(stories, taken: taken, clock), patience, skipsCheapSearch)
            new = own
            if let ranks, ranks != stories.map(\.rank), own?.isGood != true,
                let other = filled(weighed(stories.ranked(ranks), taken: taken, clock), patience, skipsCheapSearch),
                own == nil || other.isGood || other.planned.cost + layout.prices.page.cutAcross <= own!.planned.cost
            {
                new = other
                return PlannedPages.Found(planned: other.planned, isReranked: true)
            }
            return own.map { PlannedPages.Found(planned: $0.planned, isReranked: false) }
        }
        if let new { return new }
        return found.map { found in
            let stories = found.isReranked ? stories.ranked(ranks ?? []) : stories
            return BestFitPage(weighed(stories, taken: taken, clock), filled: found.planned)
        }
    }

    private func filled(_ page: PagePlanInput, _ patience: SearchBudget.SearchDepth, _ skipsCheapSearch: Bool)
        -> BestFitPage?
    {
        page.filled(Array(page.stories.indices), patience, skipsCheapSearch: skipsCheapSearch).map {
            BestFitPage(page, filled: $0)
        }
    }

    /// Pinned stories in their cells, and the others planned round them.
    private func around(
        _ pins: [Dummy.Placement], _ page: PagePlanInput, taken: [GridRect], number: Int, _ clock: PhaseClock,
        _ reporter: Reporter
    ) -> Placed {
        let pinned = page.built(Dummy(placements: pins, cost: .zero), Array(page.stories.indices)).modules
        let others = page.stories.indices.filter { story in !pins.contains { $0.story == story } }
        var rest = planned(
            others.map { page.stories[$0] }, taken: taken + pins.flatMap { $0.cells.frames($0.variant.step) },
            number: number, clock, reporter)
        rest.modules = pinned + rest.modules
        rest.charges = nil
        return rest
    }

    /// Areas that the layout draws hold their stories; the planner fills the rest.
    private func mixed(
        _ stories: [Story], ranks: [Int]?, number: Int, previous: PageDummy?, _ clock: PhaseClock, _ reporter: Reporter
    ) -> Placed {
        let (modules, left) = AreaFiller(layout: layout, typesetter: typesetter, stories: stories).fill(reporter)
        guard !left.isEmpty else { return Placed(modules: modules) }
        var planned = planned(
            left.map { stories[$0] }, ranks: ranks.map { ranks in left.map { ranks[$0] } },
            taken: layout.areas.map(\.cells), number: number, previous: previous, clock, reporter)
        planned.modules = modules + planned.modules
        planned.charges = nil
        return planned
    }

    /// Gives every area its story. A story without an area is an error: nothing is dropped in silence.
    private func drawn(_ stories: [Story], _ reporter: Reporter) -> [Module] {
        let (modules, left) = AreaFiller(layout: layout, typesetter: typesetter, stories: stories).fill(reporter)
        for index in left {
            reporter.error(
                at: stories[index].article.place, "no area is left for “\(stories[index].article.label)”",
                hints:
                    "the layout “\(layout.name)” has \(layout.areas.count) areas; draw one more, or move the story to another page"
            )
        }
        return modules
    }
}

extension [Story] {
    /// The stories with other ranks.
    fileprivate func ranked(_ ranks: [Int]) -> [Story] {
        zip(self, ranks).map { story, rank in
            var story = story
            story.rank = rank
            return story
        }
    }
}
