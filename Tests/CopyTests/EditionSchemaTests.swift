import Copy
import Diagnostics
import Foundation
import TestSupport
import Testing

/// layouts/edition.schema.json, the reader and seeds/README.md know the same keys.
struct EditionSchemaTests {
    private static let stranger = "qqqqqqqqqqqq: 1"

    private static let auto = "pages: auto\nlayouts: {front: a}\ncopy: a.md\n"

    /// A group of the schema and an edition with a key in it that resembles none.
    static let groups: [(definition: String, edition: String)] = [
        ("", auto + "\(stranger)\n"),
        ("page", "pages: [{layout: a, copy: a.md, \(stranger)}]\n"),
        ("notice", "pages: [{layout: a, copy: a.md, notices: [{rows: 9, text: b, \(stranger)}]}]\n"),
        ("pagedNotice", auto + "notices: [{page: 1, rows: 9, text: b, \(stranger)}]\n"),
        ("layouts", "pages: auto\ncopy: a.md\nlayouts: {front: a, \(stranger)}\n"),
        ("section", auto + "sections: [{name: b, \(stranger)}]\n"),
        ("photo", "pages: [{layout: a, copy: a.md, photos: [{file: a.jpg, \(stranger)}]}]\n"),
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

    @Test("the reader knows the keys of the schema and no other", arguments: groups)
    func sameKeys(definition: String, edition: String) throws {
        let folder = try TemporaryEdition(["edition.yaml": edition, "a.md": "---\ntitle: 桥\n---\n通车了。\n"])
        let rejected = #expect(throws: Rejected.self) { try EditionReader().read(folder.path) }
        let hint = rejected?.diagnostics.first { $0.message.contains("qqqq") }?.hints.first
        let inReader = hint.map { Set($0.dropFirst("known keys: ".count).components(separatedBy: ", ")) }
        #expect(!Self.keys(definition).isEmpty)
        #expect(inReader == Self.keys(definition))
    }

    @Test func everyGroupIsHeldAgainstTheReader() {
        #expect(Set(Self.definitions.keys) == Set(Self.groups.map(\.definition)).subtracting([""]))
    }

    @Test func everyKeyIsTaught() throws {
        let readme = try String(contentsOfFile: Checkout.folder + "/seeds/README.md", encoding: .utf8)
        for key in Self.groups.flatMap({ Self.keys($0.definition) }) {
            #expect(readme.contains("`\(key)`"), "\(key)")
        }
    }

    @Test func theReferencesExampleIsAnEdition() throws {
        let readme = try String(contentsOfFile: Checkout.folder + "/seeds/README.md", encoding: .utf8)
        let example = readme.components(separatedBy: "```yaml\n")[1].components(separatedBy: "```")[0]
        let copy = try String(contentsOfFile: Checkout.seed + "/copy/front.txt", encoding: .utf8)
        let folder = try TemporaryEdition(["edition.yaml": example, "copy/front.txt": copy])
        let edition = try EditionReader().read(folder.path).value
        #expect(edition.paper["hotline"] == "023-47521234")
        #expect(edition.pages[0].articles.count == 9)
    }
}
