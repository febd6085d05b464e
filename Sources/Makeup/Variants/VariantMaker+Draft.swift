extension VariantMaker {
    /// A shelf while it fills: for each number of rows the cheapest variants so far. Several of them, as what looks
    /// cheapest may turn out to leave lines alone once its legs are cut.
    struct Draft {
        let story: Story
        let columns: Int
        let limit: Int
        var headlines: [HeadlineBlock] = []
        private(set) var candidates: [[Variant]] = []
        /// Those whose legs may end at two depths, of each number of cells that they need at least the cheapest.
        private(set) var loose: [Variant] = []
        /// Where among them is the one of so many cells, negative for none.
        private var places: [Int] = []

        /// Variants of the same rows that are kept till their legs are cut.
        private static let kept = 5

        /// What the width alone costs, whatever stands in it.
        private let widthCost: Double

        init(story: Story, columns: Int, limit: Int, widthCost: Double) {
            self.story = story
            self.columns = columns
            self.limit = limit
            self.widthCost = widthCost
        }

        /// Puts headline blocks on the shelf; returns the number of the first.
        mutating func add(_ headlines: [HeadlineBlock]) -> Int {
            defer { self.headlines += headlines }
            return self.headlines.count
        }

        mutating func add(_ variant: Variant) {
            guard variant.rows <= limit else { return }
            var variant = variant
            variant.cost += widthCost
            if StepShelf.takes(variant) { addLoose(variant) }
            candidates.reach(variant.rows, filling: [])
            Self.add(variant, to: &candidates[variant.rows])
        }

        private mutating func addLoose(_ variant: Variant) {
            let cells = columns * variant.rows - variant.white
            places.reach(cells, filling: -1)
            let place = places[cells]
            if place < 0 {
                places[cells] = loose.count
                loose.append(variant)
            } else if StepShelf.cost(variant) < StepShelf.cost(loose[place]) {
                loose[place] = variant
            }
        }

        private static func add(_ variant: Variant, to list: inout [Variant]) {
            if list.count == kept, list[kept - 1].cost <= variant.cost { return }
            // Another headline of the same rows over the same legs is cut no better.
            if let known = list.firstIndex(where: { $0.isCut(like: variant) }) {
                if list[known].cost <= variant.cost { return }
                list.remove(at: known)
            } else if list.count == kept {
                list.removeLast()
            }
            list.insert(variant, at: list.firstIndex { $0.cost > variant.cost } ?? list.endIndex)
        }
    }
}

extension Array {
    /// Makes the array long enough for an index.
    fileprivate mutating func reach(_ index: Int, filling element: Element) {
        if count <= index { append(contentsOf: repeatElement(element, count: index + 1 - count)) }
    }
}
