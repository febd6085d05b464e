import Diagnostics
import MarkedYAML
import Pages

/// Reads where a piece of the page stands: drawn in the picture under its name or `letter`, or given as `columns` and
/// `rows`.
struct CellsReader {
    let picture: AreaPicture
    /// The grid; nil when it is itself wrong, so that nothing is blamed for not fitting it.
    let grid: Grid?

    /// The name under which the picture may draw the piece.
    func letter(_ group: MappingReader, name: String) -> String { group.text("letter") ?? name }

    /// Nil when the file places the piece nowhere, or wrongly (which is reported).
    func cells(_ group: MappingReader, name: String, title: String) -> GridRect? {
        let columns = group.span("columns")
        let rows = group.span("rows")
        let written = group.keys.first { $0 == "columns" || $0 == "rows" }
        if let drawn = picture.drawn[letter(group, name: name)] {
            guard let written else { return drawn.cells }
            group.reporter.error(
                at: group.place(of: written), "\(title) is drawn in the picture and given \(written) as well",
                hints: "keep one of the two")
            return nil
        }
        guard let written else {
            if !picture.isWhole { return nil }
            group.reporter.error(
                at: group.place, "\(title) stands nowhere",
                hints: "draw it in the picture, or give it columns and rows: {columns: 1-4, rows: 17-44}")
            return nil
        }
        guard let columns, let rows else {
            if !group.keys.contains("columns") || !group.keys.contains("rows") {
                let missing = written == "columns" ? "rows" : "columns"
                group.reporter.error(
                    at: group.place(of: written), "\(title) has \(written) but no \(missing)",
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
