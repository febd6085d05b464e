import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.2, GB/T 15834: corner quotation marks in vertical text.
@Suite struct VerticalQuoteTests {
    @Test func curlyMarksAreSetAsCornersAndExtractedAsWritten() throws {
        let curly = try SampleTypesetter.vertical("说“要‘好’”吗"), corner = try SampleTypesetter.vertical("说『要「好」』吗")
        #expect(curly.runs.flatMap(\.glyphs) == corner.runs.flatMap(\.glyphs))
        #expect(curly.text == "说“要‘好’”吗")
    }

    @Test func curlyMarksMayBeKept() throws {
        var options = VerticalOptions()
        options.cornerQuotes = false
        let kept = try SampleTypesetter.vertical("说“好”吗", options: options)
        #expect(kept.runs.filter { $0.turn == .clockwise }.map(\.text) == ["“", "”"])
        #expect(
            kept.runs.flatMap(\.glyphs).map(\.id)
                != (try SampleTypesetter.vertical("说『好』吗")).runs.flatMap(\.glyphs).map(\.id))
    }

    @Test func marksRoundAWesternPhraseRotateWithIt() throws {
        let line = try SampleTypesetter.vertical("说“Good morning”吧")
        #expect(line.runs.filter { $0.turn == .clockwise }.map(\.text).joined() == "“Good morning”")
        // Upright letters do not rotate their marks.
        #expect(!(try SampleTypesetter.vertical("说“AI”吧")).runs.contains { $0.turn == .clockwise })
    }

    @Test func apostrophesAreNoQuotationMarks() throws {
        let line = try SampleTypesetter.vertical("牌子Levi’s好")
        #expect(line.runs.first { $0.turn == .clockwise }?.text == "Levi’s")
    }
}
