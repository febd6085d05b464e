internal import Diagnostics
public import Layouts
public import Typesetting

/// A page to fill: its number, from 1, and its layout.
public struct PageSlot: Hashable, Sendable {
    public var number: Int
    public var layout: Layout

    public init(number: Int, layout: Layout) {
        self.number = number
        self.layout = layout
    }
}

/// What allocation gives to a page: its stories and, where it had to plan the page to decide on them, the plan.
public struct PageAssignment: Sendable {
    /// The page. The areas of its layout name their stories.
    public var slot: PageSlot
    /// Articles of the page that are not typeset yet. They come before the typeset stories.
    var articles: [IllustratedArticle] = []
    /// Stories that were typeset to be allocated.
    var stories: [Story] = []
    /// The ranks that `stories` had among all stories of the job, for a page that their own ranks do not fill.
    var fallbackRanks: [Int]?
    /// The plan of the page with `stories`, where allocation decided on it.
    var plan: BestFitPage?
    /// The dummy that the page had before.
    var previous: PageDummy?
}
