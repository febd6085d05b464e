/// An advertisement, a public notice or a correction: a block with a fixed place on its page.
public struct Notice: Hashable, Sendable {
    /// What the block shows.
    public enum Content: Hashable, Sendable {
        case picture(Picture)
        case article(Article)
    }

    /// The rows of the page's grid that the block takes.
    public enum Rows: Hashable, Sendable {
        /// The last rows of the page, by their number.
        case last(Int)
        /// The rows from a first one to a last one, from 1.
        case range(ClosedRange<Int>)
    }

    /// What the block shows.
    public var content: Content
    /// The rows that it takes.
    public var rows: Rows
    /// The columns that it takes, from 1; nil for the page's whole width.
    public var columns: ClosedRange<Int>?
    /// Whether it has a frame.
    public var isFramed: Bool

    /// Creates a notice that is a picture, such as an advertisement.
    public init(_ picture: Picture, rows: Rows, columns: ClosedRange<Int>? = nil, isFramed: Bool = false) {
        self.init(.picture(picture), rows, columns, isFramed)
    }

    /// Creates a notice that is a text.
    public init(_ article: Article, rows: Rows, columns: ClosedRange<Int>? = nil, isFramed: Bool = true) {
        self.init(.article(article), rows, columns, isFramed)
    }

    init(_ content: Content, _ rows: Rows, _ columns: ClosedRange<Int>?, _ isFramed: Bool) {
        (self.content, self.rows, self.columns, self.isFramed) = (content, rows, columns, isFramed)
    }
}
