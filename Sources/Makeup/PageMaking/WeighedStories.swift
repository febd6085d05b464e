internal import Copy
internal import Layouts

/// What was weighed already for pages of one layout, as the same stories are asked for again by every page that is tried
/// with them: their shelves, and the pages that they fill.
final class WeighedStories {
    /// All that a story's variants depend on beside the layout.
    private struct Key: Hashable {
        var article: Article
        var rank: Int
        var forms: StoryForms
        var pictures: [Picture]

        init(_ story: Story) {
            (article, rank, forms, pictures) = (story.article, story.rank, story.forms, story.pictures)
        }
    }

    private struct PageKey: Hashable {
        var stories: [Key]
        var ranks: [Int]?
        var taken: [GridRect]
    }

    private var shelves: [Key: [VariantShelf]] = [:]
    private var pages: [PageKey: FullestPage?] = [:]

    /// A story's shelves; weighed when they are asked for first.
    func shelves(for story: Story, _ weigh: (Story) -> [VariantShelf]) -> [VariantShelf] {
        let key = Key(story)
        if let found = shelves[key] { return found }
        let found = weigh(story)
        shelves[key] = found
        return found
    }

    /// The page that some stories fill; planned when it is asked for first.
    ///
    /// - Parameter isTrial: whether a page that is not found may be found when it is asked for in earnest.
    func page(
        of stories: [Story], ranks: [Int]?, taken: [GridRect], isTrial: Bool = false, _ plan: () -> FullestPage?
    ) -> FullestPage? {
        let key = PageKey(stories: stories.map(Key.init), ranks: ranks, taken: taken)
        if let known = pages[key] { return known }
        let page = plan()
        if page != nil || !isTrial { pages[key] = .some(page) }
        return page
    }
}
