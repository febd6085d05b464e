import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.3.1: emphasis dots.
@Suite struct EmphasisDotTests {
    private let spans = [
        StyledText.Span("事情", role: "song"), .init("绝不，能", role: "song", emphasis: true),
        .init("忘", role: "song"),
    ]

    @Test func charactersHaveDotsAndMarksHaveNone() throws {
        let line = try SampleTypesetter.horizontal(spans)
        let dots = try #require(line.markRuns.first)
        #expect(line.markRuns.count == 1)
        // A disc of 0.16 em: its middle, half its width from its left edge, is under the character's middle.
        #expect(dots.glyphs.count == 3)
        let middles = dots.places.map { $0.x + dots.size.points * 0.5 }
        #expect(middles.isClose(to: [25, 35, 55], within: 0.1))
        #expect(dots.places.allSatisfy { $0.y > 1.2 && $0.y < 5 })
        #expect(dots.text.isEmpty)
        #expect(line.text == "事情绝不，能忘")
    }

    @Test func verticalTextHasThemOnTheRight() throws {
        let line = try SampleTypesetter.vertical(StyledText(spans))
        let dots = try #require(line.markRuns.first)
        #expect(dots.glyphs.count == 3)
        #expect(dots.places.allSatisfy { $0.x > 5 && $0.x < 7 })
        let middles = dots.places.map { $0.y - dots.size.points * 0.38 }
        #expect(middles.isClose(to: [25, 35, 55], within: 0.1))
    }

    @Test func textWithoutEmphasisHasNone() throws {
        let plain = spans.map { StyledText.Span($0.text, role: $0.role) }
        #expect(try SampleTypesetter.horizontal(plain).marks.isEmpty)
    }

    @Test func dotsMoveWithTheirLine() throws {
        let line = try SampleTypesetter.horizontal(spans)
        let moved = line.moved(x: .pt(7), y: .pt(3))
        #expect(moved.markRuns[0].origin == line.markRuns[0].origin.moved(x: .pt(7), y: .pt(3)))
    }
}
