internal import Layouts
internal import Pages

/// The frame that a module's parts stand in: its legs, the headline's width over them, and a box round it.
struct ModuleForm {
    var legs: LegGrid
    var headlineWidth: Length
    var box: BoxStyle?
    /// Whether the legs are the page's columns.
    var isPlain = false

    /// On the page's columns.
    static func plain(_ grid: Grid, columns: Int) -> ModuleForm {
        ModuleForm(
            legs: LegGrid(grid, columns: columns), headlineWidth: grid.width(of: columns), isPlain: true)
    }

    /// One leg fewer than columns (破栏): longer lines, for a story that is to be looked at before others.
    static func wide(_ grid: Grid, columns: Int) -> ModuleForm {
        let width = grid.width(of: columns)
        return ModuleForm(legs: LegGrid(grid, count: columns - 1, left: .zero, width: width), headlineWidth: width)
    }

    /// Under a photo: the few words of a photo story in legs half as many as the columns, as a caption stands.
    static func caption(_ grid: Grid, columns: Int) -> ModuleForm {
        let width = grid.width(of: columns)
        return ModuleForm(
            legs: LegGrid(grid, count: max(1, columns / 2), left: .zero, width: width), headlineWidth: width)
    }

    /// In a frame or on a tint, one character in from its edges.
    static func boxed(_ grid: Grid, columns: Int, _ box: BoxStyle) -> ModuleForm {
        let inset = grid.bodySize
        let width = grid.width(of: columns) - 2 * inset
        return ModuleForm(
            legs: LegGrid(grid, count: columns, left: inset, width: width), headlineWidth: width, box: box)
    }

    /// What a variant says of its legs.
    var ownLegs: LegGrid? { isPlain ? nil : legs }
}

extension BoxStyle {
    /// Rows between the box's edge and what it holds, above and below.
    static let insetRows = 1
    /// What the program draws when it chooses the box itself (look.md: a frame of 0.5 pt).
    static let standard = BoxStyle(frame: true, tint: 0)
}
