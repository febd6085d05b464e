import Layouts
import Pages
import Testing

@testable import Typesetting

/// CLREQ 2.1.1, 2.1.2: lines from top to bottom, the next one at the left.
@Suite struct VerticalLineTests {
    @Test func charactersStandOneBelowTheOtherAboutTheAxis() throws {
        let line = try SampleTypesetter.vertical("国家大事")
        #expect(line.places.map(\.x) == [-5, -5, -5, -5])
        #expect(line.places.map(\.y).isClose(to: [8.8, 18.8, 28.8, 38.8]))
        #expect(line.width.isClose(to: .pt(40)))
        let level = try SampleTypesetter.horizontal([.init("国家大事", role: "song")])
        #expect(level.places.map(\.x).isClose(to: [0, 10, 20, 30]))
    }

    @Test func paragraphsAreComposedByTheSameRules() throws {
        // The pause mark may not begin the second line (CLREQ 6.1.1): it takes half an em at the foot of the first.
        let text = StyledText("春眠不觉晓，处处闻啼鸟，夜来风雨声，花落知多少。", role: "song")
        let typesetter = try SampleTypesetter.make()
        let down = (typesetter.verticalParagraph(text, style: SampleTypesetter.style(), measure: .pt(60)))
        let across = (typesetter.paragraph(text, style: SampleTypesetter.style(), measure: .pt(60)))
        #expect(down.lines.map(\.text) == across.lines.map(\.text))
        for (a, b) in zip(down.lines, across.lines) { #expect(a.width.isClose(to: b.width)) }
        #expect(down.lines.count == 4)
    }

    @Test func firstLineIsIndentedFromTheTop() throws {
        let style = SampleTypesetter.style(indent: 2)
        let paragraph = try
            (SampleTypesetter.make().verticalParagraph(
                StyledText("国家大事", role: "song"), style: style, measure: .pt(100)))
        #expect(paragraph.lines[0].places.map(\.y).isClose(to: [28.8, 38.8, 48.8, 58.8]))
    }

    @Test func linesGoFromRightToLeft() throws {
        let rect = Rect(x: .pt(100), y: .pt(50), width: .pt(60), height: .pt(40))
        let galley = try SampleTypesetter.make().verticalGalley(
            [StyledText("甲乙丙丁戊己庚辛", role: "song")], style: SampleTypesetter.style(), measure: rect.height)
        let band = galley.band(from: 0, in: rect, size: .pt(10))
        #expect(band.map(\.line.text) == ["甲乙丙丁", "戊己庚辛"])
        // The first em boxes touch the right edge; the next axis is one leading, 16 points, to the left.
        #expect(band.map { $0.line.places[0].x }.isClose(to: [150, 134]))
        #expect(band.map { $0.line.places[0].y }.isClose(to: [58.8, 58.8]))
    }
}

extension [Double] {
    /// Whether all numbers are equal within a tolerance.
    func isClose(to other: [Double], within tolerance: Double = 0.01) -> Bool {
        count == other.count && zip(self, other).allSatisfy { abs($0 - $1) <= tolerance }
    }
}
