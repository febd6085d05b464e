internal import Pages

extension Layout {
    /// Whether lines run from top to bottom.
    public var direction: LineDirection { grid.turn == nil ? .horizontal : .vertical }

    /// The layout of an area whose legs are not the page's columns: it says how many it has, its lines run another way
    /// than the page's, or its columns are not of the page's common measure. Nil for all others.
    ///
    /// The area is the whole grid of its own layout, with as many characters in a leg as it holds; what is over goes to
    /// the gutters. Where lines run the page's way they stand on the page's rows.
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
        // Lines that do not take all of the width stand in its middle.
        layout.grid.origin.y += (room.height - layout.grid.height) / 2
        layout.grid.turn = turn
        return layout
    }

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
