public import Copy
public import Diagnostics
public import Layouts
internal import Pages

/// Adds a page's notices to its layout: a picture becomes furniture, a text becomes an area with a story of its own.
/// Areas and the planner then leave their cells free.
public struct NoticeBlocks {
    let layout: Layout

    public init(layout: Layout) { self.layout = layout }

    /// The layout with the notices, and the articles of the text notices. A notice without room is an error.
    public func placing(_ notices: [Notice]) -> Reported<(layout: Layout, articles: [Article])> {
        let reporter = Reporter()
        var layout = layout
        var articles: [Article] = []
        for (index, notice) in notices.enumerated() {
            guard let cells = cells(of: notice, in: layout, reporter) else { continue }
            switch notice.content {
            case .image(let file):
                let image = FurnitureImage(
                    file: file,
                    strip: FurnitureStrip(row: 0, rows: layout.grid.pageRect(cells).height / layout.grid.leading),
                    place: notice.place)
                layout.furniture.append(
                    FurnitureBlock(
                        name: "notice \(index + 1)", position: .grid(cells),
                        frame: notice.isFramed ? Box.Frame(thickness: Module.boxFrame, ink: .black) : nil,
                        parts: [.image(image)],
                        place: notice.place))
            case .text(let article):
                articles.append(article)
                layout.areas.append(
                    Area(
                        name: "notice \(index + 1)", cells: cells, story: .id(article.id), rank: layout.ladder.count,
                        box: notice.isFramed ? BoxStyle(frame: true, tint: 0) : nil, place: notice.place))
                if layout.makeup == .auto { layout.makeup = .mixed }
            }
        }
        return Reported((layout, articles), reporter.diagnostics)
    }

    /// The notice's cells; nil, with an error, when they are outside the page or taken.
    private func cells(of notice: Notice, in layout: Layout, _ reporter: Reporter) -> GridRect? {
        let grid = layout.grid
        let columns = notice.columns.map { $0.lowerBound - 1..<$0.upperBound } ?? 0..<grid.columns
        let rows =
            switch notice.rows {
            case .span(let rows): rows.lowerBound - 1..<rows.upperBound
            case .foot(let count): grid.rows - count..<grid.rows
            }
        guard rows.lowerBound >= 0, rows.upperBound <= grid.rows, columns.upperBound <= grid.columns else {
            reporter.error(
                at: notice.place, "the notice extends beyond the page’s edge",
                hints: "the layout “\(layout.name)” has \(grid.columns) columns and \(grid.rows) rows")
            return nil
        }
        let cells = GridRect(columns: columns, rows: rows)
        let taken =
            layout.furniture.compactMap { block -> (String, GridRect)? in
                if case .grid(let cells) = block.position { (block.name, cells) } else { nil }
            } + layout.areas.map { ($0.name, $0.cells) }
        if let (name, _) = taken.first(where: { $0.1.overlaps(cells) }) {
            reporter.error(
                at: notice.place, "the notice overlaps “\(name)”", hints: "give it other columns or rows")
            return nil
        }
        return cells
    }
}
