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

/// How photographs and the rules between stories look.
public struct PhotoStyle: Hashable, Sendable {
    /// A hairline round every picture, or none.
    public var frame: Box.Frame?
    /// How far a picture's height may be from its natural one by cropping, as a share of it.
    public var maxCrop: Double
    /// White between picture and caption.
    public var captionGap: Length
    public var credit: CreditPlace

    /// Where the photographer is named.
    public enum CreditPlace: String, CaseIterable, Hashable, Sendable {
        /// At the end of the caption's last line when it fits there, else below.
        case beside
        /// On a line of its own under the caption.
        case below
    }

    public init(
        frame: Box.Frame? = nil, maxCrop: Double = 0.2, captionGap: Length = .pt(3), credit: CreditPlace = .beside
    ) {
        self.frame = frame
        self.maxCrop = maxCrop
        self.captionGap = captionGap
        self.credit = credit
    }
}

/// The rules between modules.
public struct Separators: Hashable, Sendable {
    /// In the gutter between modules side by side.
    public var vertical: Box.Frame?
    /// In the row between modules one above the other.
    public var horizontal: Box.Frame?

    public init(
        vertical: Box.Frame? = Box.Frame(thickness: .pt(0.25), ink: .black(0.6)),
        horizontal: Box.Frame? = Box.Frame(thickness: .pt(0.5), ink: .black)
    ) {
        self.vertical = vertical
        self.horizontal = horizontal
    }
}
