internal import Layouts
internal import Pages
internal import Typesetting

/// Bars in the gutter beside lines that were not filled well: orange for opened ones, red for gaping ones and for lines
/// that stand alone at a leg's head or foot, green for squeezed ones.
struct BreakGuide {
    let layout: Layout

    private static let width = Length.pt(2)
    /// Between the bar and the line.
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
