internal import Concurrency
internal import Copy
internal import Layouts
internal import Typesetting

/// A cache of typeset bodies, evaluated stories and plans for pages of one layout. Pages that share copy are tried with
/// the same stories many times. Several workers share the cache.
public struct StoryCache: Sendable {
    let bodies = SharedCache<ArticleKey, Body>()
    let stories = SharedCache<StoryKey, EvaluatedStory>()
    let plans = SharedCache<PlanKey, PlanSearch>()

    public init() {}
}

/// An article as a key. Its hash is that of its identifier, because few articles have the same identifier.
struct ArticleKey: Hashable {
    var article: Article

    func hash(into hasher: inout Hasher) { hasher.combine(article.id) }
}

/// The key of a story in a rank. Apart from the layout, the typeset parts of the story depend only on this key.
struct StoryKey: Hashable {
    private var article: ArticleKey
    private var rank: Int
    private var pictures: [Picture]

    init(_ story: Story) {
        (article, rank, pictures) = (ArticleKey(article: story.article), story.rank, story.pictures)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(article)
        hasher.combine(rank)
    }
}

/// The key of a page: its stories in order, with their ranks and forms. Apart from the layout, the plan of the page
/// depends only on this key.
struct PlanKey: Hashable {
    private struct Part: Hashable {
        var story: StoryKey
        var forms: StoryForms
    }

    private var stories: [Part]
    private var fallbackRanks: [Int]?
    private var taken: [GridRect]

    /// - Parameters:
    ///   - fallbackRanks: ranks that the planner may use instead of the stories' own.
    ///   - taken: cells that no story may use.
    init(_ stories: [Story], fallbackRanks: [Int]?, taken: [GridRect]) {
        self.stories = stories.map { Part(story: StoryKey($0), forms: $0.forms) }
        (self.fallbackRanks, self.taken) = (fallbackRanks, taken)
    }
}

/// The result of evaluating a story in a rank: its variants by the forms that it may take, and the typeset parts of
/// these variants.
struct EvaluatedStory: Sendable {
    var variants: [StoryForms: StoryVariants] = [:]
    var settings = StorySettings.Typeset()
}

/// The result of a search for a plan.
struct PlanSearch: Sendable {
    /// The plan; nil when the search found none.
    var plan: BestFitPage?
    /// How far the search went. A deeper search may find a plan that this one did not.
    var depth: SearchBudget.SearchDepth
}
