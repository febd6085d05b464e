internal import Layouts

/// The states of the search: a shape, the rows in which its legs end, and the stories of its parts.
extension SteppedModuleSearch {
    /// A shape, and the rows in which its legs end.
    struct Division {
        /// The index of the outline.
        var outline: Int
        /// The rows in which the outer and the inner legs end.
        var high: Int
        var low: Int
        /// A lower bound of the excess of all parts together.
        var bound: Cost
    }

    /// A shape and the choices for its parts, in this order: tall part at the head, flat part at the foot, tall part at
    /// the foot.
    final class Outline {
        let shape: SteppedModuleShape
        let parts: [PartChoices?]
        /// The choices for the stepped story and the pieces above it.
        let own: StepChoices
        /// The furniture that is pinned to each part.
        let pinned: [StorySet]

        init(shape: SteppedModuleShape, parts: [PartChoices?], own: StepChoices, pinned: [StorySet]) {
            (self.shape, self.parts, self.own, self.pinned) = (shape, parts, own, pinned)
        }
    }

    /// A division that is being filled. The values for its parts are in vectors and not in arrays, because a search
    /// makes ten thousand plans.
    struct Plan {
        var shape: SteppedModuleShape
        var high: Int
        var low: Int
        var step: LegStep
        /// The row in which the deep legs end.
        var foot: Int
        /// The indices of the parts that the outline has. The first `count` elements are valid.
        var parts = SIMD4<Int>()
        var count = 0
        /// The number of rows of each part, and the row at which it begins.
        var rows = SIMD4<Int>()
        var tops = SIMD4<Int>()
        /// The least excess of each part and all parts after it, in millionths.
        private var leasts = SIMD4<Int>()
        /// The number of cells in each part and all parts after it.
        var cells = SIMD4<Int>()
        /// The stepped story, the number of rows of other pieces above it, and the set of these pieces.
        var story = 0
        var rowsAbove = 0
        var above = StorySet.empty
        /// The cost of the story's form beyond the least for its number of cells; nil until it is computed.
        var excess: Cost?

        init(shape: SteppedModuleShape, high: Int, low: Int, step: LegStep, foot: Int) {
            (self.shape, self.high, self.low, self.step, self.foot) = (shape, high, low, step, foot)
        }

        func least(from number: Int) -> Cost { Cost(millionths: leasts[number]) }
        mutating func setLeast(_ cost: Cost, from number: Int) { leasts[number] = cost.millionths }

        /// The rectangle of the stepped story.
        var own: GridRect { GridRect(columns: shape.flat, rows: (rowsAbove == 0 ? 0 : rowsAbove + 1)..<foot) }
        /// The number of cells of the stepped story.
        var ownCells: Int { own.columns.count * own.rows.count - step.columns * step.rows }
    }
}
