import Diagnostics
import MarkedYAML
import Pages

/// Reads `grid` and places it on the sheet.
///
///     grid: {columns: 6, measure: 17字, gutter: 1.5字, leading: 13pt, rows: 106}
///
/// Columns of different widths have a measure each: `measure: [13字, 17字, 17字, 17字]`. With `direction: vertical`, columns
/// are bands from the top of the page, rows are lines from the right, and the sheet lies on its side.
///
/// If they are left out, `measure` is the widest and `rows` the most that fit. The grid begins at the left and top
/// margins, or ends at the right and bottom ones if the file gives only these. Without a margin it is centred. If both of
/// two opposite margins are given, the right or bottom one is the least white that has to remain.
struct GridReader {
    /// The sheet as the grid lies on it.
    let sheet: PageReader.Sheet
    let direction: LineDirection
    let bodySize: Length
    let leading: Length
    /// The file's `grid`; nil if it has none.
    let group: MappingReader?

    static let mostColumns = 24

    func grid() -> Grid {
        let units = Units(character: bodySize, row: leading)
        let measures = group?.counts("measure", of: .character, in: 1...200) ?? []
        let columns =
            group?.count("columns", of: .none, in: 1...Self.mostColumns)
            ?? (measures.count > 1 ? min(measures.count, Self.mostColumns) : LayoutDefaults.columns)
        let gutter = group?.length("gutter", units) ?? bodySize * LayoutDefaults.gutter
        var grid = Grid(
            origin: .zero, columns: columns, measure: 1, bodySize: bodySize, gutter: gutter, leading: leading, rows: 1,
            turn: direction == .vertical ? PageTurn(width: sheet.trim.height) : nil)
        let rows = group?.count("rows", of: .row, in: 1...2000)
        if measures.count > 1, isOneForEachColumn(measures, columns) {
            grid.measure = measures.mostFrequent
            if Set(measures).count > 1 { grid.columnMeasures = measures }
        } else {
            grid.measure =
                measures.first ?? widestMeasure(of: grid, in: room(.across, standard: comfortableMargin))
        }
        grid.rows = rows ?? mostRows(of: grid, in: room(.down, standard: comfortableMargin))
        group?.finish()
        reportWidth(of: grid)
        reportHeight(of: grid)
        let margins = sheet.margins
        grid.origin = Point(
            x: start(margins.left, opposite: margins.right, sheet: sheet.trim.width, size: grid.width),
            y: start(margins.top, opposite: margins.bottom, sheet: sheet.trim.height, size: grid.height))
        return grid
    }

    /// The actual margins of the upright page round a grid.
    func margins(of grid: Grid) -> PageFormat.Margins {
        let area = grid.typeArea
        let trim =
            direction == .vertical ? Size(width: sheet.trim.height, height: sheet.trim.width) : sheet.trim
        return PageFormat.Margins(
            top: area.y, right: trim.width - area.maxX, bottom: trim.height - area.maxY, left: area.x)
    }

    private enum Axis { case across, down }

    /// Whether there is a measure for each column; reports an error if not.
    private func isOneForEachColumn(_ measures: [Int], _ columns: Int) -> Bool {
        guard let group, measures.count != columns else { return true }
        group.reporter.error(
            at: group.node("measure")?.place, "there are \(measures.count) measures for \(columns) columns",
            hints: "write one measure for all columns, or one for each")
        return false
    }

    private var comfortableMargin: Length { min(sheet.trim.width, sheet.trim.height) * LayoutDefaults.margin }

    /// The length between the sheet's margins.
    ///
    /// - Parameter standard: the margin where the file gives none.
    private func room(_ axis: Axis, standard: Length) -> Length {
        let margins = sheet.margins
        return switch axis {
        case .across: sheet.trim.width - (margins.left ?? standard) - (margins.right ?? standard)
        case .down: sheet.trim.height - (margins.top ?? standard) - (margins.bottom ?? standard)
        }
    }

    private func widestMeasure(of grid: Grid, in room: Length) -> Int {
        let columns = Double(grid.columns)
        let width = (room - grid.gutter * (columns - 1)) / columns
        return max(1, Int(((width + .tolerance) / bodySize).rounded(.down)))
    }

    private func mostColumns(of grid: Grid, in room: Length) -> Int {
        Int(((room + grid.gutter + .tolerance) / (grid.columnWidth + grid.gutter)).rounded(.down))
    }

    private func mostRows(of grid: Grid, in room: Length) -> Int {
        max(1, Int(((room + .tolerance) / leading).rounded(.down)))
    }

    private func start(_ margin: Length?, opposite: Length?, sheet: Length, size: Length) -> Length {
        margin ?? opposite.map { sheet - $0 - size } ?? (sheet - size) / 2
    }

    private func reportWidth(of grid: Grid) {
        let room = room(.across, standard: LayoutDefaults.leastMargin)
        guard let group, grid.width > room + .tolerance else { return }
        var fits: [String] = []
        var narrower = grid
        if grid.columnMeasures.isEmpty {
            narrower.measure = widestMeasure(of: grid, in: room)
            if narrower.width <= room + .tolerance, narrower.measure < grid.measure {
                fits.append("measure: \(narrower.measure)字 would fit (\(narrower.width.inMillimetres))")
            }
        } else {
            let over = Int(((grid.width - room) / bodySize).rounded(.up))
            fits.append("take \(over) characters away from its columns")
        }
        var fewer = grid
        fewer.columns = mostColumns(of: grid, in: room)
        if (1..<grid.columns).contains(fewer.columns), grid.columnMeasures.isEmpty {
            fits.append("columns: \(fewer.columns) would fit (\(fewer.width.inMillimetres))")
        }
        group.reporter.report(
            .init(
                .error, at: group.place(of: group.keys.contains("measure") ? "measure" : "columns"),
                "the grid is \(grid.width.inMillimetres) \(direction == .vertical ? "high" : "wide"), "
                    + "and the page has room for \(room.inMillimetres)",
                hints: fits.isEmpty ? ["make the page larger or its margins smaller"] : fits))
    }

    private func reportHeight(of grid: Grid) {
        let room = room(.down, standard: LayoutDefaults.leastMargin)
        guard let group, grid.height > room + .tolerance else { return }
        let rows = mostRows(of: grid, in: room)
        let height = (leading * Double(rows)).inMillimetres
        group.reporter.error(
            at: group.place(of: "rows"),
            "\(grid.rows) rows of \(leading.inPoints) are \(grid.height.inMillimetres) "
                + "\(direction == .vertical ? "wide" : "high"), "
                + "and the page has room for \(room.inMillimetres)",
            hints: leading * Double(rows) <= room + .tolerance
                ? "rows: \(rows) would fit (\(height))" : "make the page larger or its margins smaller")
    }
}

extension [Int] {
    /// The number that occurs most often; of several, the one that occurs first.
    fileprivate var mostFrequent: Int {
        let counts = reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return self.max { (counts[$0]!, firstIndex(of: $1)!) < (counts[$1]!, firstIndex(of: $0)!) }!
    }
}
