internal import Layouts

/// A story weighed in every form, and the room that it asks for: both are asked of it again by every page that is tried
/// with it.
struct StoryVariants: Sendable {
    /// Its variants in 1, 2 … columns.
    let shelves: [WidthVariants]
    /// The fewest column-lines that it takes, with the white row under it, and those of its cheapest form.
    let leastCells: Int
    let cheapestCells: Int

    init(_ shelves: [WidthVariants]) {
        self.shelves = shelves
        var least = Int.max, best: (cost: Cost, cells: Int, room: Int)?
        for shelf in shelves {
            for variant in shelf.variants.values {
                let cells = variant.rows * variant.columns, room = cells + variant.columns
                least = min(least, room)
                if let known = best, (known.cost, known.cells) <= (variant.cost, cells) { continue }
                best = (variant.cost, cells, room)
            }
        }
        leastCells = best == nil ? 0 : least
        cheapestCells = best?.room ?? 0
    }
}
