internal import Pages

extension Layout {
    /// The direction of the page's lines.
    public var direction: LineDirection { grid.turn == nil ? .horizontal : .vertical }

    /// The layout inside an area whose legs are not the page's columns; nil for all other areas.
    ///
    /// Such an area has a number of legs of its own, lines in another direction than the page's, or columns that do not have
    /// the page's common measure. The area is the whole grid of its layout. Legs have as many whole characters as fit, and
    /// the gutters take the rest. Lines in the page's direction stand on the page's rows.
    public func own(for area: Area) -> Layout? {
        let turns = area.direction.map { $0 != direction } ?? false
        guard turns || area.legs != nil || !grid.isCommon(area.cells.columns) else { return nil }
        var layout = self
        let count = area.legs ?? (turns ? 1 : area.cells.columns.count)
        guard turns else {
            layout.grid = legs(count, over: grid.rect(area.cells), rows: area.cells.rows.count)
            layout.grid.turn = grid.turn
            return layout
        }
        let upright = grid.pageRect(area.cells)
        let turn = direction == .horizontal ? PageTurn(width: page.trim.width) : nil
        let room = turn?.lying(upright) ?? upright
        layout.grid = legs(count, over: room, rows: Int(((room.height + .tolerance) / grid.leading).rounded(.down)))
        // Lines that do not fill the width stand in its middle.
        layout.grid.origin.y += (room.height - layout.grid.height) / 2
        layout.grid.turn = turn
        return layout
    }

    /// A grid of legs over a rectangle.
    private func legs(_ count: Int, over room: Rect, rows: Int) -> Grid {
        let gutters = grid.gutter * Double(count - 1)
        let measure = max(1, Int(((room.width - gutters + .tolerance) / grid.bodySize / Double(count)).rounded(.down)))
        let width = grid.bodySize * Double(measure * count)
        return Grid(
            origin: Point(x: room.x, y: room.y), columns: count, measure: measure, bodySize: grid.bodySize,
            gutter: count > 1 ? (room.width - width) / Double(count - 1) : grid.gutter, leading: grid.leading,
            rows: max(1, rows))
    }
}
