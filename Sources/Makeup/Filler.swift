internal import Layouts

/// A filler (补白) closes what no story fills: a house notice, or white that is reported.
enum Filler {
    /// What it costs to need one at all, and for each of its cells: allowed, but the dearest of all means.
    private static let charge = 60.0
    private static let cellCharge = 0.4
    /// Rows that a filler may have.
    private static let rows = 3...60

    /// A filler's shapes in 1, 2 … columns.
    static func shelves(columns: Int, rows limit: Int) -> [VariantShelf] {
        (1...columns).map { width in
            var shelf = VariantShelf(headlines: [], variants: [:])
            for rows in rows.clamped(to: 1...limit) {
                shelf.variants[rows] = Variant(
                    columns: width, rows: rows, headline: 0, length: 0, photo: nil, bodyRows: 0, spareRows: 0, white: 0,
                    cost: charge + cellCharge * Double(width * rows))
            }
            return shelf
        }
    }
}
