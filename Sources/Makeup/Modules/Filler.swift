internal import Layouts

/// A filler (补白) closes what no story fills: a house notice, or white that is reported.
enum Filler {
    /// What it costs to need one at all, and for each of its cells: allowed, but the dearest of all means.
    private static let charge = 60.0
    private static let cellCharge = 0.4
    /// Rows that a filler may have.
    private static let rows = 3...60

    static func cost(columns: Int, rows: Int) -> Double { charge + cellCharge * Double(columns * rows) }

    /// A filler that no story stands for.
    static func placement(_ cells: GridRect) -> Dummy.Placement {
        Dummy.Placement(
            story: .max, cells: cells, variant: variant(columns: cells.columns.count, rows: cells.rows.count))
    }

    private static func variant(columns: Int, rows: Int) -> Variant {
        Variant(
            columns: columns, rows: rows, headline: 0, length: 0, photo: nil, bodyRows: 0, spareRows: 0, white: 0,
            cost: cost(columns: columns, rows: rows))
    }

    /// A filler's shapes in 1, 2 … columns.
    static func shelves(columns: Int, rows limit: Int) -> [VariantShelf] {
        (1...columns).map { width in
            var shelf = VariantShelf(headlines: [], variants: [:])
            for rows in rows.clamped(to: 1...limit) {
                shelf.variants[rows] = variant(columns: width, rows: rows)
            }
            return shelf
        }
    }
}
