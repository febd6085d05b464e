public import Pages

/// How a kind of text is composed.
public struct TextStyle: Hashable, Sendable {
    /// A font role of fonts/roles.yaml: song, hei, kai …
    public var role: String
    public var size: Length
    /// The distance between baselines.
    public var leading: Length
    public var align: Alignment
    /// The first line's indent in em of this style.
    public var indent: Double
    /// The white added between characters, in em of this style.
    public var tracking: Double
    public var ink: Ink
    /// The indent of every line but the first, in em of this style.
    public var hangingIndent: Double
    /// Whether Latin words are padded so that every Han character stands on the grid (CLREQ 6.2.4).
    public var strictGrid: Bool
    /// Whether a pause or stop mark may hang over the line's end (CLREQ 6.1.3).
    public var hangsMarks: Bool
    public var quotes: Quotes

    /// Which quotation marks are printed (CLREQ 5.2).
    public enum Quotes: String, CaseIterable, Hashable, Sendable {
        /// Those of the copy.
        case keep
        /// “ ” and ‘ ’
        case curly
        /// 「 」 and 『 』
        case corner
    }

    /// How lines stand in their measure.
    public enum Alignment: String, CaseIterable, Hashable, Sendable {
        /// Lines fill their width, except the last one: body text.
        case justify
        case left
        case center
        case right
        /// The characters of a line are spread over its whole width.
        case spread
    }

    public init(
        role: String, size: Length, leading: Length, align: Alignment = .left, indent: Double = 0,
        tracking: Double = 0, ink: Ink = .black, hangingIndent: Double = 0, strictGrid: Bool = false,
        hangsMarks: Bool = false, quotes: Quotes = .keep
    ) {
        self.role = role
        self.size = size
        self.leading = leading
        self.align = align
        self.indent = indent
        self.tracking = tracking
        self.ink = ink
        self.hangingIndent = hangingIndent
        self.strictGrid = strictGrid
        self.hangsMarks = hangsMarks
        self.quotes = quotes
    }
}
