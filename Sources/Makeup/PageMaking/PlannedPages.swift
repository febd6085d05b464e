internal import Crew
internal import Layouts
internal import Synchronization

/// Pages of one layout that were planned already: sharing stories out asks for the same ones again. Several hands share
/// it.
final class PlannedPages: Sendable {
    private struct Key: Hashable {
        var stories: [WeighedStories.Key]
        var ranks: [Int]?
        var taken: [GridRect]
    }

    /// A filled page.
    struct Found {
        var planned: AutoPage.Planned
        /// Whether its stories have the ranks to fall back on.
        var isReranked: Bool
    }

    private let pages = Mutex<[Key: Found?]>([:])

    deinit { LettingGo.later(pages.withLock(\.self)) }

    /// The page that some stories fill; planned when it is asked for first.
    ///
    /// - Parameter patience: how long it is looked for; what little of it does not find may be found with more.
    func page(
        of stories: [Story], ranks: [Int]?, taken: [GridRect], _ patience: PlanEffort.Patience, _ plan: () -> Found?
    ) -> Found? {
        let key = Key(stories: stories.map(WeighedStories.Key.init), ranks: ranks, taken: taken)
        if let known = pages.withLock({ $0[key] }) { return known }
        let page = plan()
        if page != nil || patience >= .usual { pages.withLock { $0[key] = .some(page) } }
        return page
    }
}
