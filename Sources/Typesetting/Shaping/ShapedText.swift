internal import Pages

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

/// Which way a line runs: to the right, or from top to bottom with the next line at its left (CLREQ 2.1.1).
enum LineAxis: Hashable, Sendable {
    case horizontal, vertical

    /// The two sides of a line: the one before its text, where the line above it or at its right is, and the one after.
    enum Side: Hashable, Sendable {
        /// Above a horizontal line, at the right of a vertical one.
        case before
        /// Below a horizontal line, at the left of a vertical one.
        case after
    }

    /// Em from the em box's top to the baseline of Han type.
    static let ascent = GlyphRun.ascent

    /// A place beside the text, from the line's origin, in em: so far along the line, and so far off its em boxes.
    func place(along: Double, off: Double, _ side: Side) -> (x: Double, y: Double) {
        switch (self, side) {
        case (.horizontal, .before): (along, -Self.ascent - off)
        case (.horizontal, .after): (along, 1 - Self.ascent + off)
        case (.vertical, .before): (0.5 + off, along)
        case (.vertical, .after): (-0.5 - off, along)
        }
    }

    func point(along: Double, off: Double, _ side: Side, em: Length) -> Point {
        let place = place(along: along, off: off, side)
        return Point(x: em * place.x, y: em * place.y)
    }
}
