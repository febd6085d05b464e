public import Layouts
public import Pages

/// A story's body composed to one measure (长条样): a list of lines that are not placed yet.
///
/// Every leg of a story has the same measure, so the galley is composed once. The number of rows that the story takes on
/// a number of columns is then arithmetic.
public struct Galley: Hashable, Sendable {
    public private(set) var lines: [GalleyLine]
    public var missingGlyphs: [MissingGlyph]
    /// The rows of the page that the lines take in one column.
    public private(set) var rows = 0
    /// Whether an unbreakable part takes several rows.
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

    /// Replaces a range of lines.
    public mutating func replace(_ range: Range<Int>, with new: [GalleyLine]) {
        lines.replaceSubrange(range, with: new)
        rows = 0
        count(lines)
    }

    /// Adds lines to `rows` and `hasBlocks`, which planning reads many thousand times.
    private mutating func count(_ new: some Collection<GalleyLine>) {
        rows += new.reduce(0) { $0 + $1.rows }
        hasBlocks = rows > lines.count
    }
}

/// An unbreakable part of a galley: a body line, or a subhead of whole rows.
public struct GalleyLine: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case body
        case subhead
        case quote
        /// A jump line, which tells where the story continues or begins.
        case jump
    }

    public var kind: Kind
    /// The rows of the page that it takes.
    public var rows: Int
    /// The composed lines. Origins count from the column's left edge and the first row's upper edge.
    public var lines: [ComposedLine]
    /// The index of its block in the story's body.
    public var block: Int
    /// Whether it is the first or last part of its paragraph.
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

    /// The parts of a paragraph of body text, one line and one row each.
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

    /// Lines in the vertical middle of whole rows (占行).
    ///
    /// - Parameter rows: how many rows the lines take; nil takes the fewest that hold them.
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

    /// The distance of the baseline from a line's top. The em box stands in the middle of the leading, and the baseline
    /// of Han type is `GlyphRun.ascent` below the em box's top.
    public static func baseline(of style: TextStyle, in leading: Length) -> Length {
        (leading - style.size) / 2 + style.size * GlyphRun.ascent
    }
}
