internal import Layouts

/// A story's variants on so many columns, at most one for each number of rows.
public struct VariantsByRows: Sendable {
    /// In the order in which their numbers of rows were inserted.
    public private(set) var values: [Variant] = []
    /// For each number of rows the place of its variant, negative for none.
    private var places: [Int32] = []
    /// The fewest cells that any of them has, the most, and the least cost; nil where there is none.
    private(set) var extent: (cells: ClosedRange<Int>, cost: Cost)?

    public init() {}

    public init(_ variants: some Sequence<Variant>) {
        for variant in variants { insert(variant) }
    }

    /// The variant of so many rows.
    public subscript(rows: Int) -> Variant? { place(rows).map { values[$0] } }

    /// Inserts a variant in place of the one of as many rows.
    public mutating func insert(_ variant: Variant) {
        guard let place = self.place(variant.rows) else {
            measure(variant)
            while places.count <= variant.rows { places.append(-1) }
            places[variant.rows] = Int32(values.count)
            values.append(variant)
            return
        }
        let isCheaper = variant.cost <= values[place].cost
        values[place] = variant
        if isCheaper { measure(variant) } else { measure() }
    }

    /// What the variant of so many rows costs; unreachable where there is none.
    func cost(rows: Int) -> Cost { place(rows).map { values[$0].cost } ?? .unreachable }

    /// The numbers of rows that there are variants of, the fewest first.
    public var rows: [Int] { places.indices.filter { places[$0] >= 0 } }

    private func place(_ rows: Int) -> Int? {
        guard places.indices.contains(rows), places[rows] >= 0 else { return nil }
        return Int(places[rows])
    }

    private mutating func measure() {
        extent = nil
        for variant in values { measure(variant) }
    }

    private mutating func measure(_ variant: Variant) {
        let cells = variant.rows * variant.columns
        let other = extent ?? (cells...cells, variant.cost)
        extent = (
            min(other.cells.lowerBound, cells)...max(other.cells.upperBound, cells), min(other.cost, variant.cost)
        )
    }
}
