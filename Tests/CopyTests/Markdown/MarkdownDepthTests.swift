import Diagnostics
import Dispatch
import Testing

@testable import Copy

/// Markdown whose elements are inside each other.
struct MarkdownDepthTests {
    private func read(_ body: String) -> (article: Article?, errors: [String]) {
        do {
            let read = try MarkdownReader().read(SourceText(file: "a.md", text: "---\ntitle: 甲\n---\n" + body))
            return (read.value, read.diagnostics.map(\.message))
        } catch let error as DiagnosticsError {
            return (nil, error.diagnostics.map { "\($0.place!.line):\($0.place!.column) \($0.message)" })
        } catch {
            return (nil, ["\(error)"])
        }
    }

    private static let tooDeep =
        "quotations, lists and marked words are inside each other more than 40 levels deep"

    @Test(arguments: [
        String(repeating: ">", count: 100_000) + "字",
        String(repeating: "- ", count: 10_000) + "字",
        String(repeating: "1. ", count: 10_000) + "字",
        String(repeating: "> - ", count: 10_000) + "字",
        String(repeating: "*字 **字 ", count: 5_000) + String(repeating: "字** 字*", count: 5_000),
        String(repeating: "*", count: 10_001) + "字" + String(repeating: "*", count: 10_001),
        String(repeating: "_a ", count: 10_000) + String(repeating: "a_ ", count: 10_000),
        (0..<1_000).map { String(repeating: "  ", count: $0) + "- 字\n" }.joined(),
        "## " + String(repeating: "*字 **字 ", count: 100) + String(repeating: "字** 字*", count: 100),
    ])
    func refusesDeepNesting(_ body: String) {
        let read = read(body)
        #expect(read.article == nil)
        #expect(read.errors.count == 1)
        #expect(read.errors.first?.contains(Self.tooDeep) == true)
    }

    @Test(arguments: [">", "- ", "2) ", "> - "]) func allowsTheDepthThatItSays(_ mark: String) {
        let levels = mark == "> - " ? 20 : 40
        #expect(read(String(repeating: mark, count: levels) + "字").article?.body.count == 1)
        #expect(read(String(repeating: mark, count: levels + 1) + "字").errors.first?.hasPrefix("4:") == true)
    }

    /// Images and links are no way round.
    @Test func refusesDeepImages() {
        let body = String(repeating: "![", count: 5_000) + "字" + String(repeating: "](a)", count: 5_000)
        #expect(read(body).errors.first?.contains("levels deep") == true)
    }

    /// The threads of Dispatch have 512 KB of stack.
    @Test func needsLittleStack() async {
        let body = String(repeating: "> ", count: 20) + String(repeating: "- ", count: 18) + "*甲 **乙** 丙*"
        let count = await withCheckedContinuation { done in
            DispatchQueue.global().async { done.resume(returning: read(body).article?.body.count) }
        }
        #expect(count == 1)
    }

    // MARK: Character references

    @Test(arguments: ["&#1;", "&#x1B;", "&#x9B;", "&#x200F;", "&rlm;"])
    func removesCharactersThatReferencesWrite(_ reference: String) {
        for body in ["江\(reference)边", "## 江\(reference)边", "> *江\(reference)边*", "- [江\(reference)边](a)"] {
            let read = read(body)
            #expect(read.article?.body.map(\.text.last) == ["边"])
            #expect(read.article?.body.first?.text.unicodeScalars.suffix(2).map(\.self) == ["江", "边"])
            #expect(read.errors.count == 1)
            #expect(read.errors.first?.contains("left out") == true)
        }
    }

    /// cmark writes U+FFFD for references to characters that do not exist.
    @Test(arguments: ["&#0;", "&#xD800;", "&#x110000;"]) func warnsOfReferencesToNothing(_ reference: String) {
        #expect(read("江\(reference)边").errors.first?.contains("a character was lost") == true)
        // The reader of the file has warned of one that is in the copy itself.
        #expect(read("江\u{FFFD}边").errors.isEmpty)
    }

    /// A reference to an accent belongs to the letter before it, so that marks after it stay on their words.
    @Test func accentsOfReferencesKeepMarksInPlace() {
        let read = read("a&#x301;乙**丙**丁")
        guard case .paragraph(let paragraph)? = read.article?.body.first else {
            Issue.record("no paragraph")
            return
        }
        #expect(paragraph.text == "a\u{301}乙丙丁")
        #expect(paragraph.marks == [.init(.bold, 2..<3)])
    }

    @Test func limitsAccentsOfReferences() {
        let read = read("e" + String(repeating: "&#x301;", count: 5_000))
        #expect(read.article?.body.first?.text.unicodeScalars.count == 31)
        #expect(read.errors == ["4970 accents (the first is U+0301) over 30 on one character are left out"])
    }
}
