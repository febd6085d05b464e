public import Pages

/// How a kind of text is set.
public struct TextStyle: Hashable, Sendable {
    /// A font role of fonts/roles.yaml: song, hei, kai …
    public var role: String
    public var size: Length
    /// Distance of baselines.
    public var leading: Length
    public var align: Alignment
    /// First-line indent in characters of this style.
    public var indent: Double
    /// Space added between characters, in em of this style.
    public var tracking: Double
    public var ink: Ink
    /// Characters by which every line but the first is indented.
    public var hangingIndent: Double
    /// Latin words are padded so that every Han character stands on the grid.
    public var strictGrid: Bool
    /// A pause or stop mark may hang over the line's end.
    public var hangsMarks: Bool
    public var quotes: Quotes

    /// Which quotation marks are printed.
    public enum Quotes: String, CaseIterable, Hashable, Sendable {
        /// As the copy has them.
        case keep
        /// “ ” and ‘ ’
        case curly
        /// 「 」 and 『 』
        case corner
    }

    public enum Alignment: String, CaseIterable, Hashable, Sendable {
        /// Both edges, the last line at the left: body text.
        case justify
        case left
        case center
        case right
        /// The characters spread over the whole width.
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
