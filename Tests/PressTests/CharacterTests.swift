import Copy
import Diagnostics
import Pages
import Press
import Printing
import TestSupport
import Testing

/// Unusual characters in copy. Each is printed and kept in the PDF's text, and reported if it does not look as it
/// should.
struct CharacterTests {
    private struct Printed {
        /// The story's text in its glyph runs.
        var text: String
        var glyphs: Int
        var messages: [String]
    }

    private func printed(_ words: String, title: String = "黄桃熟了") throws -> Printed {
        let folder = try TemporaryFolder([
            "edition.yaml": "date: 2023-06-21\npages: [{layout: small, copy: [one.md]}]\n",
            "layouts/small.yaml": SampleEdition.layout.replacing("1 1 2 2", with: "1 1 1 1"),
            "one.md": "---\ntitle: \(title)\n---\n\n\(words)。\n",
        ])
        let composed = try Run.make(folder.path)
        let pdf = try PDFPrinter().print(composed.value.document)
        _ = PDFReader(pdf.value)
        let page = composed.value.document.pages[0]
        let story = page.items.filter {
            if case .group(let group) = $0 { group.role == .article("one") } else { false }
        }
        var text = "", glyphs = 0
        func gather(_ items: [Item]) {
            for item in items {
                switch item {
                case .group(let group): gather(group.items)
                case .text(let run):
                    text += run.text
                    glyphs += run.glyphs.count
                default: break
                }
            }
        }
        gather(story)
        let messages = (composed.diagnostics + pdf.diagnostics).filter { !$0.message.contains("short of its area") }
        return Printed(text: String(text.dropFirst(4)), glyphs: glyphs - 4, messages: messages.lines)
    }

    /// These look as they should, so nothing is reported.
    @Test(arguments: [
        "𬭎、𬺈、䶮", "𠮷野家", "葛\u{E0100}城\u{FE0E}", "e\u{301}tude", "か\u{3099}", "江\u{200B}边\u{2060}晨雾", "ＧＤＰ增长１２．５％",
        "\u{FA19}社", "\u{FA0E}", "姓名\t年龄\t住址", "⿰江边", "한", "①②㈠℃",
    ])
    func charactersArePrintedAsTheyAre(_ words: String) throws {
        let printed = try printed(words)
        #expect(Array(printed.text.unicodeScalars) == Array((words + "。").unicodeScalars))
        #expect(printed.messages.isEmpty)
        #expect(printed.glyphs > 1)
    }

    @Test func radicalsAndKoreanDuplicatesAreIdeographs() throws {
        let printed = try printed("⼈⽣\u{F90A}")
        #expect(Array(printed.text.unicodeScalars) == Array("人生金。".unicodeScalars))
        #expect(printed.messages.isEmpty)
    }

    /// Each phrase is in one piece. Its glyphs are in visual order from left to right.
    @Test(arguments: ["他说שלום好", "他说مرحبا بالعالم好", "שלום"])
    func phrasesFromRightToLeftAreTypeset(_ words: String) throws {
        let printed = try printed(words)
        #expect(printed.text == words + "。")
        #expect(
            !printed.messages.isEmpty
                && printed.messages.allSatisfy { $0.contains("is not in the fonts of song; taken from") })
    }

    @Test func directionMarksAreLeftOut() throws {
        let printed = try printed("汉\u{202E}江边abc\u{202C}字")
        #expect(printed.text == "汉江边abc字。")
        #expect(
            printed.messages == [
                "one.md:5 warning: 2 marks that change the text direction (the first is U+202E) are left out"
            ])
    }

    @Test func aCharacterThatNoFontHasIsAnErrorAtItsPlace() throws {
        let printed = try printed("江边\u{31350}晨雾")
        #expect(printed.text == "江边\u{31350}晨雾。")
        #expect(printed.messages == ["one.md:5 error: no font has “\u{31350}” (U+31350), so it would be left white"])
    }

    @Test func titlesAndCaptionsAreCheckedToo() throws {
        #expect(
            try printed("江边", title: "江\u{31350}").messages == [
                "one.md:2 error: no font has “\u{31350}” (U+31350), so it would be left white"
            ])
        let photos = "黄桃熟了\nphotos: [{file: gone.jpg, caption: 江\u{31350}}]"
        #expect(
            try printed("江边", title: photos).messages.contains(
                "one.md:3 error: no font has “\u{31350}” (U+31350), so it would be left white"))
    }
}
