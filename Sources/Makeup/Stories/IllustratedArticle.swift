public import Copy

/// An article with its pictures, before it is typeset.
public struct IllustratedArticle: Hashable, Sendable {
    public var article: Article
    /// The article's photos with the shapes of their files, in the article's order.
    public var pictures: [Picture]

    public init(_ article: Article, pictures: [Picture] = []) {
        self.article = article
        self.pictures = pictures
    }
}

extension Article {
    /// The most characters of a title in a message. A title that is longer than two lines of a headline is likely body
    /// text that was taken for a title.
    private static let longestLabel = 30

    /// The story's name in messages: its title on one line, shortened.
    public var label: String {
        let title = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return title.count > Self.longestLabel ? title.prefix(Self.longestLabel) + "…" : title
    }
}
