import Diagnostics
import MarkedYAML
import Testing

struct MappingReaderTests {
    private let reporter = Reporter()

    private func read(_ text: String) throws -> MappingReader {
        MappingReader(try YAMLNode(parsing: text, file: "a.yaml"), as: "the edition", reporter)
    }

    private var messages: String { reporter.diagnostics.map(\.rendered).joined() }

    private enum Side: String, CaseIterable { case left, right }

    @Test func readsValuesOfAllKinds() throws {
        let keys = try read("name: 江津\nissue: 12\nstrict: yes\nside: left\ncopy: one.md\nmore: [a, b]\nnone: ~\n")
        #expect(keys.text("name") == "江津")
        #expect(keys.integer("issue", in: 1...99) == 12)
        #expect(keys.flag("strict") == true)
        #expect(keys.choice("side", as: Side.self) == .left)
        #expect(keys.list("copy").map(\.text) == ["one.md"])
        #expect(keys.list("more").map(\.text) == ["a", "b"])
        #expect(keys.text("none") == nil)
        #expect(keys.keys == ["name", "issue", "strict", "side", "copy", "more", "none"])
        keys.finish()
        #expect(messages == "")
    }

    @Test func explainsWrongValues() throws {
        let keys = try read("name: [a]\nissue: 120\nstrict: 是\nside: up\nlist: ~\n")
        #expect(keys.text("name") == nil)
        #expect(keys.integer("issue", in: 1...99) == nil)
        #expect(keys.flag("strict") == nil)
        #expect(keys.choice("side", as: Side.self) == nil)
        #expect(keys.requiredText("list", hint: "write a list") == nil)
        #expect(keys.requiredText("gone", hint: "write it") == nil)
        #expect(
            reporter.diagnostics.map { "\($0.place!.line):\($0.place!.column) \($0.message) – \($0.hints.joined())" }
                == [
                    "1:7 “name” has to be a single value, this is a list – ",
                    "2:8 “120” is not a valid value for “issue” – write a whole number from 1 to 99",
                    "3:9 “是” is not a valid value for “strict” – write true or false",
                    "4:7 “up” is not a valid value for “side” – write one of left, right",
                    "5:1 the edition lacks “list” – write a list",
                    "1:1 the edition lacks “gone” – write it",
                ])
    }

    @Test func reportsUnreadKeys() throws {
        let keys = try read("paper: 1\nisue: 2\nsomething: 3\n")
        _ = (keys.text("paper"), keys.text("issue"))
        keys.finish()
        #expect(
            messages == """
                a.yaml:2:1: error: the edition has no key “isue”
                isue: 2
                ^
                hint: did you mean “issue”?
                a.yaml:3:1: error: the edition has no key “something”
                something: 3
                ^
                hint: known keys: issue, paper

                """)
    }

    @Test func reportsAListInPlaceOfAGroup() throws {
        let keys = try read("[a]")
        #expect(keys.keys.isEmpty)
        #expect(messages.hasPrefix("a.yaml:1:1: error: the edition has to be a group of keys, this is a list\n"))
    }
}
