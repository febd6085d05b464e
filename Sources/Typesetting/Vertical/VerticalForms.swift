/// How each piece of a text stands in a vertical line (CLREQ 2.1.3): upright, several characters in one em, one below
/// the other, or turned clockwise with its line.
struct VerticalForms {
    enum Stance: Hashable {
        /// As Han characters stand, in the face's own forms for vertical lines.
        case upright
        /// Side by side in one em: two or three figures.
        case oneEm
        /// One below the other, an em each, never parted: a lone letter, GDP, 5G.
        case stacked
        case turned
    }

    struct Piece: Hashable {
        var utf8: Range<Int>
        var stance: Stance
        /// OpenType features for the piece.
        var features: String
    }

    /// The text to be shaped: as long as the copy byte by byte, its quotation marks become corners.
    let text: String
    /// Pieces in order, without gaps.
    let pieces: [Piece]

    /// `vert` alone: it changes what has another form in vertical lines and nothing else. `vrt2` would also turn Latin
    /// letters, which is done by the run that they stand in.
    private static let upright = "vert"
    private static let halfWidth = "hwid"

    init(_ source: String, habits: VerticalHabits, halfWidthFigures: Bool) {
        var scalars = Array(source.unicodeScalars)
        let runs = WesternRun.runs(of: scalars, habits: habits)
        var isTurned = [Bool](repeating: false, count: scalars.count)
        for run in runs where run.stance == .turned { for index in run.range { isTurned[index] = true } }
        // So do the spaces between its words, or the phrase would fall into pieces.
        for index in scalars.indices.dropFirst().dropLast()
        where scalars[index] == " " && isTurned[index - 1] && isTurned[index + 1] { isTurned[index] = true }
        Self.turnQuotes(scalars, &isTurned, all: !habits.cornerQuotes)
        for index in scalars.indices where !isTurned[index] {
            if let corner = Self.corners[scalars[index]] { scalars[index] = corner }
        }

        var offsets = [0]
        for scalar in scalars { offsets.append(offsets.last! + UTF8.width(scalar)) }
        var pieces: [Piece] = []
        func add(_ range: Range<Int>, _ stance: Stance, _ features: String) {
            guard !range.isEmpty else { return }
            pieces.append(
                Piece(
                    utf8: offsets[range.lowerBound]..<offsets[range.upperBound], stance: stance, features: features))
        }
        /// Scalars between two runs: turned spaces and quotation marks one by one, all else upright.
        func fill(_ range: Range<Int>) {
            var start = range.lowerBound
            for index in range where isTurned[index] {
                add(start..<index, .upright, Self.upright)
                add(index..<index + 1, .turned, "")
                start = index + 1
            }
            add(start..<range.upperBound, .upright, Self.upright)
        }
        var at = 0
        for run in runs {
            fill(at..<run.range.lowerBound)
            let isHalf = run.isNumber && (run.stance == .oneEm || run.stance == .turned && halfWidthFigures)
            add(run.range, run.stance, isHalf ? Self.halfWidth : "")
            at = run.range.upperBound
        }
        fill(at..<scalars.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        self.text = String(text)
        self.pieces = pieces
    }

    private static let corners: [Unicode.Scalar: Unicode.Scalar] = ["“": "『", "”": "』", "‘": "「", "’": "」"]

    /// Quotation marks turn with a Western phrase that they hold (CLREQ 2.1.3, note).
    private static func turnQuotes(_ scalars: [Unicode.Scalar], _ isTurned: inout [Bool], all: Bool) {
        var open: [Int] = []
        for index in scalars.indices where corners[scalars[index]] != nil && !isTurned[index] {
            if all { isTurned[index] = true }
            if scalars[index] == "“" || scalars[index] == "‘" {
                open.append(index)
            } else if let start = open.popLast(), index > start + 1,
                (start + 1..<index).allSatisfy({ isTurned[$0] })
            {
                isTurned[start] = true
                isTurned[index] = true
            }
        }
    }

    func stance(at utf8: Int) -> Stance { pieces[place(of: utf8)].stance }

    private func place(of utf8: Int) -> Int {
        var low = 0, high = pieces.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if pieces[middle].utf8.lowerBound <= utf8 { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// Joins the cells of each piece that is one character to composition: figures in one em, letters in a stack.
    func join(_ shaped: inout ShapedText) {
        shaped.axis = .vertical
        var end = shaped.cells.count
        while end > 0 {
            var start = end - 1
            let piece = place(of: shaped.cells[start].utf8.lowerBound)
            while start > 0, place(of: shaped.cells[start - 1].utf8.lowerBound) == piece { start -= 1 }
            switch pieces[piece].stance {
            case .oneEm: shaped.squeezeIntoOneEm(start..<end)
            case .stacked: shaped.join(start..<end)
            case .upright, .turned: break
            }
            end = start
        }
    }
}

/// The choices that the house has in vertical lines (CLREQ 2.1.3, 5.2).
public struct VerticalHabits: Hashable, Sendable {
    /// Whether “” and ‘’ become 『』 and 「」 as GB/T 15834 has them in vertical text. What they say when they are
    /// copied stays as it was written. Quotation marks round a turned Western phrase always turn with it.
    public var cornerQuotes = true
    /// The most figures that stand side by side in one em (纵中横排); longer numbers are turned.
    public var figuresInOneEm = 3
    /// The most capitals and figures, GDP or 5G, that stand upright one below the other; longer ones are turned.
    public var uprightCapitals = 4

    public init() {}
}
