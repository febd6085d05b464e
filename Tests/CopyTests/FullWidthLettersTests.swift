import Diagnostics
import Testing

@testable import Copy

struct FullWidthLettersTests {
    private func narrowed(_ text: String) -> String {
        FullWidthLetters.narrowed(in: SourceText(file: "a.txt", text: text)).lines.joined(separator: "\n")
    }

    @Test func lettersFiguresAndThePointsOfNumbersAreNarrowed() {
        #expect(narrowed("ＧＤＰ增长１２．５％\nｚＺ９０") == "GDP增长12.5％\nzZ90")
    }

    @Test func marksStay() { #expect(narrowed("１．放假；Ａ．休息，（１）！") == "1．放假；A．休息，（1）！") }

    @Test func anEditionAsksForIt() throws {
        for (letters, title) in [("", "ＧＤＰ增长"), ("letters: keep\n", "ＧＤＰ增长"), ("letters: narrow\n", "GDP增长")] {
            let folder = try TemporaryEdition([
                "edition.yaml": letters + "pages: [{layout: a, copy: [a.md]}]\n",
                "a.md": "---\ntitle: ＧＤＰ增长\n---\n\n增长１２％。\n",
            ])
            let story = try EditionReader().read(folder.path).value.pages[0].articles[0]
            #expect(story.title == title)
        }
        let wrong = try TemporaryEdition(["edition.yaml": "letters: half\npages: [{layout: a}]\n"])
        let rejected = #expect(throws: DiagnosticsError.self) { try EditionReader().read(wrong.path) }
        #expect(rejected?.diagnostics.first?.message == "“half” is no value for “letters”")
    }
}
