internal import Copy
internal import Layouts
internal import Pages
internal import Typesetting

/// Each story's cells in a frame, with its name, rank and headline size on a tab in the white row above.
struct ModuleGuide {
    let layout: Layout
    let typesetter: Typesetter

    private static let frame = Length.pt(0.75)
    /// The tab's type: it has to stand in a white row, and to be read when a broadsheet fills a screen.
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
