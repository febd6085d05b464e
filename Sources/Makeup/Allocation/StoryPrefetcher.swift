internal import Copy
internal import Layouts
internal import Synchronization
internal import Typesetting

/// Stories of a long queue, set and weighed ahead of the page that is being planned, by spare hands.
///
/// A story's rank and forms hang on those that share its page, which nobody knows yet: it is judged among those that stand
/// about it in the queue. Where that was wrong the page weighs it itself, and nothing is lost but time.
final class StoryPrefetcher: Sendable {
    private let articles: [(Article, [Picture])]
    private let layout: Layout
    private let store: SettingCache
    private let next = Mutex(0)

    /// Stories that share a page, and the place among them of the one that is judged: not the lead's.
    private static let together = 8
    private static let place = 3

    /// - Parameter maker: of most of the pages.
    init(_ articles: [(Article, [Picture])], for maker: PageComposer) {
        (self.articles, layout, store) = (articles, maker.layout, maker.store)
    }

    /// Weighs stories until none is left, or nobody wants them any more.
    func work(_ typesetter: Typesetter) {
        let maker = PageComposer(layout: layout, typesetter: typesetter, pages: 1, store: store, known: PlannedPages())
        while let index = take() {
            let first = max(0, index - Self.place)
            let window = maker.judged(maker.set(Array(articles[first..<min(first + Self.together, articles.count)])))
            maker.weigh(window[index - first])
        }
    }

    private func take() -> Int? {
        next.withLock { next in
            guard next < articles.count else { return nil }
            defer { next += 1 }
            return next
        }
    }

    /// Ends the work.
    func stop() { next.withLock { $0 = articles.count } }
}
