import Diagnostics
import MarkedYAML
import Pages

/// Reads the cells of an area or of a piece of furniture. The picture draws them under its name or `letter`, or they are
/// given as `columns` and `rows`.
struct CellsReader {
    let picture: AreaPicture
    /// The grid; nil if it is wrong, so that no error about cells follows from it.
    let grid: Grid?

    /// The word that stands for the piece in the picture.
    func letter(_ group: MappingReader, name: String) -> String { group.text("letter") ?? name }

    /// The cells of a piece; nil, with an error, if the file does not give them or gives wrong ones.
    ///
    /// - Parameter title: the piece as messages name it, such as “the area “1””.
    func cells(_ group: MappingReader, name: String, title: String) -> GridRect? {
        let columns = group.span("columns")
        let rows = group.span("rows")
        let key = group.keys.first { $0 == "columns" || $0 == "rows" }
        if let drawn = picture.drawn[letter(group, name: name)] {
            guard let key else { return drawn.cells }
            group.reporter.error(
                at: group.place(of: key), "\(title) is drawn in the picture and has \(key) as well",
                hints: "keep one of the two")
            return nil
        }
        guard let key else {
            if !picture.isComplete { return nil }
            group.reporter.error(
                at: group.place, "\(title) has no place on the page",
                hints: "draw it in the picture, or give it columns and rows: {columns: 1-4, rows: 17-44}")
            return nil
        }
        guard let columns, let rows else {
            if !group.keys.contains("columns") || !group.keys.contains("rows") {
                let missing = key == "columns" ? "rows" : "columns"
                group.reporter.error(
                    at: group.place(of: key), "\(title) has \(key) but no \(missing)",
                    hints: "write {columns: 1-4, rows: 17-44}")
            }
            return nil
        }
        guard let grid else { return GridRect(columns: columns, rows: rows) }
        reportOutside(columns, "columns", of: grid.columns, group, title)
        reportOutside(rows, "rows", of: grid.rows, group, title)
        return GridRect(columns: columns, rows: rows)
    }

    private func reportOutside(
        _ span: Range<Int>, _ key: String, of count: Int, _ group: MappingReader, _ title: String
    ) {
        guard span.upperBound > count else { return }
        group.reporter.error(
            at: group.node(key)?.place,
            "\(title) reaches to \(key.dropLast()) \(span.upperBound), the grid has \(count)",
            hints: "end it at \(count), or give the grid more \(key)")
    }
}
