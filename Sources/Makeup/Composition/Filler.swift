internal import Layouts

/// What no story fills: a filler's place (补白), or white that is reported. Most fillers stand at the foot of a story's
/// cells.
enum Filler {
    /// A filler that stands for no story.
    static func placement(_ cells: GridRect, _ prices: Prices.Fillers) -> Dummy.Placement {
        Dummy.Placement(
            story: .max, cells: cells, variant: variant(columns: cells.columns.count, rows: cells.rows.count, prices))
    }

    /// A filler of any size that stands by itself, as the variants of a story in 1, 2 … columns.
    static func variants(columns: Int, rows limit: Int, _ prices: Prices.Fillers) -> [WidthVariants] {
        (1...columns).map { width in
            var variants = WidthVariants(headlines: [])
            for rows in 1...limit { variants.variants.insert(variant(columns: width, rows: rows, prices)) }
            return variants
        }
    }

    private static func variant(columns: Int, rows: Int, _ prices: Prices.Fillers) -> Variant {
        Variant(
            columns: columns, rows: rows, headline: 0, length: 0, photo: nil, bodyRows: 0, spareRows: 0, white: 0,
            cost: prices.cost(columns: columns, rows: rows))
    }
}

extension Prices.Fillers {
    /// A filler of so many columns and rows.
    func cost(columns: Int, rows: Int) -> Cost { filler + fillerCell * (columns * rows) }
}

extension WidthVariants {
    /// The variants with one for every greater height: the story, a white row, and a hole under it.
    ///
    /// - Parameters:
    ///   - columns: the variants'.
    ///   - spare: column-lines that the page has too many; no hole is larger.
    ///   - limit: the most rows of a module.
    func loosened(columns: Int, spare: Int, rows limit: Int, _ prices: Prices.Fillers) -> WidthVariants {
        var loosened = self
        guard let lowest = variants.rows.first else { return loosened }
        // Of the variants low enough for a hole under them, the one with which the height costs the least.
        var best: Variant?
        for rows in lowest + 2..<max(lowest + 2, limit + 1) {
            if let next = variants[rows - 2] {
                let isBetter =
                    best.map { open($0, columns, rows, prices).cost > open(next, columns, rows, prices).cost } ?? true
                if isBetter { best = next }
            }
            guard let best, (rows - best.rows) * columns <= spare else { continue }
            let loose = open(best, columns, rows, prices)
            if loosened.variants.cost(rows: rows) > loose.cost { loosened.variants.insert(loose) }
        }
        return loosened
    }

    private func open(_ variant: Variant, _ columns: Int, _ rows: Int, _ prices: Prices.Fillers) -> Variant {
        var loose = variant
        loose.hole = rows - variant.rows - 1
        loose.rows = rows
        loose.cost += prices.cost(columns: columns, rows: loose.hole)
        return loose
    }
}

extension Dummy.Placement {
    /// The story alone in its part of the cells, and the hole under it.
    func parted(_ prices: Prices.Fillers) -> (story: Dummy.Placement, hole: GridRect?) {
        guard variant.hole > 0 else { return (self, nil) }
        var story = self
        story.variant.rows -= variant.hole + 1
        story.variant.cost -= prices.cost(columns: variant.columns, rows: variant.hole)
        story.variant.hole = 0
        story.cells.rows = cells.rows.lowerBound..<cells.rows.lowerBound + story.variant.rows
        return (
            story, GridRect(columns: cells.columns, rows: cells.rows.upperBound - variant.hole..<cells.rows.upperBound)
        )
    }
}
