/// An annotation, set: ruby with its place over its base still to be found.
struct Note: Sendable {
    var kind: Ruby.Kind
    /// Size, as a share of the text's.
    var scale: Double
    var body: Body
    /// Em of the text that the annotation takes along the line.
    var width: Double
    /// Em of the text that its base takes.
    var base: Double
    /// Whether it stands at a whole word rather than at one character.
    var isWord: Bool

    enum Body: Sendable {
        /// A line of small type: each cell's place in em of its own size.
        case line(SmallLine)
        /// Bopomofo: symbols and tone, in em of the text from the base's right edge and its middle; a list for each
        /// face that they come from.
        case column([[Placed]])
    }

    struct SmallLine: Sendable {
        var shaped: ShapedText
        var x: [Double]
    }

    struct Placed: Sendable {
        var sign: Sign
        var scalar: Unicode.Scalar
        /// Em from the base's right edge, and from its middle downwards, to the glyph's origin.
        var x: Double
        var y: Double
    }

    /// Annotations take half the size of the text (CLREQ 5.5.4); remarks are as small (5.5.7).
    static let small = 0.5
}

/// White that annotations need between them (CLREQ 5.5.4).
enum NoteSpacing {
    /// Em of the text between two annotations: a word space in their own size, about a quarter of it.
    static let between = 0.25 * Note.small
    /// Em between two words that are annotated word by word.
    static let betweenWords = 0.5
    /// Em by which an annotation may stand over a neighbour that has none: two may meet over one character and still
    /// keep a word space.
    static let overhang = (1 - between) / 2
    /// Em that bopomofo takes at the right of a character, the same with a tone mark and without (CLREQ 5.5.3).
    static let zhuyin = 0.5
}
