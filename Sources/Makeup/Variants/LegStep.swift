public import Layouts

/// The step of a module whose legs at one side end above the others, so that another story is under them (咬合). Such a
/// module keeps rules and gutters beside it from running straight through the page.
public struct LegStep: Hashable, Sendable {
    /// The number of legs that end above the others.
    @Variant.Small public var columns: Int
    public var isAtLeft: Bool
    /// The number of rows by which they end higher.
    @Variant.Small public var rows: Int

    public init(columns: Int, isAtLeft: Bool, rows: Int) {
        self.columns = columns
        self.isAtLeft = isAtLeft
        self.rows = rows
    }

    /// Whether a leg is one of the short ones.
    func covers(_ leg: Int, of count: Int) -> Bool { isAtLeft ? leg < columns : leg >= count - columns }
}

extension GridRect {
    /// The rectangles that a module covers: all of its own rectangle, or the rows of all legs and, under them, those of
    /// the deep legs.
    public func frames(_ step: LegStep?) -> [GridRect] {
        guard let step else { return [self] }
        let foot = rows.upperBound - step.rows
        let deep =
            step.isAtLeft
            ? columns.lowerBound + step.columns..<columns.upperBound
            : columns.lowerBound..<columns.upperBound - step.columns
        return [
            GridRect(columns: columns, rows: rows.lowerBound..<foot),
            GridRect(columns: deep, rows: foot..<rows.upperBound),
        ]
    }

    /// The columns of the short legs.
    public func short(_ step: LegStep) -> Range<Int> {
        step.isAtLeft
            ? columns.lowerBound..<columns.lowerBound + step.columns
            : columns.upperBound - step.columns..<columns.upperBound
    }
}
