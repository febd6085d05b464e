internal import Layouts
internal import Pages

/// The form of a module: its legs, the width of the headline over them, and a box round them.
struct ModuleForm {
    var legs: LegGrid
    var headlineWidth: Length
    var box: BoxStyle?
    /// Whether the legs are the page's columns.
    var isPlain = false

    /// The form on the page's columns.
    static func plain(_ grid: Grid, columns: Int) -> ModuleForm {
        ModuleForm(
            legs: LegGrid(grid, columns: columns), headlineWidth: grid.width(of: columns), isPlain: true)
    }

    /// The form with one leg fewer than columns (破栏). Its longer lines make a story stand out.
    static func wide(_ grid: Grid, columns: Int) -> ModuleForm {
        let width = grid.width(of: columns)
        return ModuleForm(legs: LegGrid(grid, count: columns - 1, left: .zero, width: width), headlineWidth: width)
    }

    /// The form of a photo story: its few lines under the photo like a caption, in half as many legs as columns.
    static func caption(_ grid: Grid, columns: Int) -> ModuleForm {
        let width = grid.width(of: columns)
        return ModuleForm(
            legs: LegGrid(grid, count: max(1, columns / 2), left: .zero, width: width), headlineWidth: width)
    }

    /// The form in a frame or on a tint, one character inside the edges.
    static func boxed(_ grid: Grid, columns: Int, _ box: BoxStyle) -> ModuleForm {
        let inset = grid.bodySize
        let width = grid.width(of: columns) - 2 * inset
        return ModuleForm(
            legs: LegGrid(grid, count: columns, left: inset, width: width), headlineWidth: width, box: box)
    }

    /// The legs that a variant stores: nil when they are the page's columns.
    var ownLegs: LegGrid? { isPlain ? nil : legs }
}

extension BoxStyle {
    /// Rows between the box's edge and its contents, above and below.
    static let insetRows = 1
    /// The box that the program chooses itself: a frame of 0.5 pt.
    static let standard = BoxStyle(frame: true, tint: 0)
}
