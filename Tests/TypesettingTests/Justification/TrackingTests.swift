import Layouts
import Pages
import Testing

@testable import Typesetting

/// CLREQ 6.3.1: open setting, setting to a length, tight setting. Words keep their own spacing.
struct TrackingTests {
    private let typesetter = Typesetter(fonts: SampleFonts.book(), language: "zh-Hans")

    private func places(_ text: String, tracking: Double) -> [Double] {
        let style = TextStyle.sample.with { $0.tracking = tracking }
        let paragraph = typesetter.paragraph(StyledText(text, role: "song"), style: style, measure: .pt(400))
        return paragraph.lines[0].runs.flatMap { run in run.glyphs.map { run.origin.x.points + $0.x } }
    }

    @Test(arguments: [0.0, 0.5, 0.25, -0.1]) func opensAndTightens(tracking: Double) {
        let places = places("一二三", tracking: tracking)
        #expect(abs(places[2] - 20 * (1 + tracking)) < 0.01)
    }

    @Test func words() {
        let open = places("一AI三", tracking: 0.5), solid = places("一AI三", tracking: 0)
        #expect(abs((open[2] - open[1]) - (solid[2] - solid[1])) < 0.01)
    }

    /// Fewer characters fit a line that is set open.
    @Test func lines() {
        let text = StyledText("一二三四五六七八九十", role: "song")
        let open = typesetter.paragraph(text, style: .sample.with { $0.tracking = 0.25 }, measure: .pt(60))
        #expect(open.lines[0].text.count == 5)
        #expect(typesetter.paragraph(text, style: .sample, measure: .pt(60)).lines[0].text.count == 6)
    }
}
