import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.5.3: bopomofo at the right of the character.
@Suite struct ZhuyinTests {
    private typealias Span = StyledText.Span
    private func note(_ syllable: String) throws -> GlyphRun {
        let text = StyledText([Span("字", role: "song", ruby: Ruby(syllable, kind: .zhuyin))])
        return try #require(SampleTypesetter.vertical(text).markRuns.first)
    }

    @Test func symbolsTakeThreeTenthsInTheMiddle() throws {
        let run = try note("ㄍㄨㄥ")
        #expect(run.size.isClose(to: .pt(3)))
        // At the right of the em box; three symbols of 3 points about the middle, at 5 points.
        #expect(run.places.map(\.x).isClose(to: [5, 5, 5]))
        #expect(run.places.map(\.y).isClose(to: [0.5 + 2.64, 3.5 + 2.64, 6.5 + 2.64]))
        #expect(try note("ㄚ").places.map(\.y).isClose(to: [3.5 + 2.64]))
    }

    @Test func theToneIsAtTheUpperRightOfTheLastSymbol() throws {
        let run = try note("ㄓㄥˋ")
        let plain = try note("ㄓㄥ")
        #expect(Array(run.places.prefix(2)).map(\.y) == plain.places.map(\.y))
        let tone = try #require(SampleTypesetter.make().shaper.standaloneGlyph("ˋ", role: "song"))
        let middle = (
            x: run.places[2].x + tone.ink.midX * 3, y: run.places[2].y + tone.ink.midY * 3
        )
        // Its middle is at the last symbol's top, in the column behind the symbols, inside half an em.
        #expect(middle.x.isClose(to: 9) && middle.y.isClose(to: 5))
    }

    @Test func theNeutralToneIsOnTop() throws {
        let run = try note("˙ㄌㄜ")
        #expect(run.text == "˙ㄌㄜ")
        #expect(run.places[0].y < run.places[1].y)
        // A fifteenth of the character's height, with the symbols in the middle.
        let dot = 10.0 / 15
        let top = 5 - (6 + dot) / 2 + dot
        #expect(run.places[1].y.isClose(to: top + 2.64))
    }

    @Test func inHorizontalTextEveryCharacterKeepsHalfAnEmForIt() throws {
        let line = try SampleTypesetter.horizontal([
            Span("公正", role: "song", ruby: Ruby("ㄍㄨㄥ ㄓㄥˋ", kind: .zhuyin)), Span("的人", role: "song"),
        ])
        #expect(line.places.map(\.x).isClose(to: [0, 15, 30, 45]))
        #expect(line.markRuns.map { $0.places[0].x }.isClose(to: [10, 25]))
        let plain = try SampleTypesetter.horizontal([Span("公正的人", role: "song")])
        #expect(plain.places.map(\.x).isClose(to: [0, 10, 20, 30]))
    }
}
