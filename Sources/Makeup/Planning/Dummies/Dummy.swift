public import Layouts

/// The plan of a page (版样): the place and the variant of each story.
public struct Dummy: Hashable, Sendable {
    public struct Placement: Hashable, Sendable {
        /// The index of the story in the page's copy. Indices beyond the stories are fillers.
        public var story: Int
        public var cells: GridRect
        public var variant: Variant

        public init(story: Int, cells: GridRect, variant: Variant) {
            self.story = story
            self.cells = cells
            self.variant = variant
        }
    }

    /// The placements from the top of the page, then from the left.
    public var placements: [Placement]
    public var cost: Cost
    /// The charges between the modules and those for fillers, by term. Nil when the page cannot be decomposed
    /// (`DummyEvaluator`).
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
