internal import Pages

/// Emphasis dots (着重号, CLREQ 5.3.1): centred under each character of a horizontal line, and to the right of each
/// character of a vertical one. Marks and spaces have none. If a line along a name is on the same side, the dots stand
/// outside it (CLREQ 5.6.1).
enum EmphasisDots {
    /// A disc that fills its em. It is scaled by the measured width of its ink, so dots have the same size in every face.
    static let character: Unicode.Scalar = "●"
    /// The em across a dot: about the weight of the pause mark's point.
    static let diameter = 0.16
    /// The em from the em box to the dot's middle: close to the character, but clear of it.
    static let distance = 0.15
    /// The em by which a line between the characters and their dots pushes the dots out.
    static let outside = 0.15
}

extension LineMarks {
    /// The line's emphasis dots, one run for each span.
    var emphasisDots: [Item] {
        var items: [Item] = []
        var start = cells.startIndex
        while start < cells.endIndex {
            let span = cells[start].span
            let end = cells[start...].firstIndex { $0.span != span } ?? cells.endIndex
            if let dot = shaped.dots[span], let run = dots(start..<end, dot, span) { items.append(.text(run)) }
            start = end
        }
        return items
    }

    /// The dots of one span as one run with an empty text, so that they are not copied with the line.
    private func dots(_ range: Range<Int>, _ dot: StandaloneGlyph, _ span: Int) -> GlyphRun? {
        let side: LineAxis.Side = axis == .horizontal ? .after : .before
        let hasLine = axis == .horizontal && shaped.spans[span].line != .none
        let off = EmphasisDots.distance + (hasLine ? EmphasisDots.outside : 0)
        let scale = EmphasisDots.diameter / max(dot.ink.width, 0.01)
        var glyphs: [Glyph] = []
        for cell in range where cells[cell].kind.isCharacter {
            // A cell of several Han characters, such as an annotated word, has a dot for each of them.
            let count = cells[cell].kind.isHan ? max(1, Int(width(of: cell).rounded())) : 1
            for number in 0..<count {
                let middle = x(of: cell) + width(of: cell) * (Double(number) + 0.5) / Double(count)
                let place = axis.place(along: middle, off: off, side)
                glyphs.append(
                    Glyph(
                        id: dot.glyph, x: (place.x - dot.ink.midX * scale) * em.points,
                        y: (place.y - dot.ink.midY * scale) * em.points))
            }
        }
        guard !glyphs.isEmpty else { return nil }
        return GlyphRun(
            face: dot.face, size: em * scale, ink: ink, origin: .zero, glyphs: glyphs, text: "")
    }
}
