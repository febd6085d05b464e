import Layouts
import Pages
import Testing

@testable import Typesetting

/// CLREQ 6.2.1: indents, hanging indents, single lines; and lines of different widths beside a picture.
struct IndentAndAlignmentTests {
    private let text = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    private let typesetter = Typesetter(fonts: SampleFonts.book(), language: "zh-Hans")

    private func starts(_ style: TextStyle) -> [Double] {
        typesetter.paragraph(StyledText(text, role: "song"), style: style, measure: .pt(100)).lines.map {
            $0.runs[0].origin.x.points
        }
    }

    @Test func indents() {
        #expect(starts(.sample).allSatisfy { $0 == 0 })
        #expect(starts(.sample.with { $0.indent = 2 }).map { $0.rounded() } == [20, 0, 0, 0])
        #expect(starts(.sample.with { $0.hangingIndent = 2 }).map { $0.rounded() } == [0, 20, 20, 20])
    }

    /// Every line fills its own space: five characters beside the picture, then the whole column.
    @Test func lineByLine() {
        let narrow = LineSpace(start: .pt(50), width: .pt(50))
        let composed = typesetter.paragraph(
            StyledText(text, role: "song"), style: .sample, spaces: [narrow, narrow, LineSpace(width: .pt(100))])
        #expect(composed.lines.map(\.text.count) == [5, 5, 10, 10])
        #expect(composed.lines.map { $0.runs[0].origin.x.points } == [50, 50, 0, 0])
    }

    @Test(arguments: [(TextStyle.Alignment.left, 0.0), (.center, 35), (.right, 70), (.spread, 0)])
    func singleLine(align: TextStyle.Alignment, x: Double) {
        let composed = typesetter.line(
            StyledText("一二三", role: "song"), style: .sample.with { $0.align = align }, within: .pt(100))
        #expect(abs(composed.lines[0].runs[0].origin.x.points - x) < 0.01)
        let last = composed.lines[0].runs[0].glyphs[2].x
        #expect(abs(last - (align == .spread ? 90 : 20)) < 0.01)
    }

    /// Ragged lines are not opened.
    @Test func ragged() {
        let text = StyledText("一二三四五六七八九WWWWWWWW", role: "song")
        #expect(
            typesetter.paragraph(text, style: .sample.with { $0.align = .left }, measure: .pt(100)).lines[0].opening
                == 0)
        #expect(typesetter.paragraph(text, style: .sample, measure: .pt(100)).lines[0].opening > 0)
    }
}
