public import Layouts
public import Pages

/// A story's body set to one measure (长条样): a list of lines, not yet placed.
///
/// Because every leg of a story has the same measure, the galley is set once, and how many rows the story takes on so
/// many columns is arithmetic.
public struct Galley: Hashable, Sendable {
    public private(set) var lines: [GalleyLine]
    public var missingGlyphs: [MissingGlyph]
    /// Rows of the page that the lines take in one column.
    public private(set) var rows = 0
    /// Whether something in it takes several rows and cannot be parted.
    public private(set) var hasBlocks = false

    public init(lines: [GalleyLine] = [], missingGlyphs: [MissingGlyph] = []) {
        self.lines = lines
        self.missingGlyphs = missingGlyphs
        count(lines)
    }

    public mutating func append(_ new: some Collection<GalleyLine>) {
        lines += new
        count(new)
    }

    /// Puts other lines in the place of some.
    public mutating func replace(_ range: Range<Int>, with new: [GalleyLine]) {
        lines.replaceSubrange(range, with: new)
        rows = 0
        count(lines)
    }

    /// Planning asks for both many thousand times.
    private mutating func count(_ new: some Collection<GalleyLine>) {
        rows += new.reduce(0) { $0 + $1.rows }
        hasBlocks = rows > lines.count
    }
}

/// What stands in a galley one below the other and is never parted: a body line, or a subhead of whole rows.
public struct GalleyLine: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case body
        case subhead
        case quote
        /// Where the story goes on or comes from.
        case jump
    }

    public var kind: Kind
    /// Rows of the page that it takes.
    public var rows: Int
    /// The set lines; origins count from the column's left edge and the first row's upper edge.
    public var lines: [ComposedLine]
    /// The block of the story's body that it belongs to.
    public var block: Int
    /// Whether it opens or closes its paragraph.
    public var isFirst: Bool
    public var isLast: Bool

    public init(kind: Kind, rows: Int, lines: [ComposedLine], block: Int, isFirst: Bool, isLast: Bool) {
        self.kind = kind
        self.rows = rows
        self.lines = lines
        self.block = block
        self.isFirst = isFirst
        self.isLast = isLast
    }

    /// The lines of a paragraph of body text, one row each.
    public static func body(
        _ paragraph: ComposedParagraph, kind: Kind = .body, block: Int, style: TextStyle, grid: Grid
    )
        -> [GalleyLine]
    {
        paragraph.lines.map { line in
            GalleyLine(
                kind: kind, rows: 1, lines: [line.moved(y: baseline(of: style, in: grid.leading))], block: block,
                isFirst: line.isFirst, isLast: line.isLast)
        }
    }

    /// Lines that stand in the middle of the fewest whole rows that hold them (占行).
    public static func display(
        _ lines: [ComposedLine], kind: Kind, block: Int, style: TextStyle, grid: Grid, rows: Int? = nil
    ) -> GalleyLine {
        let needed = style.leading * Double(lines.count)
        let rows = rows ?? max(1, Int(((needed / grid.leading) - 0.001).rounded(.up)))
        let top = (grid.leading * Double(rows) - needed) / 2
        let placed = lines.enumerated().map { number, line in
            line.moved(y: top + style.leading * Double(number) + baseline(of: style, in: style.leading))
        }
        return GalleyLine(kind: kind, rows: rows, lines: placed, block: block, isFirst: true, isLast: true)
    }

    /// The baseline below a line's top: the em box stands in the middle of the leading, and the baseline of Han type
    /// so far under the em box's top.
    public static func baseline(of style: TextStyle, in leading: Length) -> Length {
        (leading - style.size) / 2 + style.size * GlyphRun.ascent
    }
}
