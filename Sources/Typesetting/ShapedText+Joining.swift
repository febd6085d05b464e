extension ShapedText {
    /// Em that figures side by side in a vertical line may be wide: as much as the line or slightly more (CLREQ 2.1.3).
    private static let mostAcross = 1.1

    /// Makes cells one, set solid: composition neither breaks nor opens it.
    ///
    /// - Parameter opening: em added at each cell, half before and half behind it.
    mutating func join(_ range: Range<Int>, opening: Double = 0) {
        guard let first = range.first, range.count > 1 || opening > 0 else { return }
        var joined = cells[first]
        var at = 0.0
        for index in range {
            let cell = cells[index]
            at += opening / 2
            for glyph in cell.glyphs {
                switch axis {
                case .horizontal: glyphs[glyph].x += at + cell.left + cell.shift
                case .vertical: glyphs[glyph].y += at + cell.left
                }
            }
            at += cell.left + cell.width + cell.right + opening / 2
        }
        (joined.left, joined.right, joined.shift, joined.width) = (0, 0, 0, at)
        joined.utf8 = joined.utf8.lowerBound..<cells[range.upperBound - 1].utf8.upperBound
        joined.glyphs = joined.glyphs.lowerBound..<cells[range.upperBound - 1].glyphs.upperBound
        cells.replaceSubrange(range, with: [joined])
    }

    /// Makes figures one cell of one em in a vertical line, side by side about the line's axis, and narrows them when
    /// they would reach too far out of it.
    mutating func squeezeIntoOneEm(_ range: Range<Int>) {
        guard let first = range.first else { return }
        let width = cells[range].reduce(0) { $0 + $1.width }
        let scale = min(1, Self.mostAcross / width)
        var joined = cells[first]
        var at = -width * scale / 2
        for index in range {
            for glyph in cells[index].glyphs {
                glyphs[glyph].x = at + glyphs[glyph].x * scale
                glyphs[glyph].y += LineAxis.ascent
            }
            at += cells[index].width * scale
        }
        joined.kind = .han
        (joined.left, joined.right, joined.shift, joined.width) = (0, 0, 0, 1)
        joined.widthScale = scale
        joined.utf8 = joined.utf8.lowerBound..<cells[range.upperBound - 1].utf8.upperBound
        joined.glyphs = joined.glyphs.lowerBound..<cells[range.upperBound - 1].glyphs.upperBound
        cells.replaceSubrange(range, with: [joined])
    }
}
