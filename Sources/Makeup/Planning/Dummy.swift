public import Layouts

/// The plan of a page (版样): which story stands where and how it is set. No ink yet.
public struct Dummy: Hashable, Sendable {
    public struct Placement: Hashable, Sendable {
        /// The story's place in the page's list.
        public var story: Int
        public var cells: GridRect
        public var variant: Variant

        public init(story: Int, cells: GridRect, variant: Variant) {
            self.story = story
            self.cells = cells
            self.variant = variant
        }
    }

    /// In the order of the page: from the top, then from the left.
    public var placements: [Placement]
    public var cost: Cost
    /// What of its cost is for how its modules stand to each other, and for fillers; nil when it cannot be taken apart.
    var charges: ItemisedCost?

    /// - Parameter charges: for how its modules stand to each other, and for fillers.
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
