import MarkedYAML
import Testing

@testable import Copy

@Suite struct YAMLScalarTests {
    @Test(arguments: [
        "大桥通车", "", "~", "null", "yes", "2023-06-21", "4321", "甲: 乙", "甲：乙", "甲 #乙", "#甲", "- 甲", "[甲]", "{甲}", "\"甲\"",
        "'甲", "*甲", "&甲", "甲:",
        " 甲", "甲 ", "甲\n乙", "甲\n\n乙", "甲\n 乙", "\t甲", "甲\u{2028}乙", "%甲", "@甲", "`甲", "|", ">", "?", "! 甲", "甲\\n乙",
        "---", "...",
    ])
    func whatIsWrittenReadsBack(_ text: String) throws {
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

    @Test func plainTextStaysPlain() {
        #expect(YAMLScalar.written("让老街热起来——城关镇更新记", indent: 0) == "让老街热起来——城关镇更新记")
        #expect(YAMLScalar.written("甲\n乙", indent: 2) == "|-\n    甲\n    乙")
    }
}
