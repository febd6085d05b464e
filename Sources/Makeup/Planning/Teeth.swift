internal import Layouts

/// What toothed stories look like, each found once: pages are tried with many sets of stories, and the same story is
/// asked for again and again.
final class Teeth {
    private let pieces: PlanPieces
    private var known: [Tooth: Variant?] = [:]

    private struct Tooth: Hashable {
        var story: Int
        var columns: Int
        var rows: Int
        var step: LegStep
    }

    init(_ pieces: PlanPieces) { self.pieces = pieces }

    /// The cheapest form of a story in a rectangle with such a step; nil when its lines do not come out.
    func variant(_ story: Int, _ cells: GridRect, _ step: LegStep) -> Variant? {
        let tooth = Tooth(story: story, columns: cells.columns.count, rows: cells.rows.count, step: step)
        if let found = known[tooth] { return found }
        let found = pieces.shelves[story][tooth.columns - 1].stepped?.variant(rows: tooth.rows, step: step)
        known[tooth] = .some(found)
        return found
    }
}
