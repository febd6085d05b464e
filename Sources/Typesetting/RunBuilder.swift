internal import Pages

/// Gathers the cells of lines into glyph runs: one for every stretch of one face.
struct RunBuilder {
    let shaped: ShapedText
    let size: Length
    let ink: Ink
    private var runs: [GlyphRun] = []
    private var face = -1
    private var glyphs: [Glyph] = []
    private var clusters: [GlyphRun.Cluster] = []
    private var isPlain = true
    private var utf8 = 0..<0
    private var origin = 0.0
    private var turn = GlyphRun.Turn.upright
    private var widthScale = 1.0

    init(shaped: ShapedText, size: Length, ink: Ink) {
        self.shaped = shaped
        self.size = size
        self.ink = ink
    }

    mutating func add(_ cell: Cell, x: Double) {
        if cell.face != face || cell.utf8.lowerBound != utf8.upperBound || cell.turn != turn
            || cell.widthScale != widthScale
        {
            flush()
            face = cell.face
            turn = cell.turn
            widthScale = cell.widthScale
            origin = x
            utf8 = cell.utf8.lowerBound..<cell.utf8.lowerBound
        }
        utf8 = utf8.lowerBound..<cell.utf8.upperBound
        let em = size.points
        for place in cell.glyphs {
            let glyph = shaped.glyphs[place]
            switch shaped.axis {
            case .horizontal:
                glyphs.append(Glyph(id: glyph.id, x: (x - origin + cell.shift + glyph.x) * em, y: glyph.y * em))
            case .vertical:
                glyphs.append(Glyph(id: glyph.id, x: glyph.x * em, y: (x - origin + glyph.y) * em))
            }
        }
        clusters.append(GlyphRun.Cluster(utf8Count: cell.utf8.count, glyphCount: cell.glyphs.count))
        if cell.glyphs.count != 1 || cell.utf8.count != UTF8.width(cell.scalar) { isPlain = false }
    }

    /// Adds the hyphen of a broken word to the cell before it: drawn, but no part of the text.
    mutating func add(_ hyphen: ShapedHyphen, x: Double) {
        guard !clusters.isEmpty else { return }
        glyphs.append(Glyph(id: hyphen.glyph, x: (x - origin) * size.points))
        clusters[clusters.count - 1].glyphCount += 1
        isPlain = false
    }

    /// The runs of the line; what comes next is another line.
    mutating func finish() -> [GlyphRun] {
        flush()
        face = -1
        defer { runs.removeAll() }
        return runs
    }

    private mutating func flush() {
        guard !clusters.isEmpty else { return }
        let start = shaped.axis == .horizontal ? Point(x: size * origin, y: .zero) : Point(x: .zero, y: size * origin)
        runs.append(
            GlyphRun(
                face: shaped.faces[face], size: size, ink: ink, origin: start, glyphs: Array(glyphs[...]),
                text: shaped.substring(utf8), clusters: isPlain ? [] : Array(clusters[...]), turn: turn,
                widthScale: widthScale))
        // Their room serves the next run, and each run has as much as it needs.
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
        isPlain = true
    }
}

extension ShapedText {
    func substring(_ utf8: Range<Int>) -> String {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: utf8.lowerBound)
        return String(text[start..<bytes.index(start, offsetBy: utf8.count)])
    }
}
