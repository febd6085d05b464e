import Diagnostics
import TestSupport
import Testing

@testable import Copy

/// Copy with characters that no page can show.
struct UnprintableCharactersTests {
    private func read(_ text: String) throws -> (text: String, messages: [String]) {
        let read = try CopyDecoder.decode(Array(text.utf8), file: "a.txt")
        let messages = read.diagnostics.map { "\($0.place!.line):\($0.place!.column) \($0.message)" }
        return (read.value.lines.joined(separator: "\n"), messages)
    }

    @Test func keepsPrintableCharacters() throws {
        let text = "江\u{200B}边\t葛\u{E0100}城\u{FE0E}👍🏽e\u{301}\u{2060}𬭎\u{31350}\u{E000}שלום"
        let read = try read(text)
        #expect(Array(read.text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(read.messages.isEmpty)
    }

    @Test func removesControlCharacters() throws {
        let one = try read("大桥\n江\u{7}边")
        #expect(one.text == "大桥\n江边")
        #expect(one.messages == ["2:2 a control character (U+0007) is left out"])
        let three = try read("\u{1F}江\u{7F}边\u{9F}")
        #expect(three.text == "江边")
        #expect(three.messages == ["1:1 3 control characters (the first is U+001F) are left out"])
    }

    @Test func removesByteOrderMarksInsideText() throws {
        let read = try read("大桥\n\u{FEFF}江边")
        #expect(Array(read.text.unicodeScalars) == Array("大桥\n江边".unicodeScalars))
        #expect(read.messages == ["2:1 a control character (U+FEFF) is left out"])
    }

    @Test func removesDirectionMarks() throws {
        let read = try read("江\u{202E}边\u{202C}晨\u{200F}雾")
        #expect(read.text == "江边晨雾")
        #expect(read.messages == ["1:2 3 marks that change the text direction (the first is U+202E) are left out"])
    }

    @Test func removesNoncharacters() throws {
        let read = try read("江\u{FFFF}边\u{1FFFE}")
        #expect(read.text == "江边")
        #expect(read.messages == ["1:2 2 code points that are not characters (the first is U+FFFF) are left out"])
    }

    @Test func warnsOfLostCharacters() throws {
        let read = try read("江\u{FFFD}边")
        #expect(read.text == "江\u{FFFD}边")
        #expect(read.messages == ["1:2 a character was lost before the copy arrived: “\u{FFFD}” is in its place"])
    }

    @Test func warnsOfLongRightToLeftText() throws {
        let phrase = "שלום עולם שלום עולם שלום"
        let read = try read("他说：“" + phrase + "”")
        #expect(read.text.contains(phrase))
        #expect(
            read.messages == ["1:5 this right-to-left text is too long for a line, so its words will be out of order"]
        )
    }

    @Test func anEditionReportsThem() throws {
        let folder = try TemporaryFolder([
            "edition.yaml": "pages: [{layout: a, copy: [a.txt, b.md], section: 要\u{7}闻}]\n", "a.txt": "大桥\u{7}通车\n",
            "b.md": "---\ntitle: 大桥\u{B}\n---\n通\u{8}车。\n",
        ])
        let read = try EditionReader().read(folder.path)
        let messages = read.diagnostics.filter { $0.message.contains("control character") }
        #expect(messages.map { $0.place!.file.split(separator: "/").last! } == ["edition.yaml", "a.txt", "b.md"])
        #expect(read.value.pages[0].section == "要闻")
    }
}
