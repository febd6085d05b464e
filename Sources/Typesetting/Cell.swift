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

/// Text after shaping: cells in order, and the glyphs that they show. Everything in em, so that it serves any size.
struct ShapedText: Sendable {
    var text: String
    var cells: [Cell] = []
    var glyphs: [ShapedGlyph] = []
    var faces: [FaceKey] = []
    /// The hyphen of each span that has places for one.
    var hyphens: [Int: ShapedHyphen] = [:]
    /// Which way the line runs. In vertical text glyphs count from the cell's start and the line's axis.
    var axis = LineAxis.horizontal
    /// What the text was before it was shaped.
    var spans: [StyledText.Span] = []
    /// Annotations of cells, set.
    var notes: [Note] = []
    /// The emphasis dot for each span that has dots.
    var dots: [Int: Sign] = [:]
    /// Characters that no font of the role has, or no font at all.
    var missingGlyphs: [MissingGlyph] = []
}

struct ShapedGlyph: Hashable, Sendable {
    var id: UInt32
    /// Em from the cell's own origin; in vertical text to the right of the line's axis.
    var x: Double
    /// Em from the baseline, downwards; in vertical text from the cell's start.
    var y: Double
}

/// The hyphen that a broken word gets at its line's end; it is drawn and never copied out of the page.
struct ShapedHyphen: Hashable, Sendable {
    var glyph: UInt32
    /// Em.
    var width: Double
    /// Which of the text's faces.
    var face: Int
}
