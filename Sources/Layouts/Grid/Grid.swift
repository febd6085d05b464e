public import Pages

/// The grid of a page: columns of whole body characters, and rows of one leading.
///
/// On a page of vertical lines the grid lies on its side, as `turn` describes: its columns are the bands of the page (段)
/// from the top, and its rows are the lines from the right.
public struct Grid: Hashable, Sendable {
    /// The type area's top left corner, from the top left corner of the trimmed sheet.
    public var origin: Point
    public var columns: Int
    /// The width of a column in body characters; if columns differ, the width of most of them.
    public var measure: Int
    /// The width of each column in body characters if columns differ; empty if they do not.
    public var columnMeasures: [Int]
    public var bodySize: Length
    /// The white between two columns.
    public var gutter: Length
    /// The height of a row.
    public var leading: Length
    public var rows: Int
    /// Turns the grid upright if lines are vertical; nil if they are horizontal.
    public var turn: PageTurn?

    public init(
        origin: Point, columns: Int, measure: Int, columnMeasures: [Int] = [], bodySize: Length, gutter: Length,
        leading: Length, rows: Int, turn: PageTurn? = nil
    ) {
        self.origin = origin
        self.columns = columns
        self.measure = measure
        self.columnMeasures = columnMeasures
        self.bodySize = bodySize
        self.gutter = gutter
        self.leading = leading
        self.rows = rows
        self.turn = turn
    }

    /// The width of a column of the common measure: exactly measure × body size, so that characters stand in a square grid.
    public var columnWidth: Length { bodySize * Double(measure) }

    /// The width of all columns with their gutters, and the height of all rows, on the grid as it lies.
    public var width: Length { width(of: 0..<columns) }
    public var height: Length { leading * Double(rows) }

    /// The width of a column in body characters.
    public func measure(ofColumn column: Int) -> Int {
        columnMeasures.indices.contains(column) ? columnMeasures[column] : measure
    }

    /// The width of a number of columns of the common measure, with the gutters between them.
    public func width(of columns: Int) -> Length {
        columnWidth * Double(columns) + gutter * Double(max(0, columns - 1))
    }

    /// The width of a range of columns, with the gutters between them.
    public func width(of columns: Range<Int>) -> Length {
        let characters = columns.reduce(0) { $0 + measure(ofColumn: $1) }
        return bodySize * Double(characters) + gutter * Double(max(0, columns.count - 1))
    }

    /// Whether all columns of a range have the common measure.
    public func isCommon(_ columns: Range<Int>) -> Bool { columns.allSatisfy { measure(ofColumn: $0) == measure } }

    /// A column's left edge on the grid as it lies.
    public func x(ofColumn column: Int) -> Length {
        let characters = (0..<column).reduce(0) { $0 + measure(ofColumn: $1) }
        return origin.x + bodySize * Double(characters) + gutter * Double(column)
    }

    /// A row's upper edge on the grid as it lies.
    public func y(ofRow row: Int) -> Length { origin.y + leading * Double(row) }

    /// The baseline of the body line in a row. The em box stands in the middle of the row, and the baseline of Han type is
    /// `GlyphRun.ascent` below the em box's top.
    public func baseline(ofRow row: Int) -> Length {
        y(ofRow: row) + (leading - bodySize) / 2 + bodySize * GlyphRun.ascent
    }

    /// The rectangle of cells on the grid as it lies.
    public func rect(_ cells: GridRect) -> Rect {
        Rect(
            x: x(ofColumn: cells.columns.lowerBound), y: y(ofRow: cells.rows.lowerBound),
            width: width(of: cells.columns), height: leading * Double(cells.rows.count))
    }

    /// The rectangle of cells on the upright page.
    public func pageRect(_ cells: GridRect) -> Rect { turn?.upright(rect(cells)) ?? rect(cells) }

    /// The whole type area on the upright page.
    public var typeArea: Rect { pageRect(GridRect(columns: 0..<columns, rows: 0..<rows)) }
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

/// Columns or rows as a layout file counts them, from 1 with both ends included: “17-44” or “17”.
public struct Span: Hashable {
    /// The first and the last column or row, counted from 1.
    public var first: Int
    public var last: Int

    /// - Returns: nil if the text is neither a number from 1 to 9999 nor a range of such numbers.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
            .map { Int(String($0.filter { !$0.isWhitespace })) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            (1...9999).contains(first), (first...9999).contains(last)
        else { return nil }
        (self.first, self.last) = (first, last)
    }

    public init(_ cells: Range<Int>) { (first, last) = (cells.lowerBound + 1, cells.upperBound) }

    /// The same cells as a half-open range counted from 0.
    public var cells: Range<Int> { first - 1..<last }

    /// The span as messages write it: “columns 1-4”, “row 17”.
    func described(as noun: String) -> String { first == last ? "\(noun) \(first)" : "\(noun)s \(first)-\(last)" }
}

extension GridRect {
    /// The rectangle as messages write it: “columns 1-4, rows 17-44”.
    var described: String { Span(columns).described(as: "column") + ", " + Span(rows).described(as: "row") }

    /// The cells that are in both rectangles; nil if there are none.
    func intersection(_ other: GridRect) -> GridRect? {
        guard overlaps(other) else { return nil }
        return GridRect(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
    }
}
