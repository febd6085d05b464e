import Diagnostics
import TestSupport
import Testing

@testable import Fonts

/// The diagnostics of roles files with one fault each.
struct WrongRolesTests {
    private static let wrong: [(fault: String, text: String)] = [
        ("an unknown weight", "song: [\"Noto Serif CJK SC:blak\"]\n"),
        ("two weights", "song: [\"Noto Serif CJK SC:bold:heavy\"]\n"),
        ("a colon and no weight", "song: [\"Noto Serif CJK SC:\"]\n"),
        ("a family without a name", "song: [\"\"]\n"),
        ("a weight without a family", "song: [\":bold\"]\n"),
        ("no family", "song: []\n"),
        ("a role without a value", "song:\n"),
        ("a list in the list", "song: [[Noto Serif CJK SC]]\n"),
        ("a group for a family", "song: [{family: Noto Serif CJK SC}]\n"),
        ("a family twice", "song: [Noto Serif CJK SC, LXGW WenKai, Noto Serif CJK SC]\n"),
        ("a role twice", "song: [A]\nhei: [B]\nsong: [C]\n"),
        ("a role with an empty language", "song: [A]\nsong@: [B]\n"),
        ("a language alone", "song@ja: [A]\n"),
        ("a list for a file", "- song\n- hei\n"),
        ("not YAML", "song: [A\nhei: [B]\n"),
        ("several at once", "song: []\nhei: [\"A:fat\"]\nkai@ja: [B]\n"),
    ]

    @Test func wrongRoles() {
        let report = Self.wrong.map { fault, text in
            do {
                _ = try FontRoles(parsing: text, file: "roles.yaml")
                return "# \(fault)\n(nothing)\n"
            } catch let error as DiagnosticsError {
                return "# \(fault)\n" + error.diagnostics.map(\.rendered).joined()
            } catch {
                return "# \(fault)\n\(error)\n"
            }
        }.joined(separator: "\n")
        #expect(difference(report, fromGolden: "wrong-roles.txt") == nil)
    }
}
