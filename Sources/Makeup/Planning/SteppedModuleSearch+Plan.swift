internal import Layouts

extension SteppedModuleSearch {
    /// A shape at two rows, and what its parts exceed their pieces' least costs by at least.
    struct Division {
        /// Among the outlines.
        var outline: Int
        /// The rows in which the outer and the inner legs end.
        var high: Int
        var low: Int
        var bound: Cost
    }

    /// A shape and what may stand in its parts: tall part at the head, flat part at the foot, tall part at the foot.
    final class Outline {
        let shape: SteppedModuleShape
        let parts: [PartChoices?]
        /// What may be toothed, and what may stand over it.
        let own: StepChoices
        /// The furniture that is pinned to each part.
        let pinned: [StorySet]

        init(shape: SteppedModuleShape, parts: [PartChoices?], own: StepChoices, pinned: [StorySet]) {
            (self.shape, self.parts, self.own, self.pinned) = (shape, parts, own, pinned)
        }
    }

    /// A division while it is filled; numbers for its parts, and no lists, as ten thousand are made.
    struct Plan {
        var shape: SteppedModuleShape
        var high: Int
        var low: Int
        var step: LegStep
        /// The row in which the deep legs end.
        var foot: Int
        /// Which of the outline's parts there are.
        var parts = SIMD4<Int>()
        var count = 0
        /// The rows of each.
        var rows = SIMD4<Int>()
        /// The row at which each begins.
        var top = SIMD4<Int>()
        /// What each part and those behind it exceed their pieces' least costs by at least.
        private var leasts = SIMD4<Int>()
        /// Cells of each part and those behind it.
        var cells = SIMD4<Int>()
        /// The story that is toothed, under so many rows of others, and what they are.
        var story = 0
        var above = 0
        var over = StorySet.empty
        /// What the story's form there costs more than the least that it might; found once it is needed.
        var toothing: Cost?

        init(shape: SteppedModuleShape, high: Int, low: Int, step: LegStep, foot: Int) {
            (self.shape, self.high, self.low, self.step, self.foot) = (shape, high, low, step, foot)
        }

        func least(from place: Int) -> Cost { Cost(millionths: leasts[place]) }
        mutating func setLeast(_ cost: Cost, from place: Int) { leasts[place] = cost.millionths }

        /// Where the toothed story stands.
        var own: GridRect { GridRect(columns: shape.flat, rows: (above == 0 ? 0 : above + 1)..<foot) }
        /// Its cells.
        var ownCells: Int { own.columns.count * own.rows.count - step.columns * step.rows }
    }
}
