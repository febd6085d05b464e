import Diagnostics
import Layouts
import TestSupport
import Testing

struct AreaPictureTests {
    private static let grid = "page: {size: A4}\ngrid: {columns: 3, measure: 16, rows: 50}\nareas:\n  picture: |\n"

    @Test("the picture gives the cells of every area, with the white rows inside it")
    func cells() throws {
        let read = try layout(
            Self.grid + """
                    1-10  | 1 1 2

                    12-20 | 1 1 3
                    22-50 | . 4 4
                """)
        #expect(read.areas.map(\.name) == ["1", "2", "3", "4"])
        #expect(read.areas[0].cells == GridRect(columns: 0..<2, rows: 0..<20))
        #expect(read.areas[2].cells == GridRect(columns: 2..<3, rows: 11..<20))
        #expect(read.areas[3].cells == GridRect(columns: 1..<3, rows: 21..<50))
        #expect(read.areas[3].place.line == 8)
        #expect(read.areas[3].place.column == 15)
    }

    @Test("wrong pictures")
    func wrong() {
        func picture(_ fault: String, _ lines: String..., more: String = "") -> WrongLayout {
            WrongLayout(fault, Self.grid + lines.map { "    \($0)\n" }.joined() + more)
        }
        let report = WrongLayout.report([
            picture("not a rectangle: narrower below", "1-10 | 1 1 2", "12-20 | 1 3 2"),
            picture("not a rectangle: twice in a line", "1-10 | 1 2 1"),
            picture("not a rectangle: apart", "1-10 | 1 1 2", "12-20 | 3 3 2", "22-30 | 1 1 2"),
            picture("a column too few", "1-10 | 1 1", "12-20 | 2 2 3"),
            picture("no rows", "1 1 2", "12-20 | 3 3 3"),
            picture("rows twice", "1-10 | 1 1 2", "10-20 | 3 3 3"),
            picture("off the grid", "1-10 | 1 1 2", "12-60 | 3 3 3"),
            picture("an unknown name", "1-10 | 1 led 2", more: "  lead: {letter: leed}\n"),
            picture("lines that are not aligned", "   1-10 | 1 1 2", "12-20 | 3 3 3"),
            WrongLayout("a picture in quotes", "areas:\n  picture: '1-10 | 1 1 1 1 1 1'\n"),
            WrongLayout("a picture that is a list", "areas:\n  picture: [a, b]\n"),
        ])
        #expect(difference(report, fromGolden: "picture.txt") == nil)
    }
}
