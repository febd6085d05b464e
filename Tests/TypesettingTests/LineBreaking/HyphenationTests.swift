import Foundation
import Layouts
import Pages
import Testing

@testable import Typesetting

/// CLREQ 6.1.4: Latin words break with a hyphen that is drawn but is not part of the text.
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

    /// The run has one glyph more than letters, and the line's ink ends with the hyphen.
    @Test func hyphenIsDrawn() {
        let typesetter = Typesetter(fonts: SampleFonts.book(), language: "zh-Hans")
        let paragraph = typesetter.paragraph(StyledText(text, role: "song"), style: .sample, measure: .pt(80))
        let run = paragraph.lines[0].runs.last!
        #expect(run.glyphs.count == run.text.unicodeScalars.count + 1)
        #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count)
        #expect(run.clusters.reduce(0) { $0 + $1.utf8Count } == run.text.utf8.count)
        #expect(paragraph.lines[0].width.points <= 80.01)
        #expect(paragraph.lines.map(\.text).joined() == text)
    }

    /// Words with capitals inside or with figures, and short words, stay whole.
    @Test(arguments: ["UNESCO", "iPhoneography", "Covid2019", "table"]) func staysWhole(word: String) {
        #expect(!marked(word))
    }

    @Test func marksWords() { #expect(marked("information") && marked("Shakespearean")) }

    /// A soft hyphen allows a break even if patterns are not used.
    @Test func softHyphen() {
        let proof = Proof("他说inter\u{AD}nationalization", measure: 6) { $0.hyphenates = false }
        #expect(proof.texts[0] == "他说inter\u{AD}")
    }

    @Test func withoutPatternsWordsAreBrokenAtSoftHyphensOnly() {
        let typesetter = Typesetter(
            fonts: SampleFonts.book(), language: "zh-Hans", hyphenation: HyphenationPatterns(folders: ["/none"]))
        func firstLine(_ text: String) -> String {
            typesetter.paragraph(StyledText(text, role: "song"), style: .sample, measure: .pt(80)).lines[0].text
        }
        #expect(firstLine("他说了internationalization很重要") == "他说了")
        #expect(firstLine("他说inter\u{AD}nationalization很重要") == "他说inter\u{AD}")
    }

    @Test func patternsAreTakenFromTheFirstFolderThatHasThem() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // libhyphen's format: a word may be broken between x and y.
        let file = folder.appendingPathComponent(HyphenationPatterns.fileName)
        try Data("UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\nx1y\n".utf8).write(to: file)
        let patterns = HyphenationPatterns(folders: ["/none", folder.path] + HyphenationPatterns.systemFolders)
        #expect(patterns.file == file.path)
        let shaped = Shaper(fonts: SampleFonts.book()).shape(
            StyledText("abcxyabc information", role: "song"), language: "zh-Hans", halfWidthFigures: true,
            hyphenator: Hyphenator(patterns))
        #expect(shaped.cells.filter { $0.joint == .hyphen }.map(\.scalar) == ["x"])
        #expect(HyphenationPatterns(folders: ["/none"]).file == nil)
    }

    /// The same words as those that are marked.
    @Test(arguments: [
        ("他说information很重要", true), ("Shakespearean", true), ("UNESCO和iPhoneography", false), ("Covid2019table", false),
        ("2019information", true), ("information2019", false), ("table", false), ("一二三四五六七八", false),
    ])
    func patternsApplyToWords(text: String, apply: Bool) {
        #expect(HyphenationPatterns.apply(to: text) == apply)
        #expect(marked(text) == apply)
    }

    private func marked(_ word: String) -> Bool {
        let shaper = Shaper(fonts: SampleFonts.book())
        let shaped = shaper.shape(
            StyledText(word, role: "song"), language: "zh-Hans", halfWidthFigures: true, hyphenator: Hyphenator())
        return shaped.cells.contains { $0.joint == .hyphen }
    }
}
