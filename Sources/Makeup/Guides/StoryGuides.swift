internal import Copy
internal import Layouts
internal import Pages
internal import Typesetting

/// Each story's cells in a frame, with its name, rank and headline size on a tab in the white row above.
struct ModuleGuide {
    let layout: Layout
    let typesetter: Typesetter

    private static let frame = Length.pt(0.75)
    /// The tab's type size: it fits a white row, and is legible when a broadsheet fills a screen.
    private static let size = Length.pt(8)
    private static let margin = Length.pt(2)
    private static let role = "hei"

    func items(of page: ComposedPage) -> [Item] { (page.modules + page.fillers).flatMap(items) }

    private func items(of module: Module) -> [Item] {
        let ink = module.oversetRows > 0 ? GuideInk.overset : GuideInk.module
        let frames = module.frames.map { cells -> Item in
            .box(Box(rect: layout.grid.pageRect(cells), frame: Box.Frame(thickness: Self.frame, ink: ink)))
        }
        return frames + tab(of: module, ink)
    }

    private func tab(of module: Module, _ ink: Ink) -> [Item] {
        let style = TextStyle(role: Self.role, size: Self.size, leading: Self.size, ink: .paper)
        let line = typesetter.line(StyledText(name(of: module), role: Self.role), style: style).lines.first
        guard let line else { return [] }
        let corner = layout.grid.pageRect(module.pageCells)
        let height = Self.size + 2 * Self.margin
        let box = Rect(x: corner.x, y: corner.y - height, width: line.width + 2 * Self.margin, height: height)
        let baseline = box.y + Self.margin + GalleyLine.baseline(of: style, in: Self.size)
        return [.box(Box(rect: box, fill: ink))] + line.items(at: box.x + Self.margin, baseline)
    }

    private func name(of module: Module) -> String {
        var parts = [module.story.article.id]
        if module.story.rank > 0 { parts.append("\(module.story.rank)") }
        if module.headline.titleLines > 0 { parts.append("\(Int(module.headline.size.points.rounded()))pt") }
        if module.variant.white > 0 { parts.append("−\(module.variant.white)") }
        if module.oversetRows > 0 { parts.append("+\(module.oversetRows)") }
        return parts.joined(separator: " · ")
    }
}

/// Bars in the gutter beside lines of poor quality: orange for opened lines, red for gaping lines and for lines alone at a
/// leg's head or foot, green for squeezed lines.
struct BreakGuide {
    let layout: Layout

    private static let width = Length.pt(2)
    /// The distance between the bar and the line.
    private static let gap = Length.pt(1.5)

    func items(of page: ComposedPage) -> [Item] {
        (page.modules + page.fillers).flatMap { module -> [Item] in
            let layout = module.layout(on: layout)
            return module.legPlaces(on: layout).flatMap { marks(leg: $0, of: module, layout) }.map(layout.upright)
        }
    }

    private func marks(leg: LegPlace, of module: Module, _ layout: Layout) -> [Item] {
        var items: [Item] = []
        var row = leg.row
        for index in leg.lines {
            let line = module.galley.lines[index]
            if let ink = ink(of: line, isHead: index == leg.lines.lowerBound, isFoot: index == leg.lines.upperBound - 1)
            {
                let bar = Rect(
                    x: leg.x - Self.gap - Self.width, y: layout.grid.y(ofRow: row), width: Self.width,
                    height: layout.grid.leading * Double(line.rows))
                items.append(.box(Box(rect: bar, fill: ink)))
            }
            row += line.rows
        }
        return items
    }

    private func ink(of line: GalleyLine, isHead: Bool, isFoot: Bool) -> Ink? {
        if line.kind == .body, line.isFirst != line.isLast, isHead && line.isLast || isFoot && line.isFirst {
            return GuideInk.overset
        }
        if isFoot, line.kind == .subhead { return GuideInk.overset }
        let qualities = line.lines.map(\.quality)
        if qualities.contains(.gaping) { return GuideInk.overset }
        if qualities.contains(.opened) { return GuideInk.opened }
        return qualities.contains(.crammed) ? GuideInk.crammed : nil
    }
}
