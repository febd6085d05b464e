import Diagnostics
import TestSupport
import Testing

@testable import Copy

struct LegacyCodePointsTests {
    @Test func koreanDuplicatesAreUnified() {
        #expect(LegacyCodePoints.replaced(in: "\u{F90A}江\u{F900}\u{FA0B}") == "金江豈廓")
        // Swift treats canonically equivalent characters as equal, so the scalars are compared.
        #expect(LegacyCodePoints.replaced(in: "\u{F90A}").unicodeScalars.first == "\u{91D1}")
    }

    /// 神 with its old radical occurs in names; 﨎 is a unified ideograph despite its position.
    @Test func keepsOtherCompatibilityIdeographs() {
        for scalar in ["\u{FA19}", "\u{FA0E}", "\u{FAD9}", "\u{2F800}", "\u{FA0C}"] as [Unicode.Scalar] {
            #expect(LegacyCodePoints.replaced(in: "江" + String(scalar)).unicodeScalars.last == scalar)
        }
    }

    @Test func replacesMarksForVerticalLines() {
        #expect(LegacyCodePoints.replaced(in: "江\u{E78D}边\u{E78E}") == "江，边。")
    }

    @Test func keepsOtherPrivateCharacters() {
        #expect(LegacyCodePoints.replaced(in: "\u{E000}\u{E815}\u{E865}\u{F8FF}") == "\u{E000}\u{E815}\u{E865}\u{F8FF}")
    }
}

@Suite struct CompatibilityRadicalsTests {
    @Test func replacesRadicalsByIdeographs() {
        #expect(CompatibilityRadicals.unified("\u{2F08}\u{2F24}\u{2ED3}\u{2ED4}\u{2EE2}") == "人大长门马")
        #expect(CompatibilityRadicals.unified("\u{2F00}\u{2FD5}") == "\u{4E00}\u{9FA0}")
        #expect(CompatibilityRadicals.unified("\u{2E81}\u{2EF3}") == "\u{5382}\u{9F9F}")
    }

    @Test func replacesEveryRadicalThatHasAnIdeograph() {
        let named = Set(0x2E80...0x2EF3).subtracting([0x2E80, 0x2E9A]).union(0x2F00...0x2FD5)
        for value in named {
            let unified = CompatibilityRadicals.unified(String(Unicode.Scalar(UInt32(value))!)).unicodeScalars.first!
            #expect(unified.isHan, "U+\(String(value, radix: 16))")
        }
    }

    @Test func keepsOtherCharacters() {
        let text = "“人” ①ａ㎡　…℃\u{2E80}"
        #expect(CompatibilityRadicals.unified(text) == text)
    }
}

struct FullWidthLettersTests {
    private func narrowed(_ text: String) -> String {
        FullWidthLetters.narrowed(in: SourceText(file: "a.txt", text: text)).lines.joined(separator: "\n")
    }

    @Test func replacesLettersFiguresAndDecimalPoints() {
        #expect(narrowed("ＧＤＰ增长１２．５％\nｚＺ９０") == "GDP增长12.5％\nzZ90")
    }

    @Test func keepsMarks() { #expect(narrowed("１．放假；Ａ．休息，（１）！") == "1．放假；A．休息，（1）！") }

    @Test func anEditionRequestsIt() throws {
        for (letters, title) in [("", "ＧＤＰ增长"), ("letters: keep\n", "ＧＤＰ增长"), ("letters: narrow\n", "GDP增长")] {
            let folder = try TemporaryFolder([
                "edition.yaml": letters + "pages: [{layout: a, copy: [a.md]}]\n",
                "a.md": "---\ntitle: ＧＤＰ增长\n---\n\n增长１２％。\n",
            ])
            let story = try EditionReader().read(folder.path).value.pages[0].articles[0]
            #expect(story.title == title)
        }
        let wrong = try TemporaryFolder(["edition.yaml": "letters: half\npages: [{layout: a}]\n"])
        let error = #expect(throws: DiagnosticsError.self) { try EditionReader().read(wrong.path) }
        #expect(error?.diagnostics.first?.message == "“half” is not a valid value for “letters”")
    }
}
