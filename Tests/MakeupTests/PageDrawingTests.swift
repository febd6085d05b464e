import Layouts
import Testing

@testable import Makeup

/// Dummies drawn in text.
struct PageDrawingTests {
    private func entry(_ columns: Range<Int>, _ rows: Range<Int>, _ step: LegStep? = nil) -> PageDummy.Entry {
        PageDummy.Entry(id: "s", title: "", cells: GridRect(columns: columns, rows: rows), step: step)
    }

    @Test func storiesAreDrawnInTheirCellsByNumber() {
        let drawing = PageDrawing([entry(2..<3, 0..<10), entry(0..<2, 4..<10), entry(0..<3, 11..<20)])
        #expect(
            drawing.lines == [
                "1-4   | · · 1",
                "5-10  | 2 2 1",
                "12-20 | 3 3 3",
            ])
    }

    @Test("legs that end above the others leave their cells to the story under them")
    func steppedStoriesAreDrawnWithTheirStep() {
        let step = LegStep(columns: 1, isAtLeft: true, rows: 6)
        #expect(
            PageDrawing([entry(0..<2, 0..<12, step), entry(0..<1, 7..<20), entry(1..<2, 13..<20)]).lines == [
                "1-6   | 1 1",
                "8-12  | 2 1",
                "14-20 | 2 3",
            ])
    }

    @Test("more than one white row is drawn, however many stories are above each other")
    func holesAreDots() {
        let stories = (0..<10).map { entry(0..<1, $0 * 4..<$0 * 4 + 3) } + [entry(1..<2, 30..<39)]
        let lines = PageDrawing(stories).lines
        #expect(lines.first == "1-3   | 1  ·")
        #expect(lines.last == "37-39 | 10 11")
    }
}
