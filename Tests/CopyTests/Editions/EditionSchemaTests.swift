import Copy
import Diagnostics
import Foundation
import TestSupport
import Testing

/// layouts/edition.schema.json, the reader and README.md have the same keys.
struct EditionSchemaTests {
    private static let unknownKey = "qqqqqqqqqqqq: 1"

    /// A group of the schema, and an edition with a key in it that resembles no other.
    static let groups: [(definition: String, edition: String)] = [
        ("", "pages: auto\nlayouts: {front: a, inside: a}\ncopy: a.md\n\(unknownKey)\n"),
        ("page", "pages: [{layout: a, copy: a.md, \(unknownKey)}]\n"),
        ("notice", "pages: [{layout: a, copy: a.md, notices: [{rows: 2, text: 启事, \(unknownKey)}]}]\n"),
        (
            "editionNotice",
            "pages: auto\nlayouts: {front: a, inside: a}\ncopy: a.md\nnotices: [{page: 1, rows: 2, text: 启事, \(unknownKey)}]\n"
        ),
        ("layouts", "pages: auto\nlayouts: {front: a, inside: a, \(unknownKey)}\ncopy: a.md\n"),
        ("section", "pages: auto\nlayouts: {front: a, inside: a}\ncopy: a.md\nsections: [{name: 综合, \(unknownKey)}]\n"),
        ("filler", "pages: [{layout: a, copy: a.md}]\nfillers: [{quote: 桥, \(unknownKey)}]\n"),
        ("photo", "pages: [{layout: a, copy: a.md, photos: [{file: a.jpg, \(unknownKey)}]}]\n"),
    ]

    private static var schema: [String: Any] {
        let data = FileManager.default.contents(atPath: Checkout.folder + "/layouts/edition.schema.json")
        return data.flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] } ?? [:]
    }

    private static var definitions: [String: [String: Any]] { schema["$defs"] as? [String: [String: Any]] ?? [:] }

    private static func keys(_ definition: String) -> Set<String> {
        let group = definition.isEmpty ? schema : definitions[definition] ?? [:]
        return Set((group["properties"] as? [String: Any] ?? [:]).keys)
    }

    @Test("the reader has exactly the keys of the schema", arguments: groups)
    func sameKeys(definition: String, edition: String) throws {
        let folder = try TemporaryFolder(["edition.yaml": edition, "a.md": "---\ntitle: 桥\n---\n通车了。\n"])
        let error = #expect(throws: DiagnosticsError.self) { try EditionReader().read(folder.path) }
        let hint = error?.diagnostics.first { $0.message.contains("qqqq") }?.hints.first
        let inReader = hint.map { Set($0.dropFirst("known keys: ".count).components(separatedBy: ", ")) }
        #expect(!Self.keys(definition).isEmpty)
        #expect(inReader == Self.keys(definition))
    }

    @Test func everyGroupIsCompared() {
        let withKeys = Self.definitions.filter { $0.value["properties"] != nil }.map(\.key)
        #expect(Set(withKeys) == Set(Self.groups.map(\.definition)).subtracting([""]))
    }

    @Test func theReadmeExplainsEveryKey() throws {
        let readme = try String(contentsOfFile: Checkout.folder + "/README.md", encoding: .utf8)
        let reference = readme.components(separatedBy: "### edition.yaml")[1].components(separatedBy: "\nEDITION is")[0]
        let explained = Set(reference.matches(of: /([a-z]+):/).map { String($0.1) })
        for definition in Self.groups.map(\.definition) {
            #expect(Self.keys(definition).subtracting(explained) == [], "\(definition)")
        }
    }
}
