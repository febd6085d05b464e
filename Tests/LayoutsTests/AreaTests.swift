import Layouts
import TestSupport
import Testing

struct AreaTests {
    private static let grid = "page: {size: A4}\ngrid: {columns: 3, measure: 16, rows: 50}\n"

    @Test("an area takes the story of its number, the one it names, or the next")
    func stories() throws {
        let read = try layout(
            Self.grid + """
                areas:
                  picture: |
                    1-10  | A A 2
                    12-20 | C D E
                  A: {story: 1, rank: 1, photo: {columns: 2, rows: 5, side: left}, box: {frame: true, tint: 8%}}
                  feature: {letter: C, story: sports-day}
                  D:
                  E: {story: next}
                  foot: {columns: 1-3, rows: 30-50}
                """)
        #expect(read.areas.map(\.name) == ["A", "2", "feature", "D", "E", "foot"])
        #expect(read.areas.map(\.story) == [.number(1), .number(2), .id("sports-day"), .next, .next, .next])
        #expect(read.areas[0].rank == 1)
        #expect(read.areas[0].photo == PhotoWish(columns: 2, rows: 5, side: .left))
        #expect(read.areas[0].box == BoxStyle(frame: true, tint: 0.08))
        #expect(read.areas[5].cells == GridRect(columns: 0..<3, rows: 29..<50))
        #expect(read.makeup == .areas)
    }

    @Test("wrong areas")
    func wrong() {
        func areas(_ fault: String, _ lines: String...) -> WrongLayout {
            WrongLayout(fault, Self.grid + "areas:\n" + lines.map { "  \($0)\n" }.joined())
        }
        let report = WrongLayout.report([
            areas("off the grid", "1: {columns: 2-4, rows: 1-60}"),
            areas("overlapping", "1: {columns: 1-2, rows: 1-20}", "2: {columns: 2-3, rows: 20-30}"),
            areas("overlapping the picture", "picture: |", "  1-10 | 1 1 2", "3: {columns: 3, rows: 5-20}"),
            areas("nowhere", "1: {rank: 1}"),
            areas("columns without rows", "1: {columns: 1-2}"),
            areas("backwards", "1: {columns: 3-1, rows: 1-20}"),
            areas("from nought", "1: {columns: 0-1, rows: 1-20}"),
            areas("drawn and given", "picture: |", "  1-10 | 1 1 1", "1: {rows: 1-20}"),
            areas("one story twice", "1: {columns: 1, rows: 1-20}", "lead: {columns: 2, rows: 1-20, story: 1}"),
            areas("one letter twice", "picture: |", "  1-10 | A A A", "x: {letter: A}", "y: {letter: A}"),
            areas("story nought", "lead: {columns: 2, rows: 1-20, story: 0}"),
            areas("an unknown key", "1: {columns: 1, rows: 1-20, photos: {columns: 1}}"),
            areas("a photo wider than its area", "1: {columns: 1, rows: 1-20, photo: {columns: 2, rows: 30}}"),
            areas("a side that is none", "1: {columns: 1, rows: 1-20, photo: {columns: 1, side: top}}"),
            areas("a box of an unknown kind", "1: {columns: 1, rows: 1-20, box: {shadow: true}}"),
            areas("a tint that is no share", "1: {columns: 1, rows: 1-20, box: {tint: 8}}"),
        ])
        #expect(difference(report, fromGolden: "areas.txt") == nil)
    }

    @Test("the makeup and the areas agree")
    func makeup() {
        let report = WrongLayout.report([
            WrongLayout("by areas without areas", Self.grid + "makeup: areas\n"),
            WrongLayout("automatic with areas", Self.grid + "makeup: auto\nareas:\n  1: {columns: 1, rows: 1-9}\n"),
            WrongLayout("no such makeup", Self.grid + "makeup: manual\n"),
        ])
        #expect(difference(report, fromGolden: "makeup.txt") == nil)
    }
}
