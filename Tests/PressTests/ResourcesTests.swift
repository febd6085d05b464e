import Diagnostics
import Fonts
import Press
import TestSupport
import Testing

struct ResourcesTests {
    /// A prefix as `make install` fills it, and an edition, with folders of the user's own.
    private func installed() throws -> TemporaryFolder {
        try TemporaryFolder([
            "usr/bin/paiban": "", "usr/share/paiban/layouts/front.yaml": "",
            "usr/share/paiban/fonts/roles.yaml": "song: [Shipped]\n",
            "day/edition.yaml": "", "mine/front.yaml": "", "type/roles.yaml": "song: [Mine]\n",
        ])
    }

    @Test func layoutsAreLookedForBesideTheEditionThenInNamedFoldersThenWithTheProgram() throws {
        let folder = try installed()
        let resources = Resources(
            edition: folder.path("day"), layouts: [folder.path("mine")], program: folder.path("usr/bin/paiban"))
        #expect(
            resources.layoutFolders
                == ["day/layouts", "day", "mine", "usr/share/paiban/layouts"].map(folder.path(_:)))
    }

    @Test func fontsAreLookedForInTheSameOrder() throws {
        let folder = try installed()
        let resources = Resources(
            edition: folder.path("day"), fonts: [folder.path("type")], program: folder.path("usr/bin/paiban"))
        #expect(resources.fontFolders == ["day/fonts", "type", "usr/share/paiban/fonts"].map(folder.path(_:)))
    }

    @Test func theFirstRolesFileIsTaken() throws {
        let folder = try installed()
        let program = folder.path("usr/bin/paiban")
        func family(_ resources: Resources) throws -> String? {
            var resources = resources
            // Not the user's own cache.
            resources.fontCache = folder.path("cache")
            return try resources.openFonts().roles.families["song"]?.first?.name
        }
        #expect(try family(Resources(edition: folder.path("day"), program: program)) == "Shipped")
        let named = Resources(edition: folder.path("day"), fonts: [folder.path("type")], program: program)
        #expect(try family(named) == "Mine")
        try folder.write("song: [Own]\n", to: "day/fonts/roles.yaml")
        #expect(try family(named) == "Own")
    }

    @Test func aCheckoutServesTheProgramThatWasBuiltInIt() {
        let resources = Resources(program: Checkout.program)
        #expect(resources.layoutFolders == [Checkout.folder + "/layouts"])
        #expect(resources.fontFolders == [Checkout.folder + "/fonts"])
    }

    @Test func withoutARolesFileTheFoldersAreNamed() throws {
        let folder = try TemporaryFolder()
        // A path without folders above it: those of a real one may hold layouts and fonts of somebody else's.
        let resources = Resources(edition: folder.path("day"), program: "paiban")
        do {
            _ = try resources.openFonts()
            Issue.record("fonts without roles")
        } catch let rejected as DiagnosticsError {
            #expect(rejected.diagnostics.map(\.message) == ["no roles.yaml in \(folder.path("day/fonts"))"])
        }
    }
}
