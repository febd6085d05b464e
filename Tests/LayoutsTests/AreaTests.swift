import Layouts
import Pages
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

    @Test("a rule describes an area's story")
    func rules() throws {
        let read = try layout(
            Self.grid + """
                areas:
                  a: {columns: 1, rows: 1-9, story: {rank: 2-3, section: 副刊}}
                  b: {columns: 2, rows: 1-9, story: {photos: yes}}
                """)
        #expect(
            read.areas.map(\.story) == [
                .rule(StoryRule(ranks: 2...3, section: "副刊")), .rule(StoryRule(hasPhotos: true)),
            ])
    }

    @Test("an area may have its own legs and its own direction")
    func legs() throws {
        let read = try layout(
            Self.grid
                + "areas:\n  1: {columns: 1-3, rows: 1-20, legs: 2}\n  2: {columns: 1, rows: 22-50, direction: vertical}\n"
        )
        let wide = try #require(read.own(for: read.areas[0]))
        // Two legs over three columns of 16 and two gutters of 1.5 characters: 51 less one gutter, halved.
        #expect((wide.grid.columns, wide.grid.measure, wide.grid.rows) == (2, 24, 20))
        #expect(wide.grid.rect(GridRect(columns: 0..<2, rows: 0..<20)) == read.grid.rect(read.areas[0].cells))
        let upright = try #require(read.own(for: read.areas[1]))
        #expect(upright.direction == .vertical)
        #expect(upright.grid.columns == 1)
        let room = read.grid.pageRect(read.areas[1].cells)
        #expect(upright.grid.measure == Int(room.height / read.grid.bodySize))
        #expect(upright.grid.typeArea.width <= room.width)
        #expect(upright.grid.typeArea.midX.isClose(to: room.midX))
        #expect(read.own(for: try layout(Self.grid + "areas: {1: {columns: 1-2, rows: 1-9}}").areas[0]) == nil)
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
            areas("without a place", "1: {rank: 1}"),
            areas("columns without rows", "1: {columns: 1-2}"),
            areas("backwards", "1: {columns: 3-1, rows: 1-20}"),
            areas("from zero", "1: {columns: 0-1, rows: 1-20}"),
            areas("drawn and given", "picture: |", "  1-10 | 1 1 1", "1: {rows: 1-20}"),
            areas("one story twice", "1: {columns: 1, rows: 1-20}", "lead: {columns: 2, rows: 1-20, story: 1}"),
            areas("one letter twice", "picture: |", "  1-10 | A A A", "x: {letter: A}", "y: {letter: A}"),
            areas("story zero", "lead: {columns: 2, rows: 1-20, story: 0}"),
            areas("an empty rule", "lead: {columns: 2, rows: 1-20, story: {}}"),
            areas("a rule with an unknown key", "lead: {columns: 2, rows: 1-20, story: {ranks: 2}}"),
            areas("a rule with a wrong rank", "lead: {columns: 2, rows: 1-20, story: {rank: top}}"),
            areas("no legs", "1: {columns: 2, rows: 1-20, legs: 0}"),
            areas("a photo wider than the legs", "1: {columns: 1-3, rows: 1-30, legs: 2, photo: {columns: 3}}"),
            areas("an unknown direction", "1: {columns: 2, rows: 1-20, direction: down}"),
            areas("an unknown key", "1: {columns: 1, rows: 1-20, photos: {columns: 1}}"),
            areas("a photo wider than its area", "1: {columns: 1, rows: 1-20, photo: {columns: 2, rows: 30}}"),
            areas("an unknown side", "1: {columns: 1, rows: 1-20, photo: {columns: 1, side: top}}"),
            areas("a box of an unknown kind", "1: {columns: 1, rows: 1-20, box: {shadow: true}}"),
            areas("a tint that is not a percentage", "1: {columns: 1, rows: 1-20, box: {tint: 8}}"),
        ])
        #expect(difference(report, fromGolden: "areas.txt") == nil)
    }

    @Test("the makeup fits the areas")
    func makeup() {
        let report = WrongLayout.report([
            WrongLayout("by areas without areas", Self.grid + "makeup: areas\n"),
            WrongLayout("automatic with areas", Self.grid + "makeup: auto\nareas:\n  1: {columns: 1, rows: 1-9}\n"),
            WrongLayout("an unknown makeup", Self.grid + "makeup: manual\n"),
        ])
        #expect(difference(report, fromGolden: "makeup.txt") == nil)
    }
}
