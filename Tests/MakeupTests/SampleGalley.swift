import Typesetting

/// Galleys of blank lines, for tests that depend only on the number and kind of lines.
enum SampleGalley {
    enum Piece {
        /// A paragraph with a number of lines.
        case lines(Int)
        /// A subhead with a number of rows.
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
