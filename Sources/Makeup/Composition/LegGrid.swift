public import Layouts
public import Pages

/// The columns of a module's legs: those of the page, or columns of its own.
///
/// A lead set wide (破栏), a boxed story and one with a vertical headline at its side keep the page's rows but have a measure
/// of their own: as many whole characters as the width holds. The remainder goes to the gutters.
public struct LegGrid: Hashable, Sendable {
    @Variant.Small public var count: Int
    /// Characters in a line.
    @Variant.Small public var measure: Int
    /// The distance from the module's left edge to the first leg.
    public var left: Length
    public var columnWidth: Length
    public var gutter: Length

    /// Creates legs that are the page's columns.
    public init(_ grid: Grid, columns: Int) {
        count = columns
        measure = grid.measure
        left = .zero
        columnWidth = grid.columnWidth
        gutter = grid.gutter
    }

    /// Creates a number of legs in a width, at least a gutter of the page apart.
    public init(_ grid: Grid, count: Int, left: Length, width: Length) {
        let gutters = grid.gutter * Double(count - 1)
        let measure = max(1, Int(((width - gutters + .tolerance) / grid.bodySize / Double(count)).rounded(.down)))
        let columnWidth = grid.bodySize * Double(measure)
        gutter = count > 1 ? (width - columnWidth * Double(count)) / Double(count - 1) : grid.gutter
        (self.count, self.measure, self.left, self.columnWidth) = (count, measure, left, columnWidth)
    }

    /// The distance from the module's left edge to a leg.
    func x(of leg: Int) -> Length { left + (columnWidth + gutter) * Double(leg) }

    /// The width of a number of legs with the gutters between them.
    func width(of legs: Int) -> Length { columnWidth * Double(legs) + gutter * Double(max(0, legs - 1)) }
}

/// The place of a leg on the module's grid, before the grid is turned upright, and its lines of the galley.
struct LegPlace: Hashable {
    /// The leg's left edge, and its width.
    var x: Length
    var width: Length
    /// The row of its first line.
    var row: Int
    /// The rows that the leg can hold; 0 where a headline or a photo takes all of it.
    var room: Int
    var lines: Range<Int>
}
