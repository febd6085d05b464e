internal import Diagnostics
public import Layouts
internal import Typesetting

/// A page to fill: its number, from 1, and its layout.
public struct PageSlot: Hashable, Sendable {
    public var number: Int
    public var layout: Layout

    public init(number: Int, layout: Layout) {
        self.number = number
        self.layout = layout
    }
}

/// The result of allocation for a page: its stories, and its plan if allocation had to plan the page to choose them.
public struct PageAssignment: Sendable {
    /// The page. The areas of its layout name their stories.
    public var slot: PageSlot
    /// Articles of the page that are not typeset yet. They precede the typeset stories.
    var articles: [IllustratedArticle] = []
    /// Stories that were typeset to be allocated.
    var stories: [Story] = []
    /// The ranks of `stories` among all stories of the job. They are used if the stories' own ranks do not fill the
    /// page.
    var fallbackRanks: [Int]?
    /// The plan of the page with `stories`, if allocation chose it.
    var plan: BestFitPage?
    /// The dummy that the page had before.
    var previous: PageDummy?
}
