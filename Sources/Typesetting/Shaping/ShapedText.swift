internal import Pages

/// Text after shaping: cells in order, and their glyphs. All lengths are in em, so it serves every size.
struct ShapedText: Sendable {
    var text: String
    var cells: [Cell] = []
    var glyphs: [ShapedGlyph] = []
    var faces: [FaceKey] = []
    /// The hyphen of each span in which words may be broken.
    var hyphens: [Int: ShapedHyphen] = [:]
    /// The direction of the lines. In vertical text, glyphs count from the cell's start and the line's axis.
    var axis = LineAxis.horizontal
    /// The spans that were shaped.
    var spans: [StyledText.Span] = []
    /// The annotations of cells.
    var notes: [Note] = []
    /// The emphasis dot of each span that has dots.
    var dots: [Int: StandaloneGlyph] = [:]
    /// The characters that the fonts of their roles lack.
    var missingGlyphs: [MissingGlyph] = []
}

struct ShapedGlyph: Hashable, Sendable {
    var id: UInt32
    /// The em from the cell's own origin; in vertical text from the line's axis to the right.
    var x: Double
    /// The em from the baseline downwards; in vertical text from the cell's start.
    var y: Double
}

/// The hyphen of a word that is broken at a line's end. It is drawn but is not part of the text.
struct ShapedHyphen: Hashable, Sendable {
    var glyph: UInt32
    /// In em.
    var width: Double
    /// The index in the text's faces.
    var face: Int
}

extension ShapedText {
    /// The most em that figures side by side in a vertical line may take: as much as the line or slightly more (CLREQ
    /// 2.1.3).
    private static let mostAcross = 1.1

    /// Joins cells, set solid, into one that composition neither breaks nor opens.
    ///
    /// - Parameter opening: the em added to each cell, half before it and half after it.
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

    /// Combines figures into one cell of one em in a vertical line, side by side about the line's axis, and narrows them
    /// if they are wider than `mostAcross`.
    mutating func combine(_ range: Range<Int>) {
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

extension ShapedText {
    /// The text of a range of bytes.
    func substring(_ utf8: Range<Int>) -> String {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: utf8.lowerBound)
        return String(text[start..<bytes.index(start, offsetBy: utf8.count)])
    }
}

/// The direction of a line: to the right, or from top to bottom with the next line on its left (CLREQ 2.1.1).
enum LineAxis: Hashable, Sendable {
    case horizontal, vertical

    /// The two sides of a line, in the order of lines.
    enum Side: Hashable, Sendable {
        /// Above a horizontal line, to the right of a vertical one.
        case before
        /// Below a horizontal line, to the left of a vertical one.
        case after
    }

    /// The em from the em box's top to the baseline of Han type.
    static let ascent = GlyphRun.ascent

    /// A place beside the text in em from the line's origin: `along` the line, and `off` its em boxes on one side.
    func place(along: Double, off: Double, _ side: Side) -> (x: Double, y: Double) {
        switch (self, side) {
        case (.horizontal, .before): (along, -Self.ascent - off)
        case (.horizontal, .after): (along, 1 - Self.ascent + off)
        case (.vertical, .before): (0.5 + off, along)
        case (.vertical, .after): (-0.5 - off, along)
        }
    }

    /// The same place as a point, for type of a size.
    func point(along: Double, off: Double, _ side: Side, em: Length) -> Point {
        let place = place(along: along, off: off, side)
        return Point(x: em * place.x, y: em * place.y)
    }
}
