internal import Layouts

/// A story's variants in a number of columns: at most one for each number of rows.
public struct VariantsByRows: Sendable {
    /// The variants in the order in which their numbers of rows were inserted.
    public private(set) var values: [Variant] = []
    /// For each number of rows, the index of its variant; negative for none.
    private var places: [Int32] = []
    /// The fewest and the most cells of a variant, and the least cost; nil when there is no variant.
    private(set) var extent: (cells: ClosedRange<Int>, cost: Cost)?

    public init() {}

    public init(_ variants: some Sequence<Variant>) {
        for variant in variants { insert(variant) }
    }

    /// The variant with a number of rows.
    public subscript(rows: Int) -> Variant? { place(rows).map { values[$0] } }

    /// Inserts a variant, replacing the one with the same number of rows.
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

    /// The cost of the variant with a number of rows; unreachable when there is none.
    func cost(rows: Int) -> Cost { place(rows).map { values[$0].cost } ?? .unreachable }

    /// The numbers of rows for which there is a variant, in ascending order.
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
