import Layouts
import Pages
import Testing

@testable import Typesetting

/// A text in several spans.
struct ShapedSpanTests {
    private func shaped(_ spans: [String], vertical: VerticalOptions? = nil) throws -> ShapedText {
        let typesetter = try SampleTypesetter.make()
        return typesetter.shaper.shape(
            StyledText(spans.map { StyledText.Span($0, role: "song") }), language: "zh-Hans", halfWidthFigures: true,
            vertical: vertical)
    }

    /// Pango gets only a window of a long text. Features, such as half-width figures, have to be at their places in it.
    @Test(arguments: [1, 21, 22, 23, 400]) func spansAreShapedAlikeAfterAnyText(_ length: Int) throws {
        for vertical in [nil, VerticalOptions()] {
            for text in ["2023年12.5亿元", "“晨雾”——GDP 8%", "é\u{301}שלום。", "（上）"] {
                let alone = try shaped([text], vertical: vertical)
                let before = String(repeating: "江", count: length)
                let after = try shaped([before, text, "边"], vertical: vertical)
                let cells = after.cells.filter { $0.span == 1 }
                #expect(cells.map(\.scalar) == alone.cells.map(\.scalar))
                #expect(cells.map(\.width) == alone.cells.map(\.width))
                #expect(cells.map { $0.utf8.lowerBound - before.utf8.count } == alone.cells.map(\.utf8.lowerBound))
                #expect(
                    cells.map { after.glyphs[$0.glyphs].map(\.id) }
                        == alone.cells.map { alone.glyphs[$0.glyphs].map(\.id) })
            }
        }
    }

    /// Pango ends the program at a zero character.
    @Test func zeroCharactersAreLeftOut() throws {
        let shaped = try shaped(["江\0", "\0", "边\0晨"])
        #expect(shaped.text == "江边晨")
        #expect(shaped.cells.map(\.scalar) == ["江", "边", "晨"])
        let typesetter = try SampleTypesetter.make()
        let style = SampleTypesetter.style()
        let ruby = StyledText([.init("江", role: "song", ruby: Ruby("ji\0āng"))])
        #expect(typesetter.paragraph(ruby, style: style, measure: .pt(100)).lines.count == 1)
        #expect(typesetter.headlineText("江\0\n边", role: "hei").shaped.text == "江 边")
        #expect(typesetter.shaper.standaloneGlyph("\0", role: "song") == nil)
    }
}
