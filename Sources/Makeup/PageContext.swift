internal import Concurrency
internal import Copy
public import Layouts
public import Typesetting

/// Typesets, ranks, evaluates and plans stories for pages of one layout.
///
/// Each context belongs to one worker, because a typesetter belongs to one thread. The contexts of different workers
/// store their results in a cache that they share.
public struct PageContext {
    let layout: Layout
    let typesetter: Typesetter
    let cache: StoryCache
    let clock: PhaseClock

    /// - Parameter cache: the results of other contexts of the same layout. This context adds its own.
    public init(layout: Layout, typesetter: Typesetter, cache: StoryCache = StoryCache()) {
        self.layout = layout
        self.typesetter = typesetter
        self.cache = cache
        clock = PhaseClock()
    }

    /// The articles with their bodies typeset to the page's measure. Their ranks are not determined yet.
    func typeset(_ articles: [IllustratedArticle]) -> [Story] {
        let bodies = StoryTypesetter(layout: layout, typesetter: typesetter)
        return clock.time("setting") {
            articles.map { entry in
                Story(
                    article: entry.article, rank: 1,
                    body: cache.bodies.value(for: ArticleKey(article: entry.article)) { _ in
                        bodies.body(of: entry.article)
                    },
                    pictures: layout.direction == .vertical ? entry.pictures.map(\.turned) : entry.pictures)
            }
        }
    }

    /// Stories that share a page, each with the rank and the optional forms that it has among the others.
    func ranked(_ stories: [Story]) -> [Story] {
        var stories = stories
        for (index, rank) in RankPolicy(limits: layout.prices.ranks).ranks(of: stories).enumerated() {
            stories[index].rank = rank
        }
        let policy = FormPolicy(
            boxes: layout.boxes, hasFootBand: layout.footBand != nil, direction: layout.direction,
            limits: layout.prices.forms)
        for (index, forms) in policy.forms(of: stories).enumerated() { stories[index].forms = forms }
        return stories
    }

    /// The variants of each story for its rank and forms.
    func variants(of stories: [Story]) -> [StoryVariants] {
        let generator = VariantGenerator(layout: layout, typesetter: typesetter)
        let evaluated = cache.stories.values(for: stories.map(StoryKey.init)) { index, known in
            known.variants[stories[index].forms] != nil
        } orCompute: { index, known in
            var evaluated = known ?? EvaluatedStory()
            evaluated.variants[stories[index].forms] = generator.variants(of: stories[index], &evaluated.settings)
            return evaluated
        }
        return zip(stories, evaluated).map { $1.variants[$0.forms]! }
    }

    /// The planner's input for stories.
    ///
    /// - Parameter taken: cells that other stories occupy; by default, the cells of the layout's areas.
    func input(_ stories: [Story], taken: [GridRect]? = nil) -> PagePlanInput {
        let variants = clock.time("variants") { self.variants(of: stories) }
        return PagePlanInput(layout: layout, stories: stories, variants: variants, taken: taken ?? areaCells)
    }

    /// The same input with another text for one of its stories.
    func input(_ input: PagePlanInput, replacing story: Int, with article: Article) -> PagePlanInput {
        let generator = VariantGenerator(layout: layout, typesetter: typesetter)
        var other = input.stories[story]
        other.article = article
        other.body = StoryTypesetter(layout: layout, typesetter: typesetter).body(of: article)
        return input.replacing(story, with: other, generator.variants(of: other))
    }

    /// The cells of the areas that a layout has beside the space that the planner fills.
    var areaCells: [GridRect] { layout.makeup == .mixed ? layout.areas.map(\.cells) : [] }

    /// The page filled with all of its stories; nil if they cannot fill it. The stories have their own ranks, unless
    /// only the fallback ranks fill the page, or only they fill it well.
    ///
    /// - Parameters:
    ///   - taken: cells that other stories occupy; by default, the cells of the layout's areas.
    ///   - depth: how far to search. A page that is one of several alternatives needs no deep search.
    ///   - work: the units of work of one search; by default, those of its depth.
    func filled(
        _ stories: [Story], fallbackRanks: [Int]? = nil, taken: [GridRect]? = nil,
        _ depth: SearchBudget.SearchDepth = .usual, work: Int? = nil
    ) -> BestFitPage? {
        let taken = taken ?? areaCells
        let key = PlanKey(stories, fallbackRanks: fallbackRanks, taken: taken)
        return cache.plans.value(for: key) {
            $0.plan != nil || $0.depth >= depth
        } orCompute: { earlier in
            func filled(_ stories: [Story]) -> BestFitPage? {
                let input = input(stories, taken: taken)
                let planned = clock.time("planning") {
                    input.filled(depth, skipsCheapSearch: earlier != nil, work.map(SearchMeter.init))
                }
                return planned.map { BestFitPage(input, filled: $0, for: key) }
            }
            var plan = filled(stories)
            if let fallbackRanks, fallbackRanks != stories.map(\.rank), plan?.isGood != true,
                let other = filled(stories.ranked(fallbackRanks)),
                plan == nil || other.isGood || other.planned.cost + layout.prices.page.cutAcross <= plan!.planned.cost
            {
                plan = other
            }
            return PlanSearch(plan: plan, depth: depth)
        }.plan
    }

    /// The page with as many of the stories as it holds.
    func bestFit(_ stories: [Story], fallbackRanks: [Int]?, taken: [GridRect]) -> BestFitPage {
        if let filled = filled(stories, fallbackRanks: fallbackRanks, taken: taken) { return filled }
        // If one story is left out, the ranks of the others may change, unless areas hold some of the page's stories.
        return BestFitPage(
            unfilled: input(stories, taken: taken), in: self,
            remake: { input(taken.isEmpty ? ranked($0) : $0, taken: taken) })
    }
}

extension [Story] {
    /// The stories with the given ranks.
    fileprivate func ranked(_ ranks: [Int]) -> [Story] {
        zip(self, ranks).map { story, rank in
            var story = story
            story.rank = rank
            return story
        }
    }
}
