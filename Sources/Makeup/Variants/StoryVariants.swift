internal import Layouts

/// The variants of a story in every width of its page, and the room that they need.
public struct StoryVariants: Sendable {
    /// The variants on 1, 2 … columns.
    let widths: [WidthVariants]
    /// The fewest column-lines that a variant takes, the white row under it included; 0 without variants.
    let leastCells: Int
    /// Those of the cheapest variant.
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
