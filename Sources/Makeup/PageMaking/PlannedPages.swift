internal import Concurrency
internal import Layouts
internal import Synchronization

/// Pages of one layout that were planned already: sharing stories out asks for the same ones again. Several hands share
/// it.
final class PlannedPages: Sendable {
    private struct Key: Hashable {
        var stories: [SettingCache.Key]
        var ranks: [Int]?
        var taken: [GridRect]
    }

    /// A filled page.
    struct Found {
        var planned: PagePlanInput.Planned
        /// Whether its stories have the ranks to fall back on.
        var isReranked: Bool
    }

    /// Nil for those that nothing fills, or nothing that is found with little patience.
    private let pages = Mutex<[Key: (found: Found?, patience: SearchBudget.SearchDepth)]>([:])

    deinit { LettingGo.later(pages.withLock { $0.values.compactMap(\.found) }) }

    /// The page that some stories fill; planned when it is asked for first.
    ///
    /// - Parameters:
    ///   - patience: how long it is looked for; what little of it does not find may be found with more.
    ///   - plan: is told whether it was looked for already, with little patience.
    func page(
        of stories: [Story], ranks: [Int]?, taken: [GridRect], _ patience: SearchBudget.SearchDepth,
        _ plan: (_ skipsCheapSearch: Bool) -> Found?
    ) -> Found? {
        let key = Key(stories: stories.map(SettingCache.Key.init), ranks: ranks, taken: taken)
        let known = pages.withLock { $0[key] }
        if let known, known.found != nil || known.patience >= patience { return known.found }
        let found = plan(known != nil)
        pages.withLock { $0[key] = (found, patience) }
        return found
    }
}
