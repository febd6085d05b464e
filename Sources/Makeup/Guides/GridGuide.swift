internal import Layouts
internal import Pages

/// The page's columns, and the baselines of their rows.
struct GridGuide {
    let layout: Layout

    private static let hairline = Length.pt(0.25)
    /// Every so many rows a baseline is darker, so that rows can be counted.
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
                // Vertical lines stand about an axis; their em boxes begin and end where those of horizontal ones do.
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
