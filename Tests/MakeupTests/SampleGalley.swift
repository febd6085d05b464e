import Typesetting

/// Galleys of blank lines, for what depends on their number and kinds alone.
enum SampleGalley {
    enum Piece {
        /// A paragraph of so many lines.
        case lines(Int)
        /// A subhead of so many rows.
        case subhead(Int)
    }

    static func make(_ pieces: Piece...) -> Galley {
        var lines: [GalleyLine] = []
        for (block, piece) in pieces.enumerated() {
            switch piece {
            case .lines(let count):
                for line in 0..<count {
                    lines.append(
                        GalleyLine(
                            kind: .body, rows: 1, lines: [], block: block, isFirst: line == 0,
                            isLast: line == count - 1))
                }
            case .subhead(let rows):
                lines.append(
                    GalleyLine(kind: .subhead, rows: rows, lines: [], block: block, isFirst: true, isLast: true))
            }
        }
        return Galley(lines: lines)
    }
}
