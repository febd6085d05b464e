import Diagnostics
import Testing

struct RenderingTests {
    private func rendered(_ line: String, column: Int) -> [String] {
        let place = SourcePlace(file: "copy/front.txt", line: 12, column: column, excerpt: line)
        return Diagnostic.error(at: place, "wrong").rendered.split(separator: "\n").map(String.init)
    }

    @Test func placeSentenceLineCaretAndHints() {
        let source = SourceText(file: "edition.yaml", text: "paper:\n  nmae: 江津\n")
        let diagnostic = Diagnostic.warning(
            at: source.place(line: 2, column: 3), "no key “nmae”", hints: "did you mean “name”?", "or take it out")
        #expect(
            diagnostic.rendered == """
                edition.yaml:2:3: warning: no key “nmae”
                  nmae: 江津
                  ^
                hint: did you mean “name”?
                hint: or take it out

                """)
    }

    @Test func theCaretIsBelowWideCharacters() {
        // Each Han character, bracket and full-width comma takes two terminal cells, a letter one.
        #expect(
            rendered("本报讯（记者 A杨", column: 9) == [
                "copy/front.txt:12:9: error: wrong", "本报讯（记者 A杨", "              ^",
            ])
        #expect(rendered("“引号”，x", column: 6)[2] == String(repeating: " ", count: 8) + "^")
    }

    @Test func tabsTakeOneCellAsTheyAreShown() {
        #expect(rendered("\ta: b", column: 2) == ["copy/front.txt:12:2: error: wrong", " a: b", " ^"])
    }

    @Test func showsPartOfALongLine() {
        let line = String(repeating: "长", count: 100) + "错" + String(repeating: "长", count: 100)
        let shown = rendered(line, column: 101)
        #expect(shown[1].hasPrefix("…长") && shown[1].hasSuffix("长…"))
        #expect(shown[1].count <= 40)
        // The caret's column is that of 错: one cell for “…”, and two for each Han character before it.
        let before = shown[1].prefix { $0 != "错" }.count
        #expect(shown[2] == String(repeating: " ", count: 1 + 2 * (before - 1)) + "^")
    }

    @Test func aColumnAfterTheLineIsItsEnd() {
        #expect(rendered("abc", column: 99)[2] == "   ^")
    }

    @Test func wholeFilesAndWholeLinesHaveNoCaret() {
        #expect(Diagnostic.error(at: SourcePlace(file: "a.png"), "broken").rendered == "a.png: error: broken\n")
        #expect(rendered("abc", column: 0) == ["copy/front.txt:12: error: wrong", "abc"])
        #expect(Diagnostic.error(at: nil, "no fonts").rendered == "error: no fonts\n")
    }
}
