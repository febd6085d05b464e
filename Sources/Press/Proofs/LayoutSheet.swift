public import Fonts
public import Layouts
public import Pages
internal import Typesetting

/// Draws a layout as a plan: the sheet, its columns and rows, its furniture and areas, with sizes in characters and rows.
public struct LayoutSheet {
    let layout: Layout
    private let typesetter: Typesetter

    public init(_ layout: Layout, fonts: FontBook) {
        self.layout = layout
        typesetter = Typesetter(fonts: fonts, language: "zh-Hans")
    }

    private static let hairline = Length.pt(0.25)
    private static let columnInk = Ink.black(0.05)
    private static let rowInk = Ink.black(0.18)
    private static let countedRowInk = Ink.black(0.4)
    private static let areaInk = Ink(
        screen: Ink.RGB(red: 0.1, green: 0.3, blue: 0.75), press: Ink.CMYK(cyan: 0.9, magenta: 0.7, yellow: 0, black: 0)
    )
    private static let furnitureInk = Ink(
        screen: Ink.RGB(red: 0.75, green: 0.1, blue: 0.1),
        press: Ink.CMYK(cyan: 0, magenta: 0.9, yellow: 0.8, black: 0.2))
    /// The interval of rows whose line is darker and has a number.
    private static let counted = 10

    public var page: Page {
        let items = [
            group("columns", columns), group("rows", rows), group("sizes", sizes),
            group("furniture", furniture), group("areas", areas),
        ]
        return Page(
            number: 1, label: layout.name, trim: layout.page.trim, items: items, faces: typesetter.faces)
    }

    private func group(_ name: String, _ items: [Item]) -> Item { .group(Group(role: .guide(name), items: items)) }

    private var grid: Grid { layout.grid }
    /// A type size that is legible on a picture of any sheet.
    private var size: Length { max(.pt(7), layout.page.trim.width / 80) }

    private func upright(_ item: Item) -> Item { grid.turn?.upright(item) ?? item }

    private var columns: [Item] {
        (0..<grid.columns).map { column in
            let rect = grid.pageRect(GridRect(columns: column..<column + 1, rows: 0..<grid.rows))
            return .box(Box(rect: rect, fill: Self.columnInk))
        }
    }

    /// A line under every row, with a number at every tenth.
    private var rows: [Item] {
        (0...grid.rows).flatMap { row -> [Item] in
            let y = grid.y(ofRow: row)
            let isCounted = row % Self.counted == 0 && row > 0
            let line = Item.rule(
                Rule(
                    from: Point(x: grid.origin.x, y: y), to: Point(x: grid.origin.x + grid.width, y: y),
                    thickness: Self.hairline, ink: isCounted ? Self.countedRowInk : Self.rowInk))
            guard isCounted else { return [upright(line)] }
            let end = upright(line).end
            let shift =
                layout.direction == .horizontal ? Point(x: size * -0.4, y: size * 0.3) : Point(x: .zero, y: size * -0.4)
            return [upright(line)]
                + label("\(row)", at: end.moved(x: shift.x, y: shift.y), Self.countedRowInk, align: .right)
        }
    }

    /// The dimensions of the sheet and its grid, above the grid.
    private var sizes: [Item] {
        let trim = layout.page.trim, area = grid.typeArea
        let measures = (0..<grid.columns).map { grid.measure(ofColumn: $0) }
        let words =
            "\(layout.name)　\(layout.title)　\(mm(trim.width)) × \(mm(trim.height)) mm　"
            + (grid.isCommon(0..<grid.columns)
                ? "\(grid.columns) × \(grid.measure)字" : measures.map { "\($0)字" }.joined(separator: " + "))
            + "　\(grid.rows)行　\(points(grid.bodySize))/\(points(grid.leading)) pt"
        // The row numbers of a vertical layout are above the grid, and these words above them.
        let above = size * (layout.direction == .horizontal ? 0.6 : 2)
        return label(words, at: Point(x: area.x, y: max(size * 1.2, area.y - above)), .black)
    }

    private var furniture: [Item] {
        layout.furniture.flatMap { block -> [Item] in
            let area = grid.typeArea
            switch block.position {
            case .grid(let cells): return piece(block.name, cells, grid.pageRect(cells), Self.furnitureInk)
            case .head(let height, let above):
                let strip = Rect(x: area.x, y: area.y - above - height, width: area.width, height: height)
                return frame(strip, Self.furnitureInk) + name(block.name, in: strip, Self.furnitureInk)
            case .foot(let height, let below):
                let strip = Rect(x: area.x, y: area.maxY + below, width: area.width, height: height)
                return frame(strip, Self.furnitureInk) + name(block.name, in: strip, Self.furnitureInk)
            }
        }
    }

    private var areas: [Item] {
        layout.areas.flatMap { area -> [Item] in
            let own = layout.own(for: area)?.grid
            return piece(area.name, area.cells, grid.pageRect(area.cells), Self.areaInk, own: own)
        }
    }

    /// A frame with a name and, under it, its size.
    private func piece(_ name: String, _ cells: GridRect, _ rect: Rect, _ ink: Ink, own: Grid? = nil) -> [Item] {
        let legs =
            own.map { "\($0.columns) × \($0.measure)字" }
            ?? "\(cells.columns.count) × \(grid.measure(ofColumn: cells.columns.lowerBound))字"
        let measures = "\(legs)　\((own ?? grid).turn == grid.turn ? cells.rows.count : own!.rows)行"
        return frame(rect, ink) + self.name(name, in: rect, ink)
            + label(measures, at: Point(x: rect.midX, y: rect.midY + size * 1.7), ink, align: .center)
    }

    private func frame(_ rect: Rect, _ ink: Ink) -> [Item] {
        [.box(Box(rect: rect, frame: Box.Frame(thickness: .pt(1), ink: ink)))]
    }

    private func name(_ name: String, in rect: Rect, _ ink: Ink) -> [Item] {
        let size = min(self.size * 1.6, rect.height * 0.8)
        return label(
            name, at: Point(x: rect.midX, y: rect.midY + size * 0.38), ink, align: .center, size: size,
            role: "hei-heavy")
    }

    private func label(
        _ words: String, at point: Point, _ ink: Ink, align: TextStyle.Alignment = .left, size: Length? = nil,
        role: String = "hei"
    ) -> [Item] {
        let size = size ?? self.size
        let style = TextStyle(role: role, size: size, leading: size, ink: ink)
        let lines = typesetter.line(StyledText(words, role: role), style: style).lines
        return lines.flatMap { line -> [Item] in
            let shift: Length
            switch align {
            case .center: shift = line.width / -2
            case .right: shift = .zero - line.width
            case .left, .justify, .spread: shift = .zero
            }
            return line.moved(x: point.x + shift, y: point.y).items
        }
    }

    private func mm(_ length: Length) -> String { number(length.millimetres) }
    private func points(_ length: Length) -> String { number(length.points) }
    private func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
}

extension Item {
    /// The point of a rule's number: its upper or left end.
    fileprivate var end: Point {
        guard case .rule(let rule) = self else { return .zero }
        return rule.from
    }
}
