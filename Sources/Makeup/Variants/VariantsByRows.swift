/// A story's variants on so many columns, at most one for each number of rows.
public struct VariantsByRows: Sendable {
    /// In the order in which they came.
    public private(set) var values: [Variant] = []
    /// Where among them is the one of so many rows, negative for none.
    private var places: [Int32] = []

    public init() {}

    public init(_ variants: some Sequence<Variant>) {
        for variant in variants { self[variant.rows] = variant }
    }

    /// The variant of so many rows; to be set to one that has so many.
    public subscript(rows: Int) -> Variant? {
        get { place(rows).map { values[$0] } }
        set {
            let known = place(rows)
            guard let newValue else {
                if let known { remove(at: known) }
                return
            }
            precondition(newValue.rows == rows)
            if let known {
                values[known] = newValue
            } else {
                while places.count <= rows { places.append(-1) }
                places[rows] = Int32(values.count)
                values.append(newValue)
            }
        }
    }

    /// What the variant of so many rows costs; infinite where there is none.
    func cost(rows: Int) -> Double { place(rows).map { values[$0].cost } ?? .infinity }

    /// The numbers of rows that there are variants of, the fewest first.
    public var rows: [Int] { places.indices.filter { places[$0] >= 0 } }

    private func place(_ rows: Int) -> Int? {
        guard places.indices.contains(rows), places[rows] >= 0 else { return nil }
        return Int(places[rows])
    }

    private mutating func remove(at place: Int) {
        places[values[place].rows] = -1
        values.remove(at: place)
        for rows in places.indices where places[rows] > place { places[rows] -= 1 }
    }
}
