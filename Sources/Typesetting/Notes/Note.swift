/// A composed annotation whose place along the line is not determined yet. "Em" without an addition is the text's em.
struct Note: Sendable {
    var kind: Ruby.Kind
    /// The annotation's size as a share of the text's.
    var scale: Double
    var body: Body
    /// The em that the annotation takes along the line.
    var width: Double
    /// The em that its base takes along the line.
    var base: Double
    /// Whether its base is a word and not a single character.
    var isWord: Bool

    enum Body: Sendable {
        /// A line of small type.
        case line(SmallLine)
        /// Bopomofo symbols and tone, a list for each face that they come from.
        case column([[PlacedGlyph]])
    }

    struct SmallLine: Sendable {
        var shaped: ShapedText
        /// The place of each cell in em of the annotation's size.
        var x: [Double]
    }

    struct PlacedGlyph: Sendable {
        var glyph: StandaloneGlyph
        var scalar: Unicode.Scalar
        /// The em from the base's right edge to the glyph's origin.
        var x: Double
        /// The em from the base's middle downwards to the glyph's origin.
        var y: Double
    }

    /// Annotations take half the size of the text (CLREQ 5.5.4), and so do remarks (5.5.7).
    static let small = 0.5
}

/// The white between annotations, in em of the text (CLREQ 5.5.4).
enum NoteSpacing {
    /// Between two annotations: a word space of their own size, about a quarter em of it.
    static let between = 0.25 * Note.small
    /// Between two words that are annotated as words.
    static let betweenWords = 0.5
    /// How far an annotation may reach over a neighbour without one: two may meet over one character and still keep a
    /// word space between them.
    static let overhang = (1 - between) / 2
    /// What bopomofo takes on the right of a character, with a tone mark and without (CLREQ 5.5.3).
    static let zhuyin = 0.5
}
