import Diagnostics
import MarkedYAML
import Testing

struct YAMLNodeTests {
    /// All scalars with their places, in the order of the text.
    private func places(_ node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar(let text, _): ["\(text)@\(node.place.line):\(node.place.column)"]
        case .sequence(let items): items.flatMap(places)
        case .mapping(let pairs): pairs.flatMap { places($0.key) + places($0.value) }
        }
    }

    private func rejected(_ text: String, lineOffset: Int = 0) -> String {
        do {
            _ = try YAMLNode(parsing: text, file: "a.yaml", lineOffset: lineOffset)
            return ""
        } catch let rejected as DiagnosticsError {
            return rejected.diagnostics.map(\.rendered).joined()
        } catch {
            return "\(error)"
        }
    }

    @Test func everyValueKnowsItsPlaceInCharacters() throws {
        let node = try YAMLNode(parsing: "报名: 江津新闻\npages:\n  - {layout: front, 版: 1}\n", file: "a.yaml")
        #expect(
            places(node) == [
                "报名@1:1", "江津新闻@1:5", "pages@2:1", "layout@3:6", "front@3:14", "版@3:21", "1@3:24",
            ])
        #expect(node.place.excerpt == "报名: 江津新闻")
    }

    @Test func linesOfTheFileBeforeTheTextAreCounted() throws {
        let node = try YAMLNode(parsing: "title: 桥", file: "a.md", lineOffset: 1)
        #expect(places(node) == ["title@2:1", "桥@2:8"])
        #expect(rejected("a: ]", lineOffset: 3).hasPrefix("a.yaml:4:4: "))
    }

    @Test func nullIsNothingUnlessItStandsInQuotes() throws {
        let node = try YAMLNode(parsing: "[~, null, '~', \"\", ]", file: "a.yaml")
        guard case .sequence(let items) = node.content else { throw DiagnosticsError([]) }
        #expect(items.map(\.text) == [nil, nil, "~", ""])
        #expect(items.map(\.isNull) == [true, true, false, false])
    }

    @Test func anEmptyTextIsAnEmptyMapping() throws {
        guard case .mapping(let pairs) = try YAMLNode(parsing: "# nothing yet\n", file: "a.yaml").content else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.isEmpty)
    }

    @Test func whatIsNoYAMLIsToldWhereItStands() {
        #expect(
            rejected("paper:\n  name: [江津\ndate: 1\n").hasPrefix(
                "a.yaml:3:5: error: a bracket “[” is not closed before this, or a comma is missing"))
        #expect(
            rejected("a: *b\n").hasPrefix(
                "a.yaml:1:4: error: “*” and “&” at the beginning of a value have a meaning of their own\na: *b\n   ^\n")
        )
    }

    @Test func everyRepeatedKeyIsToldAtItsOwnPlace() {
        let text = """
            paper: {name: 甲, name: 乙}
            date: 1
            pages:
              - layout: a
                'layout': b
                copy: c
                layout: d
            date: 2

            """
        #expect(
            rejected(text) == """
                a.yaml:1:18: error: the key “name” is given twice
                paper: {name: 甲, name: 乙}
                                  ^
                hint: line 1 has it already; keep one of the two
                a.yaml:5:5: error: the key “layout” is given twice
                    'layout': b
                    ^
                hint: line 4 has it already; keep one of the two
                a.yaml:7:5: error: the key “layout” is given twice
                    layout: d
                    ^
                hint: line 4 has it already; keep one of the two
                a.yaml:8:1: error: the key “date” is given twice
                date: 2
                ^
                hint: line 2 has it already; keep one of the two

                """)
    }

    @Test func repeatedKeysThatCannotBeToldApartAreStillRefused() {
        #expect(rejected("? {a: 1}\n: 1\n? {a: 1}\n: 2\n").contains("is given twice"))
    }
}
