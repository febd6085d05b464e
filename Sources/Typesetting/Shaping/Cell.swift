internal import Pages

/// The smallest part of a line: a character, or several that are shaped as one, with its glyphs and the width of its ink.
struct Cell: Sendable {
    /// The first scalar, by which rules about single characters go.
    var scalar: Unicode.Scalar
    var kind: CharacterClass
    /// The cell's bytes in the text.
    var utf8: Range<Int>
    /// The cell's indices in the shaped text's glyphs.
    var glyphs: Range<Int>
    /// The em that the ink takes, without the blanks of a mark.
    var width: Double
    /// The em of blank on both sides of a mark in its full em box; 0 for everything else.
    var left: Double
    var right: Double
    /// The em from the cell's left edge to the glyph's origin. A mark's place in its box depends on its class, not on the
    /// glyph's advance.
    var shift: Double
    /// The index in the text's faces.
    var face: Int
    /// The index in the text's spans.
    var span: Int
    /// Whether the copy or the language overrides the classes at a line's end after this cell.
    var joint = Joint.byClass
    /// How the glyphs are turned and how wide they are drawn: vertical lines rotate Latin words and narrow figures.
    var turn = GlyphRun.Turn.upright
    var widthScale = 1.0
    /// The em of white before the cell that an annotation wider than its text needs.
    var lead = 0.0
    /// The index in the text's annotations; nil if none stands at the cell.
    var note: Int?

    /// Whether a line may end after a cell.
    enum Joint: UInt8, Sendable {
        /// It depends on the classes of the two neighbours.
        case byClass
        /// It may: a zero-width space follows.
        case open
        /// It may not: a word joiner follows, or a rule keeps the two together.
        case closed
        /// It may, with a hyphen: a soft hyphen follows, or the patterns allow a break (CLREQ 6.1.4).
        case hyphen
    }
}
