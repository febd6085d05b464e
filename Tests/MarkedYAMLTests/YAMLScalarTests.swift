import MarkedYAML
import Testing

struct YAMLScalarTests {
    /// Texts that have another meaning in some YAML context, or nearly do.
    static let texts = [
        "让老街热起来", "a, b", "[a]", "a: b", "a:b", "a #b", "#a", "*\u{FE0F}**", "a:\u{20}\u{301}b", "a \u{301}b", " a",
        "a ",
        "\u{20}\u{301}a", "a:", "'a'", "\"a\"", "a\\b", "", "~", "null", "一\n二", "一\n\n二", "一\n\u{20}\u{301}二", "a\tb",
        "a\u{85}b", "a\u{2028}b", "}", "a\u{FEFF}",
    ]

    @Test(arguments: texts) func writtenTextReadsBack(_ text: String) throws {
        func read(_ yaml: String) throws -> String? {
            guard case .mapping(let entries) = try YAMLNode(parsing: yaml, file: "a.yaml").content else { return nil }
            // An unquoted empty value is null.
            return entries.first?.value.text
        }
        #expect(try read("a: \(YAMLScalar.written(text, indent: 0))\nb: 1\n") == text)
        #expect(try read("{a: \(YAMLScalar.writtenInline(text)), b: 1}\n") == text)
        #expect(try read("a: \(YAMLScalar.quoted(text))\n") == text)
    }

    @Test func omitsNeedlessQuotes() {
        #expect(YAMLScalar.written("江边日报, 10:30", indent: 0) == "江边日报, 10:30")
        #expect(YAMLScalar.writtenInline("46pt × 2") == "46pt × 2")
    }

    @Test(arguments: [
        "大桥通车", "", "~", "null", "yes", "2023-06-21", "4321", "甲: 乙", "甲：乙", "甲 #乙", "#甲", "- 甲", "[甲]", "{甲}", "\"甲\"",
        "'甲", "*甲", "&甲", "甲:",
        " 甲", "甲 ", "甲\n乙", "甲\n\n乙", "甲\n 乙", "\t甲", "甲\u{2028}乙", "%甲", "@甲", "`甲", "|", ">", "?", "! 甲", "甲\\n乙",
        "---", "...",
    ])
    func valuesOfKeysReadBack(_ text: String) throws {
        for indent in [0, 4] {
            let margin = String(repeating: " ", count: indent)
            let yaml =
                (indent == 0 ? "" : "a:\n") + "\(margin)key: " + YAMLScalar.written(text, indent: indent)
                + "\n\(margin)next: 1\n"
            var node = try YAMLNode(parsing: yaml, file: "a.yaml")
            if indent > 0, case .mapping(let pairs) = node.content { node = pairs[0].value }
            guard case .mapping(let pairs) = node.content else {
                Issue.record("no mapping: \(yaml)")
                return
            }
            #expect(pairs.map { $0.value.text } == [text, "1"])
        }
    }

    @Test func writesPlainTextAndBlocks() {
        #expect(YAMLScalar.written("让老街热起来——城关镇更新记", indent: 0) == "让老街热起来——城关镇更新记")
        #expect(YAMLScalar.written("甲\n乙", indent: 2) == "|-\n    甲\n    乙")
    }
}
