internal import Layouts

/// The states of the search: which shape at which rows, and with which stories.
extension SteppedModuleSearch {
    /// A shape at two rows.
    struct Division {
        /// The number of the outline.
        var outline: Int
        /// The rows in which the outer and the inner legs end.
        var high: Int
        var low: Int
        /// The least excess of all its parts together.
        var bound: Cost
    }

    /// A shape and the choices for its parts: tall part at the head, flat part at the foot, tall part at the foot.
    final class Outline {
        let shape: SteppedModuleShape
        let parts: [PartChoices?]
        /// The choices for the stepped story and what stands over it.
        let own: StepChoices
        /// The furniture that is pinned to each part.
        let pinned: [StorySet]

        init(shape: SteppedModuleShape, parts: [PartChoices?], own: StepChoices, pinned: [StorySet]) {
            (self.shape, self.parts, self.own, self.pinned) = (shape, parts, own, pinned)
        }
    }

    /// A division while it is filled. What it has for each part is in vectors and not in arrays, as ten thousand are made.
    struct Plan {
        var shape: SteppedModuleShape
        var high: Int
        var low: Int
        var step: LegStep
        /// The row in which the deep legs end.
        var foot: Int
        /// The numbers of the outline's parts that there are.
        var parts = SIMD4<Int>()
        var count = 0
        /// The rows of each part, and the row at which it begins.
        var rows = SIMD4<Int>()
        var tops = SIMD4<Int>()
        /// The least excess of each part and those after it, in millionths.
        private var leasts = SIMD4<Int>()
        /// The cells of each part and those after it.
        var cells = SIMD4<Int>()
        /// The stepped story, the rows of others over it, and which those are.
        var story = 0
        var rowsAbove = 0
        var above = StorySet.empty
        /// What the story's form costs beyond the least for so many cells, once it is needed.
        var excess: Cost?

        init(shape: SteppedModuleShape, high: Int, low: Int, step: LegStep, foot: Int) {
            (self.shape, self.high, self.low, self.step, self.foot) = (shape, high, low, step, foot)
        }

        func least(from number: Int) -> Cost { Cost(millionths: leasts[number]) }
        mutating func setLeast(_ cost: Cost, from number: Int) { leasts[number] = cost.millionths }

        /// Where the stepped story stands.
        var own: GridRect { GridRect(columns: shape.flat, rows: (rowsAbove == 0 ? 0 : rowsAbove + 1)..<foot) }
        /// How many cells it has.
        var ownCells: Int { own.columns.count * own.rows.count - step.columns * step.rows }
    }
}
