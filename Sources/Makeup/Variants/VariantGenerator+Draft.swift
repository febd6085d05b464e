internal import Layouts

extension VariantGenerator {
    /// A shelf while it fills: for each number of rows the cheapest variants so far. Several of them, as what looks
    /// cheapest may turn out to leave lines alone once its legs are cut.
    struct VariantBuilder {
        let columns: Int
        let limit: Int
        /// Whether any of its variants may have legs that end at two depths.
        let isStepped: Bool
        var headlines: [HeadlineBlock] = []
        /// What is kept, in no order: variants are large, and places among them are not.
        private var made: [Variant] = []
        /// For each number of rows the places of its variants, the cheapest first, and how many they are.
        private var ranked: [Ranked] = []
        private var counts: [Int] = []
        /// Those whose legs may end at two depths, of each number of cells that they need at least the cheapest.
        private(set) var loose: [Variant] = []
        /// Where among them is the one of so many cells, negative for none.
        private var places: [Int] = []

        /// Variants of the same rows that are kept till their legs are cut.
        private static let kept = 5

        private struct Ranked {
            var cost = Cost.unreachable
            var place = 0
        }

        /// What the width alone costs, whatever stands in it.
        private let widthCost: Cost
        private let prices: Prices

        init(columns: Int, limit: Int, isStepped: Bool, widthCost: Cost, prices: Prices) {
            self.prices = prices
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
        mutating func offer(rows: Int, white: Int, cost: Cost, mayStep: Bool, _ make: () -> Variant) {
            guard rows <= limit else { return }
            let cost = cost + widthCost
            let cells = columns * rows - white
            let isStepped = mayStep && isWanted(cells: cells, SteppedVariants.cost(cost, white: white, prices))
            let isKept = isWanted(rows: rows, cost)
            guard isStepped || isKept else { return }
            var variant = make()
            variant.cost = cost
            if isStepped { addLoose(variant, cells: cells) }
            guard isKept else { return }
            counts.reach(rows, filling: 0)
            ranked.reach(rows * Self.kept + Self.kept - 1, filling: Ranked())
            add(variant)
        }

        /// The numbers of rows that there are variants of.
        var rows: [Int] { counts.indices.filter { counts[$0] > 0 } }

        /// Looks at the variants of so many rows, the cheapest first, where they lie.
        @inline(__always)
        func withCandidates<Result>(rows: Int, _ look: ([UnsafePointer<Variant>]) -> Result) -> Result {
            made.withUnsafeBufferPointer { made in
                look((rows * Self.kept..<rows * Self.kept + counts[rows]).map { made.baseAddress! + ranked[$0].place })
            }
        }

        private func isWanted(rows: Int, _ cost: Cost) -> Bool {
            guard rows < counts.count, counts[rows] == Self.kept else { return true }
            return cost < ranked[rows * Self.kept + Self.kept - 1].cost
        }

        private func isWanted(cells: Int, _ cost: Cost) -> Bool {
            guard cells < places.count, places[cells] >= 0 else { return true }
            return cost < SteppedVariants.cost(loose[places[cells]], prices)
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

        private mutating func add(_ variant: Variant) {
            let first = variant.rows * Self.kept, count = counts[variant.rows]
            var at = first
            while at < first + count, !made[ranked[at].place].isCut(like: variant) { at += 1 }
            var place = made.count
            if at < first + count {
                // Another headline of the same rows over the same legs is cut no better.
                if ranked[at].cost <= variant.cost { return }
                place = ranked[at].place
            } else if count == Self.kept {
                at -= 1
                place = ranked[at].place
            } else {
                counts[variant.rows] += 1
            }
            if place < made.count { made[place] = variant } else { made.append(variant) }
            while at > first, ranked[at - 1].cost > variant.cost {
                ranked[at] = ranked[at - 1]
                at -= 1
            }
            ranked[at] = Ranked(cost: variant.cost, place: place)
        }
    }
}

extension Array {
    /// Makes the array long enough for an index.
    fileprivate mutating func reach(_ index: Int, filling element: Element) {
        if count <= index { append(contentsOf: repeatElement(element, count: index + 1 - count)) }
    }
}
