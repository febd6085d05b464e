internal import Layouts
internal import Pages
internal import Typesetting

/// What is white on the page in blue, and a red bar at the foot of a story that is too long.
struct WhiteGuide {
    let layout: Layout

    /// The bar of an overset story, in points.
    private static let bar = Length.pt(3)

    func items(of page: ComposedPage) -> [Item] {
        let modules = page.modules + page.fillers
        return page.holes.filter { hole in !page.fillers.contains { $0.pageCells.overlaps(hole) } }.map {
            .box(Box(rect: layout.grid.pageRect($0), fill: GuideInk.white))
        } + modules.flatMap(whites) + modules.flatMap(overset)
    }

    /// Rows at the legs' feet, each white row of each leg one box.
    private func whites(of module: Module) -> [Item] {
        let layout = module.layout(on: layout)
        return module.legPlaces(on: layout).flatMap { leg -> [Item] in
            let filled = module.galley.lines[leg.lines].reduce(0) { $0 + $1.rows }
            return (min(filled, leg.room)..<leg.room).map { row in
                // A hair of paper between the boxes lets them be counted.
                let rect = Rect(
                    x: leg.x, y: layout.grid.y(ofRow: leg.row + row), width: leg.width, height: layout.grid.leading
                ).inset(dx: .zero, dy: .pt(0.75))
                return layout.upright(.box(Box(rect: rect, fill: GuideInk.white)))
            }
        }
    }

    private func overset(of module: Module) -> [Item] {
        guard module.oversetRows > 0 else { return [] }
        let frame = layout.grid.pageRect(module.pageCells)
        let bar = Rect(x: frame.x, y: frame.maxY, width: frame.width, height: Self.bar)
        return [.box(Box(rect: bar, fill: GuideInk.overset))]
    }
}
