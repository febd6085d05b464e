import Copy
import Pages
import Testing
import Typesetting

@testable import Makeup

/// A paragraph's marks and line breaks in the galley.
struct StoryMarksTests {
    private func galley(_ paragraph: Paragraph) throws -> Galley {
        let page = try SamplePage()
        return page.story(body: [.paragraph(paragraph)]).body.best
    }

    @Test func emphasisPrintsADotAtEachOfItsCharacters() throws {
        let text = "卖不完就烂在地里"
        let marked = try galley(Paragraph(text, marks: [.init(.emphasis, 1..<3)], place: SamplePage.place))
        let dots = marked.lines.flatMap(\.lines).flatMap(\.marks).compactMap { item -> GlyphRun? in
            if case .text(let run) = item { run } else { nil }
        }
        #expect(dots.map(\.glyphs.count).reduce(0, +) == 2)
        #expect(marked.lines.flatMap(\.lines).map(\.text).joined() == text)
    }

    @Test func stanzasAreSeparatedByAWhiteLine() throws {
        let page = try SamplePage()
        func verse(_ text: String) -> Block { .paragraph(Paragraph(text, place: SamplePage.place)) }
        let lines = page.story(body: [verse("一行\n两行"), verse("三行\n四行"), verse("散文")]).body.best.lines
        #expect(lines.map { $0.lines.map(\.text).joined() } == ["一行", "两行", "", "三行", "四行", "散文"])
    }

    @Test func versesKeepTheirLines() throws {
        let paragraph = Paragraph(
            "清晨六点半\n合作社里亮了灯\n桃子上了路", marks: [.init(.emphasis, 6..<9)], place: SamplePage.place)
        let lines = try galley(paragraph).lines
        #expect(lines.map { $0.lines.map(\.text).joined() } == ["清晨六点半", "合作社里亮了灯", "桃子上了路"])
        #expect(lines.map(\.isFirst) == [true, false, false])
        #expect(lines.map(\.isLast) == [false, false, true])
        #expect(Set(lines.map(\.block)) == [0])
        #expect(lines.map { $0.lines.flatMap(\.marks).isEmpty } == [true, false, true])
    }
}
