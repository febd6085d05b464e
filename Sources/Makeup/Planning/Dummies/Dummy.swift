public import Layouts

/// The plan of a page (版样): which story stands where, and in which variant.
public struct Dummy: Hashable, Sendable {
    public struct Placement: Hashable, Sendable {
        /// The story's place in the page's copy, from 0; places beyond the stories are fillers.
        public var story: Int
        public var cells: GridRect
        public var variant: Variant

        public init(story: Int, cells: GridRect, variant: Variant) {
            self.story = story
            self.cells = cells
            self.variant = variant
        }
    }

    /// From the top of the page, then from the left.
    public var placements: [Placement]
    public var cost: Cost
    /// The part of its cost that is not its modules' own: how they stand to each other, and fillers. Nil when the page
    /// cannot be taken apart (`DummyEvaluator`).
    var charges: ItemisedCost?

    init(placements: [Placement], cost: Cost, charges: ItemisedCost?) {
        self.init(placements: placements, cost: cost)
        self.charges = charges
    }

    public init(placements: [Placement], cost: Cost) {
        self.placements = placements.sorted {
            ($0.cells.rows.lowerBound, $0.cells.columns.lowerBound) < (
                $1.cells.rows.lowerBound, $1.cells.columns.lowerBound
            )
        }
        self.cost = cost
    }
}
