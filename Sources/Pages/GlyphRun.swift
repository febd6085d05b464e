/// A glyph and where its origin stands.
public struct Glyph: Hashable, Sendable {
    /// The glyph's number in its face.
    public var id: UInt32
    /// Points from the run's origin, to the right and downwards on the page, however the run's glyphs are turned.
    public var x: Double
    public var y: Double

    public init(id: UInt32, x: Double, y: Double = 0) {
        self.id = id
        self.x = x
        self.y = y
    }
}

/// Glyphs of one face, size and ink on one baseline, with the text that they stand for.
public struct GlyphRun: Hashable, Sendable {
    /// The face, which the page's `faces` describe.
    public var face: FaceKey
    public var size: Length
    public var ink: Ink
    /// The baseline's start.
    public var origin: Point
    public var glyphs: [Glyph]
    /// What the run says: the text that a reader copies out of the PDF.
    public var text: String
    /// How `text` falls on `glyphs`, in order. Empty when each Unicode scalar has one glyph.
    public var clusters: [Cluster]
    /// How the run's glyphs are turned about their own origins. Only the drawing of each glyph turns: `origin` and the
    /// glyphs' places stay in the page's axes, so that a clockwise run advances by its glyphs' `y`, and its baseline is
    /// an upright line whose letters stand at its right.
    public var turn: Turn
    /// How wide each glyph is drawn, as a share of what it is by nature: three figures that share one em are narrowed.
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
        /// A quarter turn clockwise, as Latin words stand in a vertical line.
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
