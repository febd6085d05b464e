public import Copy

/// An article with its pictures: what the newsroom hands in of a story, before any of it is typeset.
public struct IllustratedArticle: Hashable, Sendable {
    public var article: Article
    /// The article's photos with the shapes of their files, in the article's order.
    public var pictures: [Picture]

    public init(_ article: Article, pictures: [Picture] = []) {
        self.article = article
        self.pictures = pictures
    }
}
