import Diagnostics
import MarkedYAML
import Testing

struct YAMLNodeTests {
    /// All scalars with their places, in order.
    private func places(_ node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar(let text, _): ["\(text)@\(node.place.line):\(node.place.column)"]
        case .sequence(let items): items.flatMap(places)
        case .mapping(let pairs): pairs.flatMap { places($0.key) + places($0.value) }
        }
    }

    private func errors(_ text: String, lineOffset: Int = 0) -> String {
        do {
            _ = try YAMLNode(parsing: text, file: "a.yaml", lineOffset: lineOffset)
            return ""
        } catch let error as DiagnosticsError {
            return error.diagnostics.map(\.rendered).joined()
        } catch {
            return "\(error)"
        }
    }

    @Test func placesCountCharacters() throws {
        let node = try YAMLNode(parsing: "报名: 江津新闻\npages:\n  - {layout: front, 版: 1}\n", file: "a.yaml")
        #expect(
            places(node) == [
                "报名@1:1", "江津新闻@1:5", "pages@2:1", "layout@3:6", "front@3:14", "版@3:21", "1@3:24",
            ])
        #expect(node.place.excerpt == "报名: 江津新闻")
    }

    @Test func placesCountLinesBeforeTheText() throws {
        let node = try YAMLNode(parsing: "title: 桥", file: "a.md", lineOffset: 1)
        #expect(places(node) == ["title@2:1", "桥@2:8"])
        #expect(errors("a: ]", lineOffset: 3).hasPrefix("a.yaml:4:4: "))
    }

    @Test func quotedNullIsText() throws {
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

    @Test func reportsSyntaxErrorsAtTheirPlace() {
        #expect(
            errors("paper:\n  name: [江津\ndate: 1\n").hasPrefix(
                "a.yaml:3:5: error: a bracket “[” is not closed before this, or a comma is missing"))
        #expect(
            errors("a: *b\n").hasPrefix(
                "a.yaml:1:4: error: “*” and “&” have a special meaning at the beginning of a value\na: *b\n   ^\n")
        )
    }

    @Test func reportsEveryDuplicateKeyAtItsPlace() {
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
            errors(text) == """
                a.yaml:1:18: error: the key “name” is given twice
                paper: {name: 甲, name: 乙}
                                  ^
                hint: it is already on line 1; keep one of the two
                a.yaml:5:5: error: the key “layout” is given twice
                    'layout': b
                    ^
                hint: it is already on line 4; keep one of the two
                a.yaml:7:5: error: the key “layout” is given twice
                    layout: d
                    ^
                hint: it is already on line 4; keep one of the two
                a.yaml:8:1: error: the key “date” is given twice
                date: 2
                ^
                hint: it is already on line 2; keep one of the two

                """)
    }

    @Test func reportsDuplicateKeysOfAnchoredGroupsOnce() {
        let text = "a: &a {x: 1, x: 2}\nb: [*a, *a]\n"
        #expect(errors(text).ranges(of: "is given twice").count == 1)
    }
}
