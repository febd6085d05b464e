public import Copy
internal import Layouts

extension PageContext {
    /// The column-lines of a page that neither furniture nor drawn areas take, with the white row under its foot.
    public var room: Int { PagePlanInput(layout: layout, stories: [], variants: [], taken: areaCells).room }

    /// An upper bound of the characters that a page has room for.
    var characters: Int { room * layout.grid.measure }

    /// An upper bound of the column-lines that articles take, estimated from their characters. Nothing is typeset for it.
    public func estimatedLines(of articles: [Article]) -> Int {
        articles.reduce(0) { sum, article in
            let lines = article.body.reduce(0) { $0 + $1.codes / layout.grid.measure + 1 }
            return sum + lines + Self.headLines + Self.photoLines * article.photos.count
        }
    }

    /// The most column-lines of a story's head with the white round it, and of a photo with its caption over two
    /// columns.
    private static let headLines = 24
    private static let photoLines = 44

    /// The column-lines that each article takes in its cheapest form, the white row under it included.
    public func lines(of articles: [IllustratedArticle]) -> [Int] { input(ranked(typeset(articles))).cheapestCells }
}
