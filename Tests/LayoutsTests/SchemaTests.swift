import Diagnostics
import Foundation
import Layouts
import Testing

/// layouts/layout.schema.json and the reader know the same keys.
///
/// For an unknown key that resembles no other, the reader lists the keys it knows as a hint. The tests put such a key into
/// every group of a file and compare the hint with the schema.
struct SchemaTests {
    private static let unknownKey = "qqqqqqqqqqqq: 1"

    private static func part(_ kind: String) -> String {
        "furniture: {f: {columns: 1, rows: 1, parts: [{\(kind), \(unknownKey)}]}}"
    }

    /// A group of the schema, and a file with the unknown key in that group.
    static let groups: [(definition: String, file: String)] = [
        ("", unknownKey),
        ("page", "page: {\(unknownKey)}"),
        ("margins", "page: {margins: {\(unknownKey)}}"),
        ("grid", "grid: {\(unknownKey)}"),
        ("style", "styles: {note: {\(unknownKey)}}"),
        ("style", "styles: {body: {\(unknownKey)}}"),
        ("headline", "headlines: {1: {\(unknownKey)}}"),
        ("headlineLine", "headlines: {1: {kicker: {\(unknownKey)}}}"),
        ("headlineLine", "headlines: {1: {deck: {\(unknownKey)}}}"),
        ("colour", "colours: {red: {\(unknownKey)}}"),
        ("photos", "photos: {\(unknownKey)}"),
        ("separators", "separators: {\(unknownKey)}"),
        ("prices", "prices: {\(unknownKey)}"),
        ("furniture", "furniture: {f: {columns: 1, rows: 1, \(unknownKey)}}"),
        ("head", "furniture: {f: {head: {\(unknownKey)}}}"),
        ("foot", "furniture: {f: {foot: {\(unknownKey)}}}"),
        ("text", part("text: a")),
        ("rule", part("rule: single")),
        ("image", part("image: a.png")),
        ("band", part("band: black")),
        ("index", part("index: '{title}'")),
        ("storyRule", "areas: {a: {columns: 1, rows: 1, story: {\(unknownKey)}}}"),
        ("area", "areas: {a: {columns: 1, rows: 1, \(unknownKey)}}"),
        ("photo", "areas: {a: {columns: 1, rows: 1, photo: {\(unknownKey)}}}"),
        ("box", "areas: {a: {columns: 1, rows: 1, box: {\(unknownKey)}}}"),
    ]

    private static var schema: [String: Any] {
        let file = URL(fileURLWithPath: ShippedLayoutsTests.folder).appendingPathComponent("layout.schema.json")
        let data = try? Data(contentsOf: file)
        return data.flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] } ?? [:]
    }

    private static var definitions: [String: [String: Any]] { schema["$defs"] as? [String: [String: Any]] ?? [:] }

    @Test("the reader knows the keys of the schema and no other", arguments: groups)
    func sameKeys(definition: String, file: String) throws {
        let group = definition.isEmpty ? Self.schema : Self.definitions[definition] ?? [:]
        let inSchema = Set((group["properties"] as? [String: Any] ?? [:]).keys)
        #expect(!inSchema.isEmpty)
        let diagnostics = #expect(throws: DiagnosticsError.self) { try layout(file) }?.diagnostics ?? []
        let hints = diagnostics.filter { $0.message.contains("qqqq") }.flatMap(\.hints)
        let inReader = hints.first.map { Set($0.dropFirst("known keys: ".count).components(separatedBy: ", ")) }
        #expect(inReader == inSchema)
    }

    @Test("every group of the schema is compared with the reader")
    func allGroups() {
        let withKeys = Self.definitions.filter { $0.value["properties"] != nil }.map(\.key)
        #expect(Set(withKeys) == Set(Self.groups.map(\.definition)).subtracting([""]))
    }

    @Test("the schema's choices are the model's")
    func choices() {
        func choices(_ definition: String, _ key: String) -> [String]? {
            let properties = Self.definitions[definition]?["properties"] as? [String: [String: Any]]
            return properties?[key]?["enum"] as? [String]
        }
        #expect(choices("rule", "rule") == FurnitureRule.Kind.allCases.map(\.rawValue))
        #expect(choices("photo", "side") == PhotoWish.Side.allCases.map(\.rawValue))
        #expect(Self.definitions["align"]?["enum"] as? [String] == TextStyle.Alignment.allCases.map(\.rawValue))
        let directions = LineDirection.allCases.map(\.rawValue)
        for definition in ["grid", "text", "area"] { #expect(choices(definition, "direction") == directions) }
        #expect(choices("area", "headline") == directions)
        #expect(choices("photos", "credit") == PhotoStyle.CreditPlace.allCases.map(\.rawValue))
        #expect(choices("headline", "legs") == HeadlineStyle.LegWidth.allCases.map(\.rawValue))
        let makeup = (Self.schema["properties"] as? [String: [String: Any]])?["makeup"]?["enum"] as? [String]
        #expect(makeup == MakeupMode.allCases.map(\.rawValue))
    }
}
