internal import Layouts
internal import Pages

/// Builds lines of a shaped text from cells that are placed.
struct LineBuilder {
    let shaped: ShapedText
    let metrics: LineMetrics
    let style: TextStyle
    private let hasMarks: Bool
    private let runs: RunBuilder

    init(shaped: ShapedText, metrics: LineMetrics, style: TextStyle) {
        (self.shaped, self.metrics, self.style) = (shaped, metrics, style)
        hasMarks = LineMarks.areNeeded(by: shaped)
        runs = RunBuilder(shaped: shaped, size: style.size, ink: style.ink)
    }

    func line(_ line: ParagraphComposer.Line, _ placed: Justifier.Placed) -> ComposedLine {
        let hyphen = metrics.hyphen(line.end).map { (glyph: $0.glyph, x: placed.inkWidth - $0.width) }
        let runs = runs.runs(of: metrics.cells[line.start..<line.end], x: placed.x, hyphen: hyphen)
        let marks =
            hasMarks
            ? LineMarks(shaped: shaped, metrics: metrics, style: style, line: line, placed: placed).items : []
        return ComposedLine(
            runs: runs, marks: marks, width: style.size * placed.inkWidth, isFirst: line.start == 0,
            isLast: line.isLast, adjustment: placed.adjustment, opening: placed.opening)
    }
}

/// Builds the glyph runs of a line: one for every stretch of cells with the same face, turn and width.
struct RunBuilder {
    let shaped: ShapedText
    let size: Length
    let ink: Ink

    /// The runs of a line.
    ///
    /// - Parameters:
    ///   - x: the em from the line's start to each cell.
    ///   - hyphen: the hyphen at the end of a broken word, and the em from the line's start to it. It is drawn but is not
    ///     part of the text.
    func runs(of cells: ArraySlice<Cell>, x: [Double], hyphen: (glyph: UInt32, x: Double)? = nil) -> [GlyphRun] {
        var runs: [GlyphRun] = []
        var start = cells.startIndex
        while start < cells.endIndex {
            var end = start + 1
            while end < cells.endIndex, cells[end].continues(cells[end - 1]) { end += 1 }
            let first = start - cells.startIndex
            runs.append(
                run(
                    of: cells[start..<end], x: x[first..<first + end - start],
                    hyphen: end == cells.endIndex ? hyphen : nil))
            start = end
        }
        return runs
    }

    private func run(
        of cells: ArraySlice<Cell>, x: ArraySlice<Double>, hyphen: (glyph: UInt32, x: Double)?
    ) -> GlyphRun {
        let first = cells[cells.startIndex], origin = x[x.startIndex], em = size.points
        let shapes = shaped.glyphs
        var isPlain = hyphen == nil
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(cells.count + (isPlain ? 0 : 1))
        for (cell, x) in zip(cells.indices, x) {
            let places = cells[cell].glyphs, along = x - origin
            switch shaped.axis {
            case .horizontal:
                let start = along + cells[cell].shift
                for place in places {
                    let shape = shapes[place]
                    glyphs.append(Glyph(id: shape.id, x: (start + shape.x) * em, y: shape.y * em))
                }
            case .vertical:
                for place in places {
                    let shape = shapes[place]
                    glyphs.append(Glyph(id: shape.id, x: shape.x * em, y: (along + shape.y) * em))
                }
            }
            if places.count != 1 || cells[cell].utf8.count != UTF8.width(cells[cell].scalar) { isPlain = false }
        }
        if let hyphen { glyphs.append(Glyph(id: hyphen.glyph, x: (hyphen.x - origin) * em)) }
        let start = shaped.axis == .horizontal ? Point(x: size * origin, y: .zero) : Point(x: .zero, y: size * origin)
        return GlyphRun(
            face: shaped.faces[first.face], size: size, ink: ink, origin: start, glyphs: glyphs,
            text: shaped.substring(first.utf8.lowerBound..<cells[cells.endIndex - 1].utf8.upperBound),
            clusters: isPlain ? [] : Self.clusters(of: cells, hyphened: hyphen != nil), turn: first.turn,
            widthScale: first.widthScale)
    }

    private static func clusters(of cells: ArraySlice<Cell>, hyphened: Bool) -> [GlyphRun.Cluster] {
        var clusters = cells.map { GlyphRun.Cluster(utf8Count: $0.utf8.count, glyphCount: $0.glyphs.count) }
        if hyphened { clusters[clusters.count - 1].glyphCount += 1 }
        return clusters
    }
}

extension Cell {
    /// Whether the cell's glyphs belong to the same run as those of the cell before it.
    fileprivate func continues(_ last: Cell) -> Bool {
        face == last.face && utf8.lowerBound == last.utf8.upperBound && turn == last.turn
            && widthScale == last.widthScale
    }
}
