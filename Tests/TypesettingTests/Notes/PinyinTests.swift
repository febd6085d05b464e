import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.5.4: romanised annotations.
@Suite struct PinyinTests {
    private typealias Span = StyledText.Span
    private func width(_ run: GlyphRun) throws -> Double {
        let composed = try SampleTypesetter.make().line(
            StyledText(run.text, role: "hei"), style: SampleTypesetter.style())
        return composed.lines[0].width.points / 2
    }

    @Test func aSyllableStandsOverTheMiddleOfItsCharacter() throws {
        let line = try SampleTypesetter.horizontal([
            Span("说", role: "song"), Span("大", role: "song", ruby: Ruby("dà", role: "hei")), Span("事", role: "song"),
        ])
        let ruby = try #require(line.markRuns.first)
        #expect(ruby.text == "dà" && ruby.size.isClose(to: .pt(5)))
        #expect((ruby.origin.x.points + (try width(ruby)) / 2).isClose(to: 15, within: 0.05))
        // Above the em box, whose top is 8.8 points over the baseline.
        #expect(ruby.origin.y < .pt(-8.8))
        // A short syllable does not move the characters.
        #expect(line.places.map(\.x).isClose(to: [0, 10, 20]))
    }

    @Test func annotationsKeepAWordSpaceBetweenThem() throws {
        let line = try SampleTypesetter.horizontal([
            Span("窗床装", role: "song", ruby: Ruby("chuāng chuáng zhuāng", role: "hei"))
        ])
        let runs = line.markRuns
        #expect(runs.map(\.text) == ["chuāng", "chuáng", "zhuāng"])
        for (a, b) in zip(runs, runs.dropFirst()) {
            #expect(b.origin.x.points - a.origin.x.points - (try width(a)) >= 1.24)
        }
        let plain = try SampleTypesetter.horizontal([Span("窗床装", role: "song")])
        #expect(line.width > plain.width + .pt(5))
    }

    @Test func aLongSyllableReachesOverANeighbourWithoutOne() throws {
        let line = try SampleTypesetter.horizontal([
            Span("一", role: "song"), Span("床", role: "song", ruby: Ruby("chuáng", role: "hei")),
            Span("被", role: "song"),
        ])
        #expect(line.places.map(\.x).isClose(to: [0, 10, 20]))
        #expect(try width(line.markRuns[0]) > 11)
    }

    @Test func itStaysInsideTheLineAtItsStart() throws {
        let line = try SampleTypesetter.horizontal([
            Span("床", role: "song", ruby: Ruby("chuáng", role: "hei")), Span("前", role: "song"),
        ])
        #expect(line.markRuns[0].origin.x.points.isClose(to: 0))
        #expect(line.places[0].x.isClose(to: 0))
    }

    @Test func aWordWithOneAnnotationIsUnbreakable() throws {
        let text = StyledText([
            Span("我们的", role: "song"), Span("国家", role: "song", ruby: Ruby("guójiā", role: "hei")),
            Span("很大也很美", role: "song"),
        ])
        let composed = try (SampleTypesetter.make().paragraph(text, style: SampleTypesetter.style(), measure: .pt(40)))
        let line = try #require(composed.lines.first { $0.text.contains("国") })
        #expect(line.text.contains("国家"))
        #expect(line.markRuns.map(\.text) == ["guójiā"])
        // The same text without it breaks there.
        let plain = StyledText(text.text, role: "song")
        let control = try (SampleTypesetter.make().paragraph(plain, style: SampleTypesetter.style(), measure: .pt(40)))
        #expect(control.lines[0].text == "我们的国")
    }

    @Test func wordsAnnotatedOneByOneStandHalfAnEmApart() throws {
        let line = try SampleTypesetter.horizontal([
            Span("中国", role: "song", ruby: Ruby("Zhōngguó", role: "hei")),
            Span("人民", role: "song", ruby: Ruby("rénmín", role: "hei")),
        ])
        #expect(line.places.map(\.x).isClose(to: [0, 10, 25, 35]))
    }

    @Test func besideVerticalTextItIsRotated() throws {
        let line = try SampleTypesetter.vertical(StyledText([Span("大", role: "song", ruby: Ruby("dà", role: "hei"))]))
        #expect(line.markRuns[0].turn == .clockwise)
        #expect(line.markRuns[0].places.allSatisfy { $0.x > 5 })
    }
}
