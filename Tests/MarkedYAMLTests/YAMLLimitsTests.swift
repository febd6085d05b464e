import Diagnostics
import Dispatch
import MarkedYAML
import Testing

/// YAML that is small in bytes and large in what it stands for.
struct YAMLLimitsTests {
    /// The messages of the errors, with line and column.
    private func errors(_ text: String) -> [String] {
        do {
            _ = try YAMLNode(parsing: text, file: "a.yaml")
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.map { "\($0.place!.line):\($0.place!.column) \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }

    private static let tooDeep = "lists and groups are inside each other more than 64 levels deep"

    @Test(arguments: [
        "a: " + String(repeating: "[", count: 100_000),
        "a: " + String(repeating: "{b: ", count: 50_000),
        "a:\n  " + String(repeating: "- ", count: 100_000) + "x\n",
        String(repeating: "? ", count: 100_000) + "x\n",
        (0..<1_000).map { String(repeating: " ", count: $0) + "-\n" }.joined(),
        (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func refusesDeepNesting(_ text: String) {
        let errors = errors(text)
        #expect(errors.count == 1)
        #expect(errors.first?.contains(Self.tooDeep) == true)
    }

    @Test func allowsTheDepthThatItSays() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(errors(nested(64)).isEmpty)
        #expect(errors(nested(65)) == ["1:65 " + Self.tooDeep])
    }

    /// A chain of aliases is as deep as what it stands for.
    @Test func refusesAChainOfAliases() {
        let chain = "a0: &a0 [x]\n" + (1..<20_000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
        #expect(errors(chain) == ["64:12 " + Self.tooDeep])
    }

    @Test(arguments: ["[*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]", "{b: *a, c: *a, d: *a, e: *a, <<: *a, f: *a}"])
    func refusesAliasBombs(_ line: String) {
        let lines = (1..<20).map { "a\($0): &a\($0) " + line.replacing("*a", with: "*a\($0 - 1)") + "\n" }
        let errors = errors("a0: &a0 [x, x, x]\n" + lines.joined())
        #expect(errors.count == 1)
        #expect(errors.first?.contains("the file has more than 100000 values") == true)
    }

    @Test func refusesMoreValuesThanItSays() {
        // The list itself is a value.
        func list(_ count: Int) -> String { "[" + Array(repeating: "x", count: count).joined(separator: ",") + "]" }
        #expect(errors(list(99_999)).isEmpty)
        #expect(errors(list(100_000)).count == 1)
    }

    @Test func aliasesRepeatTheirValues() throws {
        let node = try YAMLNode(parsing: "a: &a [1, 2]\nb: *a\n", file: "a.yaml")
        guard case .mapping(let pairs) = node.content, case .sequence(let items) = pairs[1].value.content else {
            Issue.record("no list")
            return
        }
        #expect(items.map(\.text) == ["1", "2"])
        #expect(errors("a: &a [*a]\n").count == 1)
    }

    @Test func refusesManyTagDirectives() {
        let text = (0..<100).map { "%TAG !t\($0)! x\n" }.joined() + "---\na: 1\n"
        #expect(errors(text) == ["21:1 the file has more than 20 lines that begin with %TAG"])
        #expect(errors("%TAG !t! x\n---\na: 1\n").isEmpty)
    }

    /// Escapes of every kind that write characters which no page can show.
    @Test(arguments: [
        (#""\0""#, "U+0000"), (#""\x01""#, "U+0001"), (#""\e""#, "U+001B"), (#""\u001f""#, "U+001F"),
        (#""\x7f""#, "U+007F"), (#""\x9b""#, "U+009B"), (#""\ufffe""#, "U+FFFE"), (#""\U0000ffff""#, "U+FFFF"),
        (#""\ufdd0""#, "U+FDD0"), (#""\U0010fffe""#, "U+10FFFE"), (#""\r""#, "U+000D"), (#""\b""#, "U+0008"),
    ])
    func refusesEscapedControlCharacters(_ text: String, _ code: String) {
        for (yaml, place) in [
            ("a: \(text)", "1:4"), ("{a: [1, \(text)]}", "1:9"), ("\(text): 1", "1:1"), ("a:\n  - \(text)", "2:5"),
        ] {
            let errors = errors(yaml)
            #expect(errors.count == 1)
            #expect(errors.first?.hasPrefix(place) == true)
            #expect(errors.first?.contains(code) == true)
        }
    }

    @Test(arguments: ["a: \u{0}", "a: \u{7}b", "a: \u{1B}"]) func refusesRawControlCharacters(_ text: String) {
        #expect(errors("b: 1\n" + text).first?.hasPrefix("2:4 YAML does not allow the character U+00") == true)
    }

    @Test func refusesEscapedSurrogates() { #expect(errors(#"a: "\ud800""#).count == 1) }

    @Test func allowsTabsAndLineEnds() { #expect(errors(#"a: "\t\n\N\L""#).isEmpty) }

    @Test func refusesAccentsWithoutEnd() {
        #expect(
            errors("a: \"e" + String(repeating: #"\u0301"#, count: 31) + "\"") == [
                "1:4 a character of the text has more than 30 accents"
            ])
        #expect(errors("a: \"e" + String(repeating: #"\u0301"#, count: 30) + "\"").isEmpty)
    }

    /// The threads of Dispatch have 512 KB of stack.
    @Test func needsLittleStack() async {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        await withCheckedContinuation { done in
            DispatchQueue.global().async {
                _ = try? YAMLNode(parsing: text, file: "a.yaml")
                done.resume()
            }
        }
    }
}
