import Diagnostics
import Fonts
import Foundation
import Layouts
import Press
import TestSupport
import Testing
import Typesetting

struct ResourcesTests {
    /// A prefix as `make install` fills it, with an edition and folders of the user's own.
    private func installed() throws -> TemporaryFolder {
        try TemporaryFolder([
            "usr/bin/paiban": "", "usr/share/paiban/layouts/front.yaml": "",
            "usr/share/paiban/fonts/roles.yaml": "song: [Shipped]\n",
            "day/edition.yaml": "", "mine/front.yaml": "", "type/roles.yaml": "song: [Mine]\n",
        ])
    }

    @Test func layoutsAreSearchedBesideTheEditionThenInNamedFoldersThenWithTheProgram() throws {
        let folder = try installed()
        let resources = Resources(
            edition: folder.path("day"), layouts: [folder.path("mine")], program: folder.path("usr/bin/paiban"))
        #expect(
            resources.layoutFolders
                == ["day/layouts", "day", "mine", "usr/share/paiban/layouts"].map(folder.path(_:)))
    }

    @Test func fontsAreSearchedInTheSameOrder() throws {
        let folder = try installed()
        let resources = Resources(
            edition: folder.path("day"), fonts: [folder.path("type")], program: folder.path("usr/bin/paiban"))
        #expect(resources.fontFolders == ["day/fonts", "type", "usr/share/paiban/fonts"].map(folder.path(_:)))
    }

    @Test func theFirstRolesFileIsUsed() throws {
        let folder = try installed()
        let program = folder.path("usr/bin/paiban")
        func family(_ resources: Resources) throws -> String? {
            var resources = resources
            // Uses a cache other than the user's.
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

    @Test func hyphenationPatternsAreSearchedWithTheProgramThenInTheSystem() throws {
        let folder = try installed()
        let resources = Resources(program: folder.path("usr/bin/paiban"))
        #expect(resources.hyphenation.folders.first == folder.path("usr/share/paiban/hyphen"))
        #expect(Array(resources.hyphenation.folders.dropFirst()) == HyphenationPatterns.systemFolders)
        try folder.write("UTF-8\n", to: "usr/share/paiban/hyphen/hyph_en_US.dic")
        #expect(resources.hyphenation.file == folder.path("usr/share/paiban/hyphen/hyph_en_US.dic"))
    }

    @Test(arguments: ["out/deep/front", "out/.build/release/front"])
    func aProgramFindsTheEmbeddedFilesAndNothingInTheFoldersAboveIt(_ path: String) throws {
        let folder = try TemporaryFolder([
            path: "", "layouts/front.yaml": "", "fonts/roles.yaml": "", "share/paiban/layouts/front.yaml": "",
            "share/paiban/fonts/roles.yaml": "",
        ])
        let resources = Resources(program: folder.path(path))
        #expect(resources.layoutFolders == [])
        #expect(resources.layoutFinder.names.contains("broadsheet-front"))
        #expect(try resources.openFonts().roles.families["song"] != nil)
    }

    /// Anybody can put layouts and fonts into a folder that everybody may write to, such as /tmp.
    @Test(arguments: ["x/paiban", "bin/paiban", "x/y/paiban", ".build-x/release/paiban", ".build/paiban"])
    func aFolderThatEverybodyMayWriteToHasNothingOfPaibans(_ program: String) throws {
        let folder = try TemporaryFolder([
            program: "", "Package.swift": "", "layouts/front.yaml": "", "fonts/roles.yaml": "",
            "share/paiban/layouts/front.yaml": "", "share/paiban/fonts/roles.yaml": "",
        ])
        try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder.path)
        #expect(Resources(program: folder.path(program)).layoutFolders == [])
    }

    /// Only PREFIX/bin/paiban has a prefix, and only a checkout has Package.swift beside its build folder.
    @Test func aPrefixAndACheckoutAreRecognised() throws {
        let folder = try TemporaryFolder([
            "a/bin/paiban": "", "a/share/paiban/layouts/a.yaml": "", "a/share/paiban/fonts/roles.yaml": "",
            "a/other/paiban": "", "b/.build/debug/paiban": "", "b/layouts/a.yaml": "", "b/fonts/roles.yaml": "",
        ])
        func layouts(_ program: String) -> [String] { Resources(program: folder.path(program)).layoutFolders }
        #expect(layouts("a/bin/paiban") == [folder.path("a/share/paiban/layouts")])
        #expect(layouts("a/other/paiban") == [] && layouts("b/.build/debug/paiban") == [])
        try folder.write("", to: "b/Package.swift")
        #expect(layouts("b/.build/debug/paiban") == [folder.path("b/layouts")])
    }

    @Test func theEmbeddedFilesAreThoseOfTheCheckout() throws {
        let embedded = Resources().layoutFinder
        let names = LayoutFinder(folders: [Checkout.folder + "/layouts"]).names
        #expect(embedded.names == names, "Sources/Press/Shipped and ShippedFiles.swift have every layout file")
        for name in names {
            let file = try embedded.file(named: name, askedAt: nil)
            #expect(try file.text == Checkout.text(of: "layouts/\(name).yaml"))
            #expect(file.path == "<paiban>/layouts/\(name).yaml")
            // Pictures are searched beside the layout file, and an embedded file has no folder.
            let layout = try embedded.layout(named: name).value
            #expect(!layout.furniture.flatMap(\.parts).contains { if case .image = $0 { true } else { false } })
        }
        let roles = try FontRoles(parsing: Checkout.text(of: "fonts/roles.yaml"), file: "roles.yaml")
        #expect(try Resources().openFonts().roles.families == roles.families)
    }

    @Test func aPapersLayoutMayExtendTheEmbeddedOneOfItsName() throws {
        let folder = try TemporaryFolder(["layouts/tabloid-front.yaml": "extends: tabloid-front\ntitle: 我们的\n"])
        let layout = try Resources(edition: folder.path).layoutFinder.layout(named: "tabloid-front").value
        #expect(layout.title == "我们的")
        #expect(try layout.grid == Resources().layoutFinder.layout(named: "tabloid-front").value.grid)
    }

    @Test func withoutARolesFileTheFoldersAreNamed() throws {
        let folder = try TemporaryFolder(["bin/paiban": ""])
        var resources = Resources(edition: folder.path("day"), program: folder.path("bin/paiban"))
        resources.usesEmbeddedFiles = false
        do {
            _ = try resources.openFonts()
            Issue.record("fonts without roles")
        } catch let rejected as DiagnosticsError {
            #expect(rejected.diagnostics.map(\.message) == ["no roles.yaml in \(folder.path("day/fonts"))"])
        }
    }
}
