/// A glyph and the place of its origin.
public struct Glyph: Hashable, Sendable {
    /// The glyph's number in its face.
    public var id: UInt32
    /// Points from the run's origin to the right and downwards on the page, however the run's glyphs are turned.
    public var x: Double
    public var y: Double

    public init(id: UInt32, x: Double, y: Double = 0) {
        self.id = id
        self.x = x
        self.y = y
    }
}

/// Glyphs of one face, size and ink on one baseline, with the text that they show.
public struct GlyphRun: Hashable, Sendable {
    /// The face, which the page's `faces` describes.
    public var face: FaceKey
    public var size: Length
    public var ink: Ink
    /// The start of the baseline.
    public var origin: Point
    public var glyphs: [Glyph]
    /// The text of the run, which a reader copies from the PDF.
    public var text: String
    /// The stretches of `text` and `glyphs` that belong together, in order. Empty if each Unicode scalar has one glyph.
    public var clusters: [Cluster]
    /// How the glyphs are turned about their own origins. `origin` and the glyphs' places stay in the page's axes: a
    /// clockwise run advances by its glyphs' `y`, and its baseline is an upright line with the letters on its right.
    public var turn: Turn
    /// The width of each glyph as a share of its natural width. Three figures in one em are narrowed.
    public var widthScale: Double

    /// A stretch of text and the glyphs that show it.
    public struct Cluster: Hashable, Sendable {
        public var utf8Count: Int
        public var glyphCount: Int
        public init(utf8Count: Int, glyphCount: Int) {
            self.utf8Count = utf8Count
            self.glyphCount = glyphCount
        }
    }

    public enum Turn: Hashable, Sendable {
        case upright
        /// A quarter turn clockwise, as for Latin words in a vertical line.
        case clockwise
    }

    public init(
        face: FaceKey, size: Length, ink: Ink = .black, origin: Point, glyphs: [Glyph], text: String,
        clusters: [Cluster] = [], turn: Turn = .upright, widthScale: Double = 1
    ) {
        self.face = face
        self.size = size
        self.ink = ink
        self.origin = origin
        self.glyphs = glyphs
        self.text = text
        self.clusters = clusters
        self.turn = turn
        self.widthScale = widthScale
    }
}
