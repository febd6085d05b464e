internal import Layouts

/// Space that no story fills: the place of a filler (补白), or white that is reported. Most fillers are at the foot of a
/// story's cells.
enum Filler {
    /// The placement of a filler that belongs to no story.
    static func placement(_ cells: GridRect, _ prices: Prices.Fillers) -> Dummy.Placement {
        Dummy.Placement(
            story: .max, cells: cells, variant: variant(columns: cells.columns.count, rows: cells.rows.count, prices))
    }

    /// The variants on 1, 2 … columns of a filler that belongs to no story: one for every height.
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
    /// The cost of a filler of this size.
    func cost(columns: Int, rows: Int) -> Cost { filler + fillerCell * (columns * rows) }
}

extension WidthVariants {
    /// The variants, and a variant for every greater height: the story, a white row, and a hole under it.
    ///
    /// - Parameters:
    ///   - columns: the columns of the variants.
    ///   - spare: the largest hole, in column-lines: what the page has beyond its stories.
    ///   - limit: the most rows of a module.
    func loosened(columns: Int, spare: Int, rows limit: Int, _ prices: Prices.Fillers) -> WidthVariants {
        var loosened = self
        guard let lowest = variants.rows.first else { return loosened }
        // Of the variants that leave room for a hole, the one with which this height costs the least.
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
    /// The story alone in its part of the cells, and the hole under it, if it has one.
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
