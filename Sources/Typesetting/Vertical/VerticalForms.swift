/// The orientation of each piece of a text in a vertical line (CLREQ 2.1.3).
struct VerticalForms {
    enum Orientation: Hashable {
        /// Like Han characters, in the face's forms for vertical lines.
        case upright
        /// Side by side in one em: two or three figures.
        case combined
        /// One below the other, an em each, unbreakable: a lone letter, GDP, 5G.
        case stacked
        /// Turned clockwise with their baseline.
        case rotated
    }

    struct Piece: Hashable {
        /// The piece's bytes in the text.
        var utf8: Range<Int>
        var orientation: Orientation
        /// The piece's OpenType features, as Pango writes them.
        var features: String
    }

    /// The text to be shaped. It has the same bytes as the copy, except that quotation marks are replaced by corner ones.
    let text: String
    /// The pieces in order, without gaps.
    let pieces: [Piece]

    /// `vert` replaces only glyphs that have another form in vertical lines. `vrt2` would also rotate Latin letters, which
    /// the glyph runs do.
    private static let upright = "vert"
    private static let halfWidth = "hwid"

    init(_ source: String, options: VerticalOptions, halfWidthFigures: Bool) {
        var scalars = Array(source.unicodeScalars)
        let runs = WesternRun.runs(of: scalars, options: options)
        var isRotated = [Bool](repeating: false, count: scalars.count)
        for run in runs where run.orientation == .rotated { for index in run.range { isRotated[index] = true } }
        // The spaces between rotated words are rotated too, so that the phrase stays one piece.
        for index in scalars.indices.dropFirst().dropLast()
        where scalars[index] == " " && isRotated[index - 1] && isRotated[index + 1] { isRotated[index] = true }
        Self.rotateQuotes(scalars, &isRotated, all: !options.cornerQuotes)
        for index in scalars.indices where !isRotated[index] {
            if let corner = Self.corners[scalars[index]] { scalars[index] = corner }
        }

        var offsets = [0]
        for scalar in scalars { offsets.append(offsets.last! + UTF8.width(scalar)) }
        var pieces: [Piece] = []
        func add(_ range: Range<Int>, _ orientation: Orientation, _ features: String) {
            guard !range.isEmpty else { return }
            pieces.append(
                Piece(
                    utf8: offsets[range.lowerBound]..<offsets[range.upperBound], orientation: orientation,
                    features: features))
        }
        /// Adds the scalars between two runs: rotated spaces and quotation marks one by one, all others upright.
        func fill(_ range: Range<Int>) {
            var start = range.lowerBound
            for index in range where isRotated[index] {
                add(start..<index, .upright, Self.upright)
                add(index..<index + 1, .rotated, "")
                start = index + 1
            }
            add(start..<range.upperBound, .upright, Self.upright)
        }
        var at = 0
        for run in runs {
            fill(at..<run.range.lowerBound)
            let isHalf =
                run.isNumber && (run.orientation == .combined || run.orientation == .rotated && halfWidthFigures)
            add(run.range, run.orientation, isHalf ? Self.halfWidth : "")
            at = run.range.upperBound
        }
        fill(at..<scalars.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        self.text = String(text)
        self.pieces = pieces
    }

    private static let corners: [Unicode.Scalar: Unicode.Scalar] = ["“": "『", "”": "』", "‘": "「", "’": "」"]

    /// Rotates the quotation marks round a rotated Western phrase (CLREQ 2.1.3, note).
    ///
    /// - Parameter all: whether all quotation marks are rotated.
    private static func rotateQuotes(_ scalars: [Unicode.Scalar], _ isRotated: inout [Bool], all: Bool) {
        var open: [Int] = []
        for index in scalars.indices where corners[scalars[index]] != nil && !isRotated[index] {
            if all { isRotated[index] = true }
            if scalars[index] == "“" || scalars[index] == "‘" {
                open.append(index)
            } else if let start = open.popLast(), index > start + 1,
                (start + 1..<index).allSatisfy({ isRotated[$0] })
            {
                isRotated[start] = true
                isRotated[index] = true
            }
        }
    }

    /// The orientation of the character that begins at a byte of the text.
    func orientation(at utf8: Int) -> Orientation { pieces[piece(at: utf8)].orientation }

    /// The pieces that have bytes in a range.
    func pieces(in utf8: Range<Int>) -> ArraySlice<Piece> {
        pieces.isEmpty ? [] : pieces[piece(at: utf8.lowerBound)...].prefix { $0.utf8.lowerBound < utf8.upperBound }
    }

    /// The index of the piece that contains a byte, by binary search.
    private func piece(at utf8: Int) -> Int {
        var low = 0, high = pieces.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if pieces[middle].utf8.lowerBound <= utf8 { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Joins the cells of each piece that composition treats as one character: figures in one em, stacked letters.
    func join(_ shaped: inout ShapedText) {
        shaped.axis = .vertical
        var end = shaped.cells.count
        while end > 0 {
            var start = end - 1
            let piece = piece(at: shaped.cells[start].utf8.lowerBound)
            while start > 0, self.piece(at: shaped.cells[start - 1].utf8.lowerBound) == piece { start -= 1 }
            switch pieces[piece].orientation {
            case .combined: shaped.combine(start..<end)
            case .stacked: shaped.join(start..<end)
            case .upright, .rotated: break
            }
            end = start
        }
    }
}

/// The choices of the house for vertical lines (CLREQ 2.1.3, 5.2).
public struct VerticalOptions: Hashable, Sendable {
    /// Whether “” and ‘’ are set as 『』 and 「」, as GB/T 15834 requires in vertical text. Text copied from the page keeps
    /// the marks of the copy. Quotation marks round a rotated Western phrase always rotate with it.
    public var cornerQuotes = true
    /// The most figures that are set side by side in one em (纵中横排); longer numbers are rotated.
    public var mostCombinedFigures = 3
    /// The most capitals and figures, as in GDP or 5G, that are set upright one below the other; longer runs are rotated.
    public var mostUprightCapitals = 4

    public init() {}
}
