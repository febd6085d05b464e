import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.6.1, 5.5.3: lines keep the same distance, which has to leave room for what stands between them.
@Suite struct LineRoomTests {
    private func needed(_ span: StyledText.Span, _ axis: LineAxis, leading: Double) -> Double? {
        StyledText([span]).neededLeading(in: SampleTypesetter.style(leading: leading), along: axis)?.points
    }

    @Test func halfAnEmForOneSide() {
        let dots = StyledText.Span("好", role: "song", emphasis: true)
        #expect(needed(dots, .horizontal, leading: 14) == 15)
        #expect(needed(dots, .horizontal, leading: 15) == nil)
        #expect(needed(StyledText.Span("好", role: "song"), .horizontal, leading: 10) == nil)
    }

    @Test func fiveEighthsForBothSidesOfVerticalText() {
        let both = StyledText.Span("好", role: "song", emphasis: true, line: .name)
        #expect(needed(both, .vertical, leading: 16) == 16.25)
        #expect(needed(both, .horizontal, leading: 14) == 15)
    }

    @Test func rubyTakesItsOwnSize() throws {
        let pinyin = StyledText.Span("好", role: "song", ruby: Ruby("hǎo"))
        #expect(try #require(needed(pinyin, .horizontal, leading: 13)) > 15)
        let zhuyin = StyledText.Span("好", role: "song", ruby: Ruby("ㄏㄠˇ", kind: .zhuyin))
        #expect(needed(zhuyin, .vertical, leading: 13) == 15)
        #expect(needed(zhuyin, .horizontal, leading: 13) == nil)
    }

    @Test func aParagraphTellsItsNeededLeading() throws {
        let text = StyledText([.init("好", role: "song", emphasis: true)])
        let typesetter = try SampleTypesetter.make()
        #expect(
            typesetter.paragraph(text, style: SampleTypesetter.style(leading: 13), measure: .pt(50)).neededLeading
                == .pt(15))
        #expect(
            typesetter.paragraph(text, style: SampleTypesetter.style(leading: 15), measure: .pt(50)).neededLeading
                == nil)
    }
}
