public import Copy

extension PageMaker {
    /// The column-lines that a page has beside its furniture and its drawn areas.
    public var room: Int { -autoPage([]).excessLines([]) }

    /// The column-lines that each story takes at least.
    public func leastLines(of articles: [(Article, [Picture])]) -> [Int] {
        let page = autoPage(judged(set(articles)))
        return articles.indices.map { page.excessLines([$0]) + room }
    }
}
