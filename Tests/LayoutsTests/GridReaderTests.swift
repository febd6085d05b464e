import Foundation
import Layouts
import Pages
import TestSupport
import Testing

struct GridReaderTests {
    @Test("a page alone is a layout: measure and rows are the most that fit")
    func fits() throws {
        let read = try layout(
            "page: {size: A4, margins: {top: 15mm, bottom: 15mm, left: 15mm, right: 15mm}}\ngrid: {columns: 3}\n")
        // 180 mm less two gutters of 13.5 pt, in three: 16.8 characters of 9 pt. 267 mm: 58.2 rows of 13 pt.
        #expect(read.grid.measure == 17 || read.grid.measure == 16)
        #expect(read.grid.width <= .mm(180))
        #expect(read.grid.width + .pt(27) > .mm(180), "one character more a column would not fit")
        #expect(read.grid.rows == 58)
        #expect(read.makeup == .auto)
    }

    @Test("without side margins the grid is centred; with one margin it begins there")
    func places() throws {
        let grid = "grid: {columns: 2, measure: 20, rows: 40}\n"
        let centred = try layout("page: {size: A4}\n" + grid).page.margins
        #expect(centred.left.isClose(to: centred.right))
        #expect(centred.top.isClose(to: centred.bottom))
        let left = try layout("page: {size: A4, margins: {left: 12mm, right: 10mm}}\n" + grid).page.margins
        #expect(left.left.isClose(to: .mm(12)))
        let right = try layout("page: {size: A4, margins: {right: 12mm}}\n" + grid).page.margins
        #expect(right.right.isClose(to: .mm(12)))
    }

    @Test("columns may have a measure each")
    func unequal() throws {
        let read = try layout(
            "page: {size: A4}\ngrid: {measure: [12字, 20, 20], gutter: 1字, rows: 50}\nareas: {1: {columns: 1, rows: 1-50}}\n"
        )
        let grid = read.grid
        #expect((grid.columns, grid.measure) == (3, 20))
        #expect(grid.width.isClose(to: .pt(9 * 54)))
        #expect((grid.x(ofColumn: 1) - grid.x(ofColumn: 0)).isClose(to: .pt(9 * 13)))
        #expect(grid.rect(GridRect(columns: 0..<2, rows: 0..<1)).width.isClose(to: .pt(9 * 33)))
        // A story in the narrow column is set to its measure.
        #expect(read.own(for: read.areas[0])?.grid.measure == 12)
    }

    @Test("the planner places stories round areas that fill the different columns")
    func unequalMixed() throws {
        let grid = "page: {size: A4}\ngrid: {measure: [12, 20, 20], gutter: 1字, rows: 50}\n"
        let mixed = grid + "makeup: mixed\nareas: {1: {columns: 1, rows: 1-50}}\n"
        #expect(try layout(mixed).makeup == .mixed)
        #expect(WrongLayout("", grid + "makeup: auto\n").output.contains("only where columns are alike"))
        #expect(
            WrongLayout("", mixed.replacingOccurrences(of: "1-50", with: "1-40")).output
                .contains("only where columns are alike"))
    }

    @Test("a grid of vertical lines lies on its side")
    func vertical() throws {
        let read = try layout(
            "page: {size: A4, margins: {top: 20mm, right: 15mm}}\ngrid: {direction: vertical, columns: 4, measure: 20, rows: 36}\n"
        )
        let grid = read.grid
        #expect(read.direction == .vertical)
        #expect(read.page.margins.top.isClose(to: .mm(20)))
        #expect(read.page.margins.right.isClose(to: .mm(15)))
        // Bands run from the top of the page, lines from its right.
        let first = grid.pageRect(GridRect(columns: 0..<1, rows: 0..<1))
        #expect(first.y.isClose(to: .mm(20)))
        #expect(first.maxX.isClose(to: .mm(195)))
        #expect(first.height.isClose(to: .pt(180)))
        #expect(first.width.isClose(to: grid.leading))
        #expect(grid.typeArea.width.isClose(to: grid.leading * 36.0))
    }

    @Test("a grid that does not fit the page is reported in numbers")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("too wide", "page: {size: A4}\ngrid: {columns: 4, measure: 17字, rows: 40}\n"),
            WrongLayout(
                "too wide between its margins",
                "page:\n  size: 对开\n  margins: {left: 25mm, right: 25mm}\ngrid:\n  columns: 6\n  measure: 17字\n  rows: 90\n"
            ),
            WrongLayout("too high", "page: {size: 对开}\ngrid:\n  rows: 120\n  leading: 13pt\n"),
            WrongLayout("both", "page: {size: 四开}\ngrid: {columns: 8, measure: 13, rows: 200}\n"),
            WrongLayout(
                "too high for its bands", "page: {size: A4}\ngrid: {direction: vertical, columns: 5, measure: 30}\n"),
            WrongLayout(
                "too many lines", "page: {size: A4}\ngrid: {direction: vertical, columns: 3, measure: 20, rows: 60}\n"),
            WrongLayout("unequal and too wide", "page: {size: A4}\ngrid: {measure: [12, 30, 30], rows: 40}\n"),
            WrongLayout("a measure too few", "page: {size: A4}\ngrid: {columns: 3, measure: [17, 13], rows: 40}\n"),
            WrongLayout("a wrong measure", "page: {size: A4}\ngrid: {measure: [17, wide, 13], rows: 40}\n"),
            WrongLayout(
                "unequal columns left to the program", "page: {size: A4}\ngrid: {measure: [12, 20, 20], rows: 40}\n"),
            WrongLayout("an unknown direction", "grid: {direction: diagonal}\n"),
            WrongLayout("no column at all", "grid: {columns: 0}\n"),
            WrongLayout("an unknown key", "grid: {colums: 6}\n"),
            WrongLayout(
                "margins that leave no page",
                "page: {size: A5, margins: {left: 90mm, right: 90mm}}\ngrid: {columns: 1}\n"),
            WrongLayout("a body higher than its rows", "grid: {leading: 8pt}\nstyles:\n  body: {size: 9pt}\n"),
        ])
        #expect(difference(report, fromGolden: "grid.txt") == nil)
    }

    @Test("a wrong grid causes no errors of areas")
    func noEcho() {
        let wrong = WrongLayout(
            "", "page: {size: A4}\ngrid: {columns: 9, measure: 17, rows: 50}\nareas:\n  picture: |\n    1-99 | 1 1 2\n")
        #expect(wrong.output.contains("the grid is"))
        #expect(!wrong.output.contains("this line draws"))
    }
}
