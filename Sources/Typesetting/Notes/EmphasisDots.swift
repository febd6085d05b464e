internal import Pages

/// Emphasis dots (着重号, CLREQ 5.3.1): under each character of a horizontal line, at the right of each of a vertical one,
/// in its middle; none at marks and spaces. Where a line along a name stands on the same side, it goes first and the
/// dots outside it (CLREQ 5.6.1).
enum EmphasisDots {
    /// A disc that fills its em: its ink's width is measured, so that the dot is as large in every face.
    static let sign: Unicode.Scalar = "●"
    /// Em across a dot: about the weight of the pause mark's point.
    static let diameter = 0.16
    /// Em from the em box to the dot's middle: close to the character, clear of it.
    static let distance = 0.15
    /// Em that a line between dot and character pushes it out.
    static let outside = 0.15
}

extension LineMarks {
    var emphasisDots: [Item] {
        var items: [Item] = []
        var start = cells.startIndex
        while start < cells.endIndex {
            let span = cells[start].span
            let end = cells[start...].firstIndex { $0.span != span } ?? cells.endIndex
            if let sign = shaped.dots[span], let run = dots(start..<end, sign, span) { items.append(.text(run)) }
            start = end
        }
        return items
    }

    /// The dots of one span as one run that says nothing, so that nothing of it is copied with the text.
    private func dots(_ range: Range<Int>, _ sign: Sign, _ span: Int) -> GlyphRun? {
        let side: LineAxis.Side = axis == .horizontal ? .after : .before
        let hasLine = axis == .horizontal && shaped.spans[span].line != .none
        let off = EmphasisDots.distance + (hasLine ? EmphasisDots.outside : 0)
        let scale = EmphasisDots.diameter / max(sign.ink.width, 0.01)
        var glyphs: [Glyph] = []
        for cell in range where cells[cell].kind.isCharacter {
            // A cell of several characters, such as an annotated word, has a dot for each of them.
            let count = cells[cell].kind.isHan ? max(1, Int(width(of: cell).rounded())) : 1
            for number in 0..<count {
                let middle = x(of: cell) + width(of: cell) * (Double(number) + 0.5) / Double(count)
                let place = axis.place(along: middle, off: off, side)
                glyphs.append(
                    Glyph(
                        id: sign.glyph, x: (place.x - sign.ink.midX * scale) * em.points,
                        y: (place.y - sign.ink.midY * scale) * em.points))
            }
        }
        guard !glyphs.isEmpty else { return nil }
        return GlyphRun(
            face: sign.face, size: em * scale, ink: ink, origin: .zero, glyphs: glyphs, text: "")
    }
}
