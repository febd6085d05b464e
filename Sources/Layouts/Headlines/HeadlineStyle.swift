public import Pages

/// How the headline of one rank is set: the sizes it may take and the lines above and below it.
public struct HeadlineStyle: Hashable, Sendable {
    /// Role, alignment and ink; its size is the ladder's first.
    public var title: TextStyle
    /// The sizes that the headline may take, the largest first.
    public var sizes: [Length]
    /// The most lines the title may run to.
    public var maxLines: Int
    public var kicker: TextStyle
    public var deck: TextStyle
    /// White rows above the ink and below it.
    public var rowsAbove: Int
    public var rowsBelow: Int
    /// How the story under it is set.
    public var legs: LegWidth

    public enum LegWidth: String, CaseIterable, Hashable, Sendable {
        /// In the page's columns.
        case page
        /// Over three columns and more, in one leg fewer than columns (破栏).
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
