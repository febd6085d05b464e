import MarkedYAML
import Testing

struct YAMLScalarTests {
    /// Texts that mean something else to YAML in one place or another, or nearly do.
    static let texts = [
        "让老街热起来", "a, b", "[a]", "a: b", "a:b", "a #b", "#a", "*\u{FE0F}**", "a:\u{20}\u{301}b", "a \u{301}b", " a",
        "a ",
        "\u{20}\u{301}a", "a:", "'a'", "\"a\"", "a\\b", "", "~", "null", "一\n二", "一\n\n二", "一\n\u{20}\u{301}二", "a\tb",
        "a\u{85}b", "a\u{2028}b", "}", "a\u{FEFF}",
    ]

    @Test(arguments: texts) func whatIsWrittenReadsTheSame(_ text: String) throws {
        func read(_ yaml: String) throws -> String? {
            guard case .mapping(let entries) = try YAMLNode(parsing: yaml, file: "a.yaml").content else { return nil }
            // An empty value that is not in quotes is none.
            return entries.first?.value.text
        }
        #expect(try read("a: \(YAMLScalar.written(text, indent: 0))\nb: 1\n") == text)
        #expect(try read("{a: \(YAMLScalar.writtenInline(text)), b: 1}\n") == text)
        #expect(try read("a: \(YAMLScalar.quoted(text))\n") == text)
    }

    @Test func whatNeedsNoQuotesHasNone() {
        #expect(YAMLScalar.written("江边日报, 10:30", indent: 0) == "江边日报, 10:30")
        #expect(YAMLScalar.writtenInline("46pt × 2") == "46pt × 2")
    }
}
