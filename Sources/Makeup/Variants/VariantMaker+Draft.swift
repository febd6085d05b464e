extension VariantMaker {
    /// A shelf while it fills: for each number of rows the cheapest variants so far. Several of them, as what looks
    /// cheapest may turn out to leave lines alone once its legs are cut.
    struct Draft {
        let columns: Int
        let limit: Int
        /// Whether any of its variants may have legs that end at two depths.
        let isStepped: Bool
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

        init(columns: Int, limit: Int, isStepped: Bool, widthCost: Double) {
            self.columns = columns
            self.limit = limit
            self.isStepped = isStepped
            self.widthCost = widthCost
        }

        /// Puts headline blocks on the shelf; returns the number of the first.
        mutating func add(_ headlines: [HeadlineBlock]) -> Int {
            defer { self.headlines += headlines }
            return self.headlines.count
        }

        /// Takes a variant if it may still be wanted; only then is it made. Most are too dear for their rows, and there are
        /// many thousands of them.
        ///
        /// - Parameters:
        ///   - mayStep: whether its legs may end at two depths.
        ///   - cost: without what the width costs.
        @inline(__always)
        mutating func offer(rows: Int, white: Int, cost: Double, mayStep: Bool, _ make: () -> Variant) {
            guard rows <= limit else { return }
            let cost = cost + widthCost
            let cells = columns * rows - white
            let isStepped = mayStep && isWanted(cells: cells, StepShelf.cost(cost, white: white))
            let isKept = isWanted(rows: rows, cost)
            guard isStepped || isKept else { return }
            var variant = make()
            variant.cost = cost
            if isStepped { addLoose(variant, cells: cells) }
            guard isKept else { return }
            candidates.reach(rows, filling: [])
            Self.add(variant, to: &candidates[rows])
        }

        private func isWanted(rows: Int, _ cost: Double) -> Bool {
            guard rows < candidates.count, candidates[rows].count == Self.kept else { return true }
            return cost < candidates[rows][Self.kept - 1].cost
        }

        private func isWanted(cells: Int, _ cost: Double) -> Bool {
            guard cells < places.count, places[cells] >= 0 else { return true }
            return cost < StepShelf.cost(loose[places[cells]])
        }

        private mutating func addLoose(_ variant: Variant, cells: Int) {
            places.reach(cells, filling: -1)
            let place = places[cells]
            if place < 0 {
                places[cells] = loose.count
                loose.append(variant)
            } else {
                loose[place] = variant
            }
        }

        private static func add(_ variant: Variant, to list: inout [Variant]) {
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
