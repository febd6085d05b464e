import Layouts
import Pages
import TestSupport
import Testing

struct HeadlineReaderTests {
    @Test("without headlines there are five ranks, smaller on smaller pages")
    func standard() throws {
        let broadsheet = try layout("page: {size: broadsheet}\n").ladder
        #expect(broadsheet.map { $0.sizes[0] } == [.pt(54), .pt(36), .pt(28), .pt(21), .pt(14)])
        let tabloid = try layout("page: {size: tabloid}\n").ladder
        #expect(tabloid[0].sizes[0] == .pt(43))
    }

    @Test("a rank's keys replace the defaults; ranks beyond the last one use the last")
    func own() throws {
        let read = try layout(
            """
            grid: {leading: 13pt}
            headlines:
              1: {font: song-heavy, sizes: [60pt, 50pt], align: left, above: 2, deck: {size: 24pt}}
              2: {sizes: 30pt, lines: 1, kicker: {font: hei, leading: 1行}}
            """)
        #expect(read.ladder.count == 2)
        #expect(read.headline(rank: 7) == read.ladder[1])
        #expect(read.ladder[0].title.role == "song-heavy")
        #expect(read.ladder[0].title.size == .pt(60))
        #expect(read.ladder[0].title.leading.isClose(to: .pt(69)))
        #expect(read.ladder[0].title.align == .left)
        #expect(read.ladder[0].rowsAbove == 2)
        #expect(read.ladder[0].deck.leading.isClose(to: .pt(31.2)))
        #expect(read.ladder[1].sizes == [.pt(30)])
        #expect(read.ladder[1].maxLines == 1)
        #expect(read.ladder[1].kicker.leading == .pt(13))
    }

    @Test("wrong headlines")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("ranks that increase", "headlines:\n  1: {sizes: [40pt, 36pt]}\n  2: {sizes: [44pt, 30pt]}\n"),
            WrongLayout("sizes that increase", "headlines:\n  1: {sizes: [44pt, 46pt, 54pt]}\n"),
            WrongLayout("a gap", "headlines:\n  1: {sizes: 40pt}\n  3: {sizes: 20pt}\n"),
            WrongLayout("a rank that is not a number", "headlines:\n  lead: {sizes: 40pt}\n"),
            WrongLayout("an unknown key", "headlines:\n  1: {sizes: 40pt, subtitle: {size: 20pt}}\n"),
            WrongLayout("an unknown key of the deck", "headlines:\n  1: {deck: {sise: 20pt}}\n"),
            WrongLayout("a size without a unit", "headlines:\n  1: {sizes: [54, 50pt]}\n"),
            WrongLayout("too many lines", "headlines:\n  1: {lines: 9}\n"),
        ])
        #expect(difference(report, fromGolden: "headlines.txt") == nil)
    }
}
