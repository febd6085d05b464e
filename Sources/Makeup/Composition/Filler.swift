internal import Layouts

/// What no story fills: a filler's place (补白), or white that is reported. Mostly it stands at the
/// foot of a story's cells.
enum Filler {
    /// What it costs to need one at all, and for each of its cells: allowed, but the dearest of all means.
    private static let charge = 60.0
    private static let cellCharge = 0.4

    static func cost(columns: Int, rows: Int) -> Double { charge + cellCharge * Double(columns * rows) }

    /// A filler that no story stands for.
    static func placement(_ cells: GridRect) -> Dummy.Placement {
        Dummy.Placement(
            story: .max, cells: cells, variant: variant(columns: cells.columns.count, rows: cells.rows.count))
    }

    /// A hole of any size that stands by itself, as a story's shelves in 1, 2 … columns.
    static func shelves(columns: Int, rows limit: Int) -> [WidthVariants] {
        (1...columns).map { width in
            var shelf = WidthVariants(headlines: [])
            for rows in 1...limit { shelf.variants.put(variant(columns: width, rows: rows)) }
            return shelf
        }
    }

    private static func variant(columns: Int, rows: Int) -> Variant {
        Variant(
            columns: columns, rows: rows, headline: 0, length: 0, photo: nil, bodyRows: 0, spareRows: 0, white: 0,
            cost: cost(columns: columns, rows: rows))
    }
}

extension WidthVariants {
    /// The shelf with every greater height as well: the story, a white row, and a hole under it.
    ///
    /// - Parameters:
    ///   - columns: the shelf's.
    ///   - spare: column-lines that the page has too many; no hole is larger.
    ///   - limit: the most rows of a module.
    func loosened(columns: Int, spare: Int, rows limit: Int) -> WidthVariants {
        var shelf = self
        guard let lowest = variants.rows.first else { return shelf }
        // Of the stories that a hole can stand under, the one with which each further row costs the least.
        var best: Variant?
        for rows in lowest + 2..<max(lowest + 2, limit + 1) {
            if let next = variants[rows - 2] {
                let isBetter = best.map { open($0, columns, rows).cost > open(next, columns, rows).cost } ?? true
                if isBetter { best = next }
            }
            guard let best, (rows - best.rows) * columns <= spare else { continue }
            let loose = open(best, columns, rows)
            if shelf.variants.cost(rows: rows) > loose.cost { shelf.variants.put(loose) }
        }
        return shelf
    }

    private func open(_ variant: Variant, _ columns: Int, _ rows: Int) -> Variant {
        var loose = variant
        loose.hole = rows - variant.rows - 1
        loose.rows = rows
        loose.cost += Filler.cost(columns: columns, rows: loose.hole)
        return loose
    }
}

extension Dummy.Placement {
    /// The story alone in its part of the cells, and the hole under it.
    var parted: (story: Dummy.Placement, hole: GridRect?) {
        guard variant.hole > 0 else { return (self, nil) }
        var story = self
        story.variant.rows -= variant.hole + 1
        story.variant.cost -= Filler.cost(columns: variant.columns, rows: variant.hole)
        story.variant.hole = 0
        story.cells.rows = cells.rows.lowerBound..<cells.rows.lowerBound + story.variant.rows
        return (
            story, GridRect(columns: cells.columns, rows: cells.rows.upperBound - variant.hole..<cells.rows.upperBound)
        )
    }
}
