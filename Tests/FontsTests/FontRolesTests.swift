import Diagnostics
import Testing

@testable import Fonts

/// Reading fonts/roles.yaml: the families of roles, and errors with their places.
struct FontRolesTests {
    private func errors(_ text: String) -> [String] {
        do {
            _ = try FontRoles(parsing: text, file: "roles.yaml")
            return []
        } catch {
            return (error as? DiagnosticsError)?.diagnostics.map {
                "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)"
            } ?? ["\(error)"]
        }
    }

    @Test func reads() throws {
        let roles = try FontRoles(parsing: "song: [A, \"B:black\"]\nhei: [C]\n", file: "roles.yaml")
        #expect(roles.names == ["hei", "song"])
        #expect(roles.families(of: "song") == [.init(name: "A"), .init(name: "B", weight: .black)])
        #expect(roles.families(of: "kai") == [])
    }

    /// The most specific language that the role has; the role without a language for all others.
    @Test func languages() throws {
        let text = "song: [SC]\nsong@zh-Hant: [TC]\nsong@zh-Hant-HK: [HK]\nsong@ja: [JP]\n"
        let roles = try FontRoles(parsing: text, file: "roles.yaml")
        let family = { roles.families(of: "song", in: $0)[0].name }
        #expect(
            ["zh-Hans", "zh-hant", "zh-Hant-TW", "zh-Hant-HK", "ja-JP", ""].map(family) == [
                "SC", "TC", "TC", "HK", "JP", "SC",
            ])
        #expect(roles.names == ["song"] && roles.languages == ["ja", "zh-hant", "zh-hant-hk"])
    }

    @Test func unknownWeight() {
        #expect(errors("song:\n  - \"A:blak\"\n") == ["2:5 “blak” is not a weight"])
    }

    @Test func noFamily() { #expect(errors("hei: [A]\nsong: []\n") == ["2:1 the role “song” names no font family"]) }

    @Test func notAName() {
        #expect(errors("song: [[A]]\n").first?.hasPrefix("1:8 a font family of “song” has to be a name") == true)
    }

    @Test func languageWithoutRole() {
        #expect(errors("song@ja: [A]\n") == ["1:1 there is no role “song” without a language beside “song@ja”"])
        #expect(errors("song: [A]\nsong@: [B]\n") == ["2:1 “song@” does not end in a language"])
    }
}
