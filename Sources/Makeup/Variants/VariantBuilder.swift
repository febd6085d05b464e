internal import Layouts

/// Collects the variants of a story in one width: the cheapest so far for each number of rows.
///
/// Several variants of the same number of rows are kept until their legs are cut, because the cheapest of them may turn
/// out to leave single lines at the ends of legs.
struct VariantBuilder {
    let columns: Int
    let limit: Int
    /// Whether any of the variants can have legs of two depths.
    let isStepped: Bool
    private(set) var headlines: [HeadlineBlock] = []
    /// All variants that are kept, unordered. Variants are large, so only their indices are sorted.
    private var variants: [Variant] = []
    /// For each number of rows, the indices of its variants, the cheapest first, and their number.
    private var ranking: [Ranked] = []
    private var counts: [Int] = []
    /// The variants whose legs can end at two depths: the cheapest for each number of cells that the story needs at
    /// least.
    private(set) var steppable: [Variant] = []
    /// For each number of cells, the index of its variant in `steppable`; negative for none.
    private var steppablePlaces: [Int] = []

    /// The most variants of the same number of rows.
    private static let mostOfEqualRows = 5

    private struct Ranked {
        var cost = Cost.unreachable
        var place = 0
    }

    /// The cost of the width alone, in any form.
    private let widthCost: Cost
    private let prices: Prices

    /// - Parameters:
    ///   - limit: the most rows of a variant.
    ///   - widthCost: the cost of the width alone, in any form.
    init(columns: Int, limit: Int, isStepped: Bool, widthCost: Cost, prices: Prices) {
        (self.columns, self.limit, self.isStepped) = (columns, limit, isStepped)
        (self.widthCost, self.prices) = (widthCost, prices)
    }

    /// Adds headline blocks for variants to refer to, and returns the index of the first.
    mutating func add(_ headlines: [HeadlineBlock]) -> Int {
        defer { self.headlines += headlines }
        return self.headlines.count
    }

    /// Adds a variant if it is among the cheapest of its number of rows. It is created only then, because most of the
    /// many thousands of variants are not added.
    ///
    /// - Parameters:
    ///   - mayStep: whether its legs may end at two depths.
    ///   - cost: its cost without that of the width.
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

    /// The numbers of rows for which there are variants.
    var rows: [Int] { counts.indices.filter { counts[$0] > 0 } }

    /// The indices of the variants with a number of rows, the cheapest first.
    func places(rows: Int) -> [Int] {
        let first = rows * Self.mostOfEqualRows
        return ranking[first..<first + counts[rows]].map(\.place)
    }

    /// The variant at an index.
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
            // With another headline of the same number of rows, the legs are cut in the same way.
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
    /// Extends the array so that an index is valid.
    fileprivate mutating func extend(to index: Int, filling element: Element) {
        if count <= index { append(contentsOf: repeatElement(element, count: index + 1 - count)) }
    }
}
