public import Copy
internal import Layouts

extension PageComposer {
    /// The column-lines that a page has beside its furniture and its drawn areas, with the white row under its foot.
    public var room: Int { autoPage([]).room }

    /// Characters that the page has room for at the very most.
    var characters: Int { room * layout.grid.measure }

    /// Column-lines that stories hardly ever need more than, by their characters alone: nothing is set for it.
    public func plenty(for articles: [Article]) -> Int {
        articles.reduce(0) { sum, article in
            let lines = article.body.reduce(0) { $0 + $1.codes / layout.grid.measure + 1 }
            return sum + lines + Self.headLines + Self.photoLines * article.photos.count
        }
    }

    /// What a story's head and the white round it take at most, and a photo with its caption: two columns and more.
    private static let headLines = 24
    private static let photoLines = 44

    /// The column-lines that each story takes in its cheapest form, with the white row that parts it from the next.
    public func lines(of articles: [(Article, [Picture])]) -> [Int] {
        autoPage(judged(set(articles))).cheapestCells
    }
}
