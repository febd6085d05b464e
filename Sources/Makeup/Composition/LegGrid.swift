public import Layouts
public import Pages

/// The columns that a module's legs stand in: mostly the page's own, else the module's.
///
/// A lead set wide (破栏), a story in a box and one with a vertical headline at its side keep the page's rows but have a
/// measure of their own: as many whole characters as the width holds, and what is over goes to the gutters.
public struct LegGrid: Hashable, Sendable {
    @Variant.Small public var count: Int
    /// Characters in a line.
    @Variant.Small public var measure: Int
    /// From the module's left edge to the first leg's.
    public var left: Length
    public var columnWidth: Length
    public var gutter: Length

    /// The page's columns.
    public init(_ grid: Grid, columns: Int) {
        count = columns
        measure = grid.measure
        left = .zero
        columnWidth = grid.columnWidth
        gutter = grid.gutter
    }

    /// So many legs over a width, at least a page's gutter apart.
    public init(_ grid: Grid, count: Int, left: Length, width: Length) {
        let gutters = grid.gutter * Double(count - 1)
        let measure = max(1, Int(((width - gutters + .tolerance) / grid.bodySize / Double(count)).rounded(.down)))
        let columnWidth = grid.bodySize * Double(measure)
        gutter = count > 1 ? (width - columnWidth * Double(count)) / Double(count - 1) : grid.gutter
        (self.count, self.measure, self.left, self.columnWidth) = (count, measure, left, columnWidth)
    }

    /// A leg's left edge, from the module's.
    func x(of leg: Int) -> Length { left + (columnWidth + gutter) * Double(leg) }

    /// The width of so many legs with the gutters between them.
    func width(of legs: Int) -> Length { columnWidth * Double(legs) + gutter * Double(max(0, legs - 1)) }
}
