import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.1.1: the frame round the name of a person who has died.
@Suite struct MourningFrameTests {
    private typealias Span = StyledText.Span

    private func boxes(_ line: ComposedLine) -> [Box] {
        line.marks.compactMap { if case .box(let box) = $0 { box } else { nil } }
    }

    @Test func itSurroundsOnlyTheName() throws {
        let line = try SampleTypesetter.horizontal([
            Span("悼", role: "song"), Span("王小二", role: "song", line: .frame), Span("君", role: "song"),
        ])
        let frame = try #require(boxes(line).first)
        #expect(boxes(line).count == 1)
        #expect(line.markRules.isEmpty)
        // The name takes 10 to 40 pt of the line; the frame is only slightly longer.
        #expect(frame.rect.x < .pt(10) && frame.rect.x > .pt(9))
        #expect(frame.rect.maxX > .pt(40) && frame.rect.maxX < .pt(41))
        // The em box reaches from 8.8 pt over the baseline to 1.2 pt under it.
        #expect(frame.rect.y < .pt(-8.8) && frame.rect.maxY > .pt(1.2))
        #expect(frame.frame != nil && frame.fill == nil)
    }

    @Test func aVerticalNameHasItsFrameToo() throws {
        let line = try SampleTypesetter.vertical(
            StyledText([Span("悼", role: "song"), Span("王小二", role: "song", line: .frame)]))
        let frame = try #require(boxes(line).first)
        #expect(frame.rect.height > .pt(30) && frame.rect.height < .pt(31))
        #expect(frame.rect.width > .pt(10) && frame.rect.x < .pt(-5))
    }

    @Test func otherTextHasNone() throws {
        #expect(boxes(try SampleTypesetter.horizontal([Span("王小二", role: "song", line: .name)])).isEmpty)
    }
}
