import Diagnostics
import MarkedYAML
import Pages

/// Checks that no two areas or pieces of furniture stand in the same cells.
struct OverlapCheck {
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
                guard let common = piece.cells.intersection(other.cells) else { continue }
                reporter.error(
                    at: piece.place, "\(piece.title) overlaps \(other.title) in \(common.described)",
                    hints: "\(piece.title) has \(piece.cells.described); \(other.title) has \(other.cells.described)")
            }
        }
    }
}

/// Checks that the columns that are left to the planner are alike, because it moves stories from column to column.
struct UnequalColumnsCheck {
    let grid: Grid

    func report(
        _ makeup: MakeupMode, _ areas: [Area], _ furniture: [FurnitureBlock], _ group: MappingReader?,
        _ reporter: Reporter
    ) {
        guard makeup != .areas, let group, !grid.isCommon(0..<grid.columns) else { return }
        var cells = furniture.compactMap { block in
            if case .grid(let cells) = block.position { cells } else { nil }
        }
        if makeup == .mixed { cells += areas.map(\.cells) }
        let odd = (0..<grid.columns).filter { grid.measure(ofColumn: $0) != grid.measure }
        guard let open = odd.first(where: { !isTaken($0, by: cells) }) else { return }
        reporter.error(
            at: group.place(of: "measure"),
            "column \(open + 1) is \(grid.measure(ofColumn: open))字 wide and others \(grid.measure)字, "
                + "and the program can place stories only where columns are alike",
            hints: "draw areas over the whole of column \(open + 1) and write makeup: mixed",
            "give all columns one measure")
    }

    /// Whether areas and furniture fill a column, except for white rows between them.
    private func isTaken(_ column: Int, by cells: [GridRect]) -> Bool {
        var free = 0
        for row in 0..<grid.rows {
            free = cells.contains { $0.columns.contains(column) && $0.rows.contains(row) } ? 0 : free + 1
            if free > Self.white { return false }
        }
        return true
    }

    /// The most rows that may stay white between areas and furniture.
    private static let white = 3
}
