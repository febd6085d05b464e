import Diagnostics
import Fonts
import Press
import TestSupport
import Testing
import Typesetting

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
            try resources.openFonts().roles.families["song"]?.first?.name
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

    @Test func hyphenationPatternsAreLookedForWithTheProgramThenInTheSystem() throws {
        let folder = try installed()
        let resources = Resources(program: folder.path("usr/bin/paiban"))
        #expect(resources.hyphenation.folders.first == folder.path("usr/share/paiban/hyphen"))
        #expect(Array(resources.hyphenation.folders.dropFirst()) == HyphenationPatterns.systemFolders)
        try folder.write("UTF-8\n", to: "usr/share/paiban/hyphen/hyph_en_US.dic")
        #expect(resources.hyphenation.file == folder.path("usr/share/paiban/hyphen/hyph_en_US.dic"))
    }

    @Test func withoutARolesFileTheFoldersAreNamed() throws {
        let folder = try TemporaryFolder(["bin/paiban": ""])
        let resources = Resources(edition: folder.path("day"), program: folder.path("bin/paiban"))
        do {
            _ = try resources.openFonts()
            Issue.record("fonts without roles")
        } catch let rejected as DiagnosticsError {
            #expect(rejected.diagnostics.map(\.message) == ["no roles.yaml in \(folder.path("day/fonts"))"])
        }
    }
}
