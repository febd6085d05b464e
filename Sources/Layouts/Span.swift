/// Columns or rows as a layout file counts them: from 1, both ends included, “17-44” or “17”.
public struct Span: Hashable {
    public var first: Int
    public var last: Int

    public init?(_ text: some StringProtocol) {
        let ends = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
            .map { Int(String($0.filter { !$0.isWhitespace })) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            (1...9999).contains(first), (first...9999).contains(last)
        else { return nil }
        (self.first, self.last) = (first, last)
    }

    public init(_ cells: Range<Int>) { (first, last) = (cells.lowerBound + 1, cells.upperBound) }

    /// The same cells counted from 0, half open.
    public var cells: Range<Int> { first - 1..<last }

    /// As a message says it: “columns 1-4”, “row 17”.
    func described(as noun: String) -> String { first == last ? "\(noun) \(first)" : "\(noun)s \(first)-\(last)" }
}

extension GridRect {
    /// As a message says it: “columns 1-4, rows 17-44”.
    var described: String { Span(columns).described(as: "column") + ", " + Span(rows).described(as: "row") }

    /// The cells of both, nil when they have none in common.
    func common(with other: GridRect) -> GridRect? {
        guard overlaps(other) else { return nil }
        return GridRect(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
    }
}
