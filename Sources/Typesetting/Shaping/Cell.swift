internal import Pages

/// The smallest piece of a line: a character or what shapes as one, with its glyphs and its ink's width.
struct Cell: Sendable {
    var scalar: Unicode.Scalar
    var kind: CharacterClass
    /// Bytes of the text.
    var utf8: Range<Int>
    /// Places in the shaped text's glyphs.
    var glyphs: Range<Int>
    /// Em of room the ink takes, blanks of marks aside.
    var width: Double
    /// Em of blank that a mark has at its sides in its full em box; 0 for everything else.
    var left: Double
    var right: Double
    /// Em from the cell's left edge to the glyph's origin: marks stand in their boxes by class, not by advance.
    var shift: Double
    /// Which of the text's faces.
    var face: Int
    /// Which of the text's spans.
    var span: Int
    /// What the copy or the language says of a line's end after this cell, over its class.
    var joint = Joint.byClass
    /// How the glyphs are turned and how wide they are drawn: vertical lines turn Latin words and narrow figures.
    var turn = GlyphRun.Turn.upright
    var widthScale = 1.0
    /// Em of white that an annotation wider than its text needs before the cell.
    var lead = 0.0
    /// Which of the text's annotations stands at the cell.
    var note: Int?

    /// Whether a line may end after a cell.
    enum Joint: UInt8, Sendable {
        /// As the classes of the two neighbours have it.
        case byClass
        /// Yes: a zero-width space stands there.
        case open
        /// No: a word joiner stands there, or a rule holds the two together.
        case closed
        /// Yes, with a hyphen: a soft hyphen stands there, or the dictionary parts the word so (CLREQ 6.1.4).
        case hyphen
    }
}
