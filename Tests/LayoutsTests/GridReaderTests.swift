import Layouts
import Pages
import TestSupport
import Testing

struct GridReaderTests {
    @Test("a page alone is a layout: measure and rows are what fits")
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

    @Test("without side margins the grid stands in the middle; one margin puts it there")
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

    @Test("a grid that the page cannot hold is told in numbers")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("too wide", "page: {size: A4}\ngrid: {columns: 4, measure: 17字, rows: 40}\n"),
            WrongLayout(
                "too wide between its margins",
                "page:\n  size: 对开\n  margins: {left: 25mm, right: 25mm}\ngrid:\n  columns: 6\n  measure: 17字\n  rows: 90\n"
            ),
            WrongLayout("too high", "page: {size: 对开}\ngrid:\n  rows: 120\n  leading: 13pt\n"),
            WrongLayout("both", "page: {size: 四开}\ngrid: {columns: 8, measure: 13, rows: 200}\n"),
            WrongLayout("no column at all", "grid: {columns: 0}\n"),
            WrongLayout("an unknown key", "grid: {colums: 6}\n"),
            WrongLayout(
                "margins that eat the page",
                "page: {size: A5, margins: {left: 90mm, right: 90mm}}\ngrid: {columns: 1}\n"),
            WrongLayout("a body higher than its rows", "grid: {leading: 8pt}\nstyles:\n  body: {size: 9pt}\n"),
        ])
        #expect(difference(report, fromGolden: "grid.txt") == nil)
    }

    @Test("a wrong grid is not blamed on the areas as well")
    func noEcho() {
        let wrong = WrongLayout(
            "", "page: {size: A4}\ngrid: {columns: 9, measure: 17, rows: 50}\nareas:\n  picture: |\n    1-99 | 1 1 2\n")
        #expect(wrong.said.contains("the grid is"))
        #expect(!wrong.said.contains("this line draws"))
    }
}
