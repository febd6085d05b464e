public import Diagnostics

/// An advertisement, a notice or a correction: a block that stands on its page where it is told to.
public struct Notice: Hashable, Sendable {
    /// Columns from 1, both ends included; nil for the page's whole width.
    public var columns: ClosedRange<Int>?
    public var rows: Rows
    public var content: Content
    /// A frame round it.
    public var isFramed: Bool
    public var place: SourcePlace

    public enum Rows: Hashable, Sendable {
        /// From 1, both ends included.
        case span(ClosedRange<Int>)
        /// So many rows at the page's foot.
        case foot(Int)
    }

    public enum Content: Hashable, Sendable {
        /// A picture, by the path to open it by.
        case image(String)
        case text(Article)
    }

    public init(
        columns: ClosedRange<Int>? = nil, rows: Rows, content: Content, isFramed: Bool = false, place: SourcePlace
    ) {
        self.columns = columns
        self.rows = rows
        self.content = content
        self.isFramed = isFramed
        self.place = place
    }
}
