import Diagnostics
import Foundation
import Layouts
import Testing

/// layouts/layout.schema.json and the reader know the same keys.
///
/// The reader lists the keys it knows in the hint for one that it does not; so a key that resembles none is put into
/// every group of the file, and the hint is held against the schema.
struct SchemaTests {
    private static let stranger = "qqqqqqqqqqqq: 1"

    private static func part(_ kind: String) -> String {
        "furniture: {f: {columns: 1, rows: 1, parts: [{\(kind), \(stranger)}]}}"
    }

    /// A group of the schema and a file with the stranger in that group.
    static let groups: [(definition: String, file: String)] = [
        ("", stranger),
        ("page", "page: {\(stranger)}"),
        ("margins", "page: {margins: {\(stranger)}}"),
        ("grid", "grid: {\(stranger)}"),
        ("style", "styles: {note: {\(stranger)}}"),
        ("style", "styles: {body: {\(stranger)}}"),
        ("headline", "headlines: {1: {\(stranger)}}"),
        ("headlineLine", "headlines: {1: {kicker: {\(stranger)}}}"),
        ("headlineLine", "headlines: {1: {deck: {\(stranger)}}}"),
        ("colour", "colours: {red: {\(stranger)}}"),
        ("photos", "photos: {\(stranger)}"),
        ("separators", "separators: {\(stranger)}"),
        ("prices", "prices: {\(stranger)}"),
        ("furniture", "furniture: {f: {columns: 1, rows: 1, \(stranger)}}"),
        ("head", "furniture: {f: {head: {\(stranger)}}}"),
        ("foot", "furniture: {f: {foot: {\(stranger)}}}"),
        ("text", part("text: a")),
        ("rule", part("rule: single")),
        ("image", part("image: a.png")),
        ("band", part("band: black")),
        ("index", part("index: '{title}'")),
        ("storyRule", "areas: {a: {columns: 1, rows: 1, story: {\(stranger)}}}"),
        ("area", "areas: {a: {columns: 1, rows: 1, \(stranger)}}"),
        ("photo", "areas: {a: {columns: 1, rows: 1, photo: {\(stranger)}}}"),
        ("box", "areas: {a: {columns: 1, rows: 1, box: {\(stranger)}}}"),
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
        let said = #expect(throws: DiagnosticsError.self) { try layout(file) }?.diagnostics ?? []
        let hints = said.filter { $0.message.contains("qqqq") }.flatMap(\.hints)
        let inReader = hints.first.map { Set($0.dropFirst("known keys: ".count).components(separatedBy: ", ")) }
        #expect(inReader == inSchema)
    }

    @Test("every group of the schema is held against the reader")
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
