internal import Layouts

/// Collects the variants of a story in one width: for each number of rows the cheapest so far.
///
/// Several of the same number of rows are kept until their legs are cut, because the cheapest of them may turn out to
/// leave single lines at the legs' ends.
struct VariantBuilder {
    let columns: Int
    let limit: Int
    /// Whether any of the variants may have legs of two depths.
    let isStepped: Bool
    private(set) var headlines: [HeadlineBlock] = []
    /// Everything that is kept, unordered: variants are large, so only their places are sorted.
    private var variants: [Variant] = []
    /// For each number of rows the places of its variants, the cheapest first, and how many there are.
    private var ranking: [Ranked] = []
    private var counts: [Int] = []
    /// Those whose legs may end at two depths: the cheapest for each number of cells that the story needs at least.
    private(set) var steppable: [Variant] = []
    /// For each number of cells the place of its variant among those, negative for none.
    private var steppablePlaces: [Int] = []

    /// The most variants of the same number of rows.
    private static let mostOfEqualRows = 5

    private struct Ranked {
        var cost = Cost.unreachable
        var place = 0
    }

    /// What the width alone costs, in any form.
    private let widthCost: Cost
    private let prices: Prices

    /// - Parameters:
    ///   - limit: the most rows of a variant.
    ///   - widthCost: what the width alone costs, in any form.
    init(columns: Int, limit: Int, isStepped: Bool, widthCost: Cost, prices: Prices) {
        (self.columns, self.limit, self.isStepped) = (columns, limit, isStepped)
        (self.widthCost, self.prices) = (widthCost, prices)
    }

    /// Adds headline blocks that variants refer to; returns the number of the first.
    mutating func add(_ headlines: [HeadlineBlock]) -> Int {
        defer { self.headlines += headlines }
        return self.headlines.count
    }

    /// Adds a variant if it is among the cheapest of its rows. Only then is it made: most of the many thousand are not.
    ///
    /// - Parameters:
    ///   - mayStep: whether its legs may end at two depths.
    ///   - cost: without what the width costs.
    @inline(__always)
    mutating func offer(rows: Int, white: Int, cost: Cost, mayStep: Bool, _ make: () -> Variant) {
        guard rows <= limit else { return }
        let cost = cost + widthCost
        let cells = columns * rows - white
        let isSteppable = mayStep && isWanted(cells: cells, SteppedVariants.cost(cost, white: white, prices))
        let isKept = isWanted(rows: rows, cost)
        guard isSteppable || isKept else { return }
        var variant = make()
        variant.cost = cost
        if isSteppable { addSteppable(variant, cells: cells) }
        guard isKept else { return }
        counts.extend(to: rows, filling: 0)
        ranking.extend(to: (rows + 1) * Self.mostOfEqualRows - 1, filling: Ranked())
        add(variant)
    }

    /// The numbers of rows that there are variants of.
    var rows: [Int] { counts.indices.filter { counts[$0] > 0 } }

    /// The places of the variants of so many rows, the cheapest first.
    func places(rows: Int) -> [Int] {
        let first = rows * Self.mostOfEqualRows
        return ranking[first..<first + counts[rows]].map(\.place)
    }

    /// The variant at a place.
    subscript(place: Int) -> Variant { variants[place] }

    private func isWanted(rows: Int, _ cost: Cost) -> Bool {
        guard rows < counts.count, counts[rows] == Self.mostOfEqualRows else { return true }
        return cost < ranking[(rows + 1) * Self.mostOfEqualRows - 1].cost
    }

    private func isWanted(cells: Int, _ cost: Cost) -> Bool {
        guard cells < steppablePlaces.count, steppablePlaces[cells] >= 0 else { return true }
        return cost < SteppedVariants.cost(steppable[steppablePlaces[cells]], prices)
    }

    private mutating func addSteppable(_ variant: Variant, cells: Int) {
        steppablePlaces.extend(to: cells, filling: -1)
        let place = steppablePlaces[cells]
        if place < 0 {
            steppablePlaces[cells] = steppable.count
            steppable.append(variant)
        } else {
            steppable[place] = variant
        }
    }

    private mutating func add(_ variant: Variant) {
        let first = variant.rows * Self.mostOfEqualRows, count = counts[variant.rows]
        var at = first
        while at < first + count, !variants[ranking[at].place].isCut(like: variant) { at += 1 }
        var place = variants.count
        if at < first + count {
            // Another headline of the same rows over the same legs is cut no better.
            if ranking[at].cost <= variant.cost { return }
            place = ranking[at].place
        } else if count == Self.mostOfEqualRows {
            at -= 1
            place = ranking[at].place
        } else {
            counts[variant.rows] += 1
        }
        if place < variants.count { variants[place] = variant } else { variants.append(variant) }
        while at > first, ranking[at - 1].cost > variant.cost {
            ranking[at] = ranking[at - 1]
            at -= 1
        }
        ranking[at] = Ranked(cost: variant.cost, place: place)
    }
}

extension Array {
    /// Makes the array long enough for an index.
    fileprivate mutating func extend(to index: Int, filling element: Element) {
        if count <= index { append(contentsOf: repeatElement(element, count: index + 1 - count)) }
    }
}
