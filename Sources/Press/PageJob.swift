internal import Copy
internal import Diagnostics
internal import Layouts
internal import Makeup
internal import Synchronization
internal import Typesetting

/// Pages that are made together, as they share their copy or a story of one goes on on another, with all that their
/// making hangs on: equal pools give equal pages.
struct PageJob: Hashable, Sendable {
    var sheets: [PageSlot]
    var articles: [Article]
    /// The pictures of each article.
    var pictures: [[Picture]]
    /// The dummies to hold the pages to.
    var previous: [PageDummy]
    /// Pages with copy of their own, on which stories of these go on when their editors let them; then each pool is a
    /// page.
    var linked: [PageJob] = []

    /// - Parameter hands: who may help.
    func pages(typesetter: Typesetter, hands: SpareHands = .none) -> [Reported<ComposedPage>] {
        if !linked.isEmpty {
            let pools = [self] + linked
            let parts = pools.map {
                JumpPages.Part(sheet: $0.sheets[0], articles: Array(zip($0.articles, $0.pictures)))
            }
            return JumpPages(parts, typesetter: typesetter).pages(previous: pools.flatMap(\.previous))
        }
        return SharedCopyPages(sheets: sheets, typesetter: typesetter, hands: hands).pages(
            of: Array(zip(articles, pictures)), previous: previous)
    }
}

/// Pages that were made before: a program that makes an edition again and again makes only what has changed.
public final class PageCache: Sendable {
    private let pages = Mutex<[PageJob: [Reported<ComposedPage>]]>([:])

    public init() {}

    func pages(of pool: PageJob) -> [Reported<ComposedPage>]? { pages.withLock { $0[pool] } }

    /// Keeps the pages of these pools, and of no others.
    func keep(_ made: [(PageJob, [Reported<ComposedPage>])]) {
        pages.withLock { $0 = Dictionary(made, uniquingKeysWith: { $1 }) }
    }
}
