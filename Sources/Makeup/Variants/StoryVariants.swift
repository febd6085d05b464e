internal import Layouts

/// The variants of a story in every width of its page, and the room that they take.
public struct StoryVariants: Sendable {
    /// The variants in 1, 2 … columns.
    let widths: [WidthVariants]
    /// The fewest column-lines of a variant, with the white row under it; 0 without variants.
    let leastCells: Int
    /// The column-lines of the cheapest variant, with the white row under it.
    let cheapestCells: Int

    init(_ widths: [WidthVariants]) {
        self.widths = widths
        var least = Int.max, best: (cost: Cost, cells: Int, room: Int)?
        for width in widths {
            for variant in width.variants.values {
                let cells = variant.rows * variant.columns, room = cells + variant.columns
                least = min(least, room)
                if let best, (best.cost, best.cells) <= (variant.cost, cells) { continue }
                best = (variant.cost, cells, room)
            }
        }
        leastCells = best == nil ? 0 : least
        cheapestCells = best?.room ?? 0
    }
}
