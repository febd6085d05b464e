import Diagnostics
import Pages

/// No two pieces of a page stand in the same cells.
struct PlacementCheck {
    private struct Piece {
        var title: String
        var cells: GridRect
        var place: SourcePlace
    }

    func report(_ areas: [Area], _ furniture: [FurnitureBlock], _ reporter: Reporter) {
        var pieces: [Piece] = furniture.compactMap { block in
            guard case .grid(let cells) = block.position else { return nil }
            return Piece(title: "the furniture “\(block.name)”", cells: cells, place: block.place)
        }
        pieces += areas.map { Piece(title: "the area “\($0.name)”", cells: $0.cells, place: $0.place) }
        for (index, piece) in pieces.enumerated() {
            for other in pieces[..<index] {
                guard let common = piece.cells.common(with: other.cells) else { continue }
                reporter.error(
                    at: piece.place, "\(piece.title) overlaps \(other.title) in \(common.described)",
                    hints: "\(piece.title) has \(piece.cells.described); \(other.title) has \(other.cells.described)")
            }
        }
    }
}
