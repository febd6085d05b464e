internal import Layouts
internal import Pages

extension Layout {
    /// What stands on the grid, as it stands on the page: turned upright where lines run from top to bottom.
    func upright(_ item: Item) -> Item { grid.turn?.upright(item) ?? item }
}
