import Layouts
import Pages
import Testing

@testable import Typesetting

/// CLREQ 6.1.4: Latin words are broken with a hyphen, which is drawn and not copied.
struct HyphenationTests {
    private let text = "他说internationalization很重要"

    @Test func breaksByPatterns() {
        let proof = Proof(text, measure: 8)
        #expect(proof.texts[0].hasPrefix("他说inter"))
        #expect(proof.texts.joined() == text)
        let longer = "他说了很多internationalization很重要"
        #expect(Proof(longer, measure: 12).texts[0].contains("inter"))
        #expect(!Proof(longer, measure: 12) { $0.hyphenates = false }.texts[0].contains("inter"))
    }

    /// The hyphen is one glyph more than the text has letters, and the line's ink ends with it.
    @Test func hyphenIsDrawn() {
        let typesetter = Typesetter(fonts: SampleFonts.book(), language: "zh-Hans")
        let set = typesetter.paragraph(StyledText(text, role: "song"), style: .sample, measure: .pt(80))
        let run = set.lines[0].runs.last!
        #expect(run.glyphs.count == run.text.unicodeScalars.count + 1)
        #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count)
        #expect(run.clusters.reduce(0) { $0 + $1.utf8Count } == run.text.utf8.count)
        #expect(set.lines[0].width.points <= 80.01)
        #expect(set.lines.map(\.text).joined() == text)
    }

    /// Names and models' numbers stay whole: capitals inside, figures, short words.
    @Test(arguments: ["UNESCO", "iPhoneography", "Covid2019", "table"]) func staysWhole(word: String) {
        #expect(!marked(word))
    }

    @Test func marksWords() { #expect(marked("information") && marked("Shakespearean")) }

    /// A soft hyphen breaks even where no patterns are asked for.
    @Test func softHyphen() {
        let proof = Proof("他说inter\u{AD}nationalization", measure: 6) { $0.hyphenates = false }
        #expect(proof.texts[0] == "他说inter\u{AD}")
    }

    private func marked(_ word: String) -> Bool {
        let shaper = Shaper(fonts: SampleFonts.book())
        let shaped = shaper.shape(
            StyledText(word, role: "song"), language: "zh-Hans", halfWidthFigures: true, hyphenator: Hyphenator())
        return shaped.cells.contains { $0.joint == .hyphen }
    }
}
