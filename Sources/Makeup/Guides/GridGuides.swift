internal import Layouts
internal import Pages
internal import Typesetting

/// The page's columns, and the baselines of their rows.
struct GridGuide {
    let layout: Layout

    private static let hairline = Length.pt(0.25)
    /// The interval of rows whose baseline is darker, so that rows can be counted.
    private static let counted = 10

    var items: [Item] {
        let grid = layout.grid
        let columns = (0..<grid.columns).map { column -> Item in
            let rect = Rect(
                x: grid.x(ofColumn: column), y: grid.origin.y, width: grid.width(of: column..<column + 1),
                height: grid.height)
            return .box(Box(rect: rect, frame: Box.Frame(thickness: Self.hairline, ink: GuideInk.column)))
        }
        return (baselines + columns).map(layout.upright)
    }

    private var baselines: [Item] {
        let grid = layout.grid
        return (0..<grid.columns).flatMap { column in
            (0..<grid.rows).map { row -> Item in
                // Vertical lines are centred on an axis. Their em boxes have the same edges as those of horizontal lines.
                let y = grid.baseline(ofRow: row), x = grid.x(ofColumn: column)
                let ink = (row + 1).isMultiple(of: Self.counted) ? GuideInk.countedBaseline : GuideInk.baseline
                return .rule(
                    Rule(
                        from: Point(x: x, y: y), to: Point(x: x + grid.width(of: column..<column + 1), y: y),
                        thickness: Self.hairline, ink: ink))
            }
        }
    }
}

/// White rows of the page in blue, and a red bar at the foot of a story that is too long.
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

    /// The white rows at the legs' feet, one box for each row of each leg.
    private func whites(of module: Module) -> [Item] {
        let layout = module.layout(on: layout)
        return module.legPlaces(on: layout).flatMap { leg -> [Item] in
            let filled = module.galley.lines[leg.lines].reduce(0) { $0 + $1.rows }
            return (min(filled, leg.room)..<leg.room).map { row in
                // A gap between the boxes lets the rows be counted.
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
