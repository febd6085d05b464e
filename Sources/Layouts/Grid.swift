public import Pages

/// The page's grid: columns of whole body characters, rows of one leading.
public struct Grid: Hashable, Sendable {
    /// The type area's top left corner, from the trimmed sheet's.
    public var origin: Point
    public var columns: Int
    /// A column's width in body characters.
    public var measure: Int
    public var bodySize: Length
    public var gutter: Length
    public var leading: Length
    public var rows: Int

    public init(
        origin: Point, columns: Int, measure: Int, bodySize: Length, gutter: Length, leading: Length, rows: Int
    ) {
        self.origin = origin
        self.columns = columns
        self.measure = measure
        self.bodySize = bodySize
        self.gutter = gutter
        self.leading = leading
        self.rows = rows
    }

    /// One column's width: measure × body size exactly, so that characters stand in a square grid.
    public var columnWidth: Length { bodySize * Double(measure) }

    public var width: Length { self.width(of: columns) }
    public var height: Length { leading * Double(rows) }

    /// The width of so many columns with the gutters between them.
    public func width(of columns: Int) -> Length {
        columnWidth * Double(columns) + gutter * Double(max(0, columns - 1))
    }

    /// A column's left edge.
    public func x(ofColumn column: Int) -> Length { origin.x + (columnWidth + gutter) * Double(column) }

    /// A row's upper edge.
    public func y(ofRow row: Int) -> Length { origin.y + leading * Double(row) }

    /// The baseline of the body line in a row: the em box stands in the row's middle, and the baseline of Han type is
    /// 0.88 em under the em box's top (the ideographic em box of OpenType's BASE table, as Han faces have it).
    public func baseline(ofRow row: Int) -> Length {
        y(ofRow: row) + (leading - bodySize) / 2 + bodySize * 0.88
    }

    public func rect(_ cells: GridRect) -> Rect {
        Rect(
            x: x(ofColumn: cells.columns.lowerBound), y: y(ofRow: cells.rows.lowerBound),
            width: width(of: cells.columns.count), height: leading * Double(cells.rows.count))
    }
}

/// A rectangle of whole columns and rows.
public struct GridRect: Hashable, Sendable {
    public var columns: Range<Int>
    public var rows: Range<Int>

    public init(columns: Range<Int>, rows: Range<Int>) {
        self.columns = columns
        self.rows = rows
    }

    public func overlaps(_ other: GridRect) -> Bool {
        columns.overlaps(other.columns) && rows.overlaps(other.rows)
    }
}
