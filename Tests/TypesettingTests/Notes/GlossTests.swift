import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.5.6, 5.5.7: glosses in another language, and remarks between the lines.
@Suite struct GlossTests {
    private typealias Span = StyledText.Span

    @Test func aShortWesternGlossIsCentred() throws {
        let line = try SampleTypesetter.horizontal([
            Span("由", role: "song"), Span("欧佩克", role: "song", ruby: Ruby("OPEC", kind: .gloss)),
            Span("说", role: "song"),
        ])
        let gloss = line.markRuns[0]
        let end = gloss.places.last!.x + 5 * 0.65
        #expect(((gloss.places[0].x + end) / 2).isClose(to: 25, within: 0.6))
        #expect(line.places.map(\.x).isClose(to: [0, 10, 20, 30, 40]))
    }

    @Test func aLongGlossOpensItsText() throws {
        let line = try SampleTypesetter.horizontal([
            Span("人工智能", role: "song", ruby: Ruby("artificial general intelligence", kind: .gloss))
        ])
        let gaps = zip(line.places, line.places.dropFirst()).map { $1.x - $0.x }
        #expect(gaps[0] > 10.5)
        #expect(gaps.isClose(to: [gaps[0], gaps[0], gaps[0]]))
    }

    @Test func aShortHanGlossIsOpened() throws {
        let line = try SampleTypesetter.vertical(
            StyledText([Span("ABCD", role: "song", ruby: Ruby("欧佩克", kind: .gloss))]))
        // Three characters of 5 points over 40 points: a pitch of 40/3.
        let y = line.markRuns[0].places.map(\.y)
        #expect((y[1] - y[0]).isClose(to: 40.0 / 3))
        #expect((y[2] - y[1]).isClose(to: 40.0 / 3))
    }

    @Test func remarksAreOnTheOtherSideAndBeginWithTheText() throws {
        let spans = [
            Span("此", role: "song"), Span("句", role: "song", ruby: Ruby("妙极", kind: .comment)),
            Span("也可以的", role: "song"),
        ]
        let across = try SampleTypesetter.horizontal(spans).markRuns[0]
        #expect(across.places[0].x.isClose(to: 10) && across.places[0].y > 1.2)
        let down = try SampleTypesetter.vertical(StyledText(spans)).markRuns[0]
        #expect(down.places.allSatisfy { $0.x < -5 } && down.places[0].y.isClose(to: 10 + 4.4))
    }
}
