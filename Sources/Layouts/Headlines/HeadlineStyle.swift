public import Pages

/// How headlines of one rank are composed.
public struct HeadlineStyle: Hashable, Sendable {
    /// The style of the title; its size is the largest of `sizes`.
    public var title: TextStyle
    /// The sizes that the title may have, the largest first.
    public var sizes: [Length]
    /// The most lines of the title.
    public var maxLines: Int
    /// The style of the line above the title (引题).
    public var kicker: TextStyle
    /// The style of the line below the title (副题).
    public var deck: TextStyle
    /// The white rows of the grid above the headline's ink.
    public var rowsAbove: Int
    /// The white rows of the grid below the headline's ink.
    public var rowsBelow: Int
    public var legs: LegWidth

    /// The width of the legs of the story under the headline.
    public enum LegWidth: String, CaseIterable, Hashable, Sendable {
        /// The page's columns.
        case page
        /// Over three columns or more, one leg fewer than columns (破栏).
        case wide
    }

    public init(
        title: TextStyle, sizes: [Length], maxLines: Int, kicker: TextStyle, deck: TextStyle, rowsAbove: Int,
        rowsBelow: Int, legs: LegWidth = .page
    ) {
        self.title = title
        self.sizes = sizes
        self.maxLines = maxLines
        self.kicker = kicker
        self.deck = deck
        self.rowsAbove = rowsAbove
        self.rowsBelow = rowsBelow
        self.legs = legs
    }
}
