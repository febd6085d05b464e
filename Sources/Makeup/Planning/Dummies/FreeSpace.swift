internal import Layouts

/// The ways to cut the space round fixed rectangles into rectangles, along the edges of the fixed ones.
struct FreeSpace {
    let fixed: [GridRect]
    /// The fewest rows of a strip that can hold a story. Lower strips stay white.
    let leastRows: Int

    /// The most ways that are compared.
    private static let mostWays = 32

    /// The ways to cut the space, each a list of free rectangles. A row stays white between them and the fixed
    /// rectangles above or below.
    func ways(in cells: GridRect) -> [[GridRect]] {
        guard !cells.columns.isEmpty, cells.rows.count >= leastRows else { return [[]] }
        let inside = fixed.filter { $0.overlaps(cells) }
        if inside.isEmpty { return [[cells]] }
        if inside.contains(where: { covers($0, cells) }) { return [[]] }
        var ways: [[GridRect]] = []
        for column in Set(inside.flatMap { [$0.columns.lowerBound, $0.columns.upperBound] }).sorted()
        where cells.columns.lowerBound < column && column < cells.columns.upperBound
            && !inside.contains(where: { $0.columns.lowerBound < column && column < $0.columns.upperBound })
        {
            join(
                GridRect(columns: cells.columns.lowerBound..<column, rows: cells.rows),
                GridRect(columns: column..<cells.columns.upperBound, rows: cells.rows), &ways)
        }
        for area in inside {
            let head = area.rows.lowerBound, foot = area.rows.upperBound
            if isClear(head, inside), cells.rows.lowerBound < head {
                join(
                    GridRect(
                        columns: cells.columns, rows: cells.rows.lowerBound..<max(cells.rows.lowerBound, head - 1)),
                    GridRect(columns: cells.columns, rows: head..<cells.rows.upperBound), &ways)
            }
            if isClear(foot, inside), foot < cells.rows.upperBound {
                join(
                    GridRect(columns: cells.columns, rows: cells.rows.lowerBound..<foot),
                    GridRect(
                        columns: cells.columns, rows: min(foot + 1, cells.rows.upperBound)..<cells.rows.upperBound),
                    &ways)
            }
        }
        return ways
    }

    private func join(_ one: GridRect, _ two: GridRect, _ ways: inout [[GridRect]]) {
        guard ways.count < Self.mostWays else { return }
        for first in self.ways(in: one) {
            for second in self.ways(in: two) where ways.count < Self.mostWays {
                let way = first + second
                if !ways.contains(way) { ways.append(way) }
            }
        }
    }

    private func isClear(_ row: Int, _ areas: [GridRect]) -> Bool {
        !areas.contains { $0.rows.lowerBound < row && row < $0.rows.upperBound }
    }

    private func covers(_ area: GridRect, _ cells: GridRect) -> Bool {
        area.columns.lowerBound <= cells.columns.lowerBound && area.columns.upperBound >= cells.columns.upperBound
            && area.rows.lowerBound <= cells.rows.lowerBound && area.rows.upperBound >= cells.rows.upperBound
    }
}
