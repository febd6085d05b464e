internal import Layouts

/// Pages of one layout that were planned already: sharing stories out asks for the same ones again.
final class PlannedPages {
    private struct Key: Hashable {
        var stories: [WeighedStories.Key]
        var ranks: [Int]?
        var taken: [GridRect]
    }

    private var pages: [Key: FullestPage?] = [:]

    /// The page that some stories fill; planned when it is asked for first.
    ///
    /// - Parameter patience: how long it is looked for; what little of it does not find may be found with more.
    func page(
        of stories: [Story], ranks: [Int]?, taken: [GridRect], _ patience: PlanEffort.Patience,
        _ plan: () -> FullestPage?
    ) -> FullestPage? {
        let key = Key(stories: stories.map(WeighedStories.Key.init), ranks: ranks, taken: taken)
        if let known = pages[key] { return known }
        let page = plan()
        if page != nil || patience >= .usual { pages[key] = .some(page) }
        return page
    }
}
