import Diagnostics
import Foundation
import Layouts
import Pages
import TestSupport
import Testing

@testable import Press

struct LayoutLibraryTests {
    private func library(_ folder: TemporaryFolder) throws -> LayoutLibrary {
        LayoutLibrary(
            resources: Resources(edition: folder.path, program: Checkout.program), fonts: try SampleFonts.open())
    }

    @Test func aNewLayoutIsItsParentUntilItIsChanged() throws {
        let folder = try TemporaryFolder()
        let library = try library(folder)
        for parent in LayoutFinder(folders: [Checkout.folder + "/layouts"]).names {
            let file = try library.make("our-" + parent, from: parent, in: folder.path("layouts"))
            #expect(file == folder.path("layouts/our-\(parent).yaml"))
            var derived = try library.layout("our-" + parent)
            #expect(derived.diagnostics.isEmpty)
            let old = try library.layout(parent).value
            (derived.value.name, derived.value.place) = (old.name, old.place)
            #expect(derived.value == old)
        }
    }

    @Test func theCommentedLinesOfANewLayoutAreValid() throws {
        let folder = try TemporaryFolder()
        let library = try library(folder)
        let file = try library.make("our", from: "tabloid-front", in: folder.path)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let taken = text.split(separator: "\n").map { $0.hasPrefix("# ") && $0.contains(": ") ? $0.dropFirst(2) : $0 }
            .filter { !$0.hasPrefix("#") && !$0.contains("paiban") }.joined(separator: "\n")
        #expect(taken.contains("\ngrid: {columns: 5, measure: 13字"))
        let read = try LayoutReader(finder: LayoutFinder(folders: [Checkout.folder + "/layouts"]))
            .read(LayoutFile(path: file, text: taken))
        #expect(read.value.grid == (try library.layout("tabloid-front").value.grid))
    }

    @Test func nothingIsOverwrittenAndAParentIsRequired() throws {
        let folder = try TemporaryFolder(["mine.yaml": "page: {size: A4}\n"])
        #expect(throws: DiagnosticsError.self) { try library(folder).make("mine", from: "bulletin", in: folder.path) }
        #expect(try folder.text(of: "mine.yaml") == "page: {size: A4}\n")
        #expect(throws: DiagnosticsError.self) { try library(folder).make("other", from: "buletin", in: folder.path) }
        #expect(!folder.has("other.yaml"))
    }

    @Test func aMissingPictureIsAnErrorWhereItIsNamed() throws {
        let folder = try TemporaryFolder([
            "a.yaml": "furniture:\n  m:\n    columns: 1\n    rows: 1-9\n    parts:\n      - {image: plate.svg}\n"
        ])
        let rejected = #expect(throws: DiagnosticsError.self) { try library(folder).layout(folder.path("a.yaml")) }
        let diagnostic = try #require(rejected?.diagnostics.first)
        #expect(diagnostic.place?.line == 6)
        #expect(diagnostic.message.hasSuffix("does not exist"))
    }

    @Test func aFileExtendsAFileBesideIt() throws {
        let folder = try TemporaryFolder([
            "own/a.yaml": "extends: b\n", "own/b.yaml": "grid: {columns: 2}\n",
        ])
        let other = try library(TemporaryFolder())
        #expect(try other.layout(folder.path("own/a.yaml")).value.grid.columns == 2)
    }

    @Test func aRoleWithoutAFontIsAnErrorWhereItIsNamed() {
        let reader = LayoutReader(rolesWithoutFonts: ["fangsong", "kai"])
        let text = "styles:\n  body: {font: fangsong}\n"
        let error = #expect(throws: DiagnosticsError.self) { try reader.read(LayoutFile(path: "a.yaml", text: text)) }
        #expect(
            error?.diagnostics.lines == [
                "a.yaml error: no font for “kai” is on this machine",
                "a.yaml:2 error: no font for “fangsong” is on this machine",
            ])
    }

    @Test("the plan of every layout shows its areas and furniture by name")
    func sheet() throws {
        let library = try library(TemporaryFolder())
        for name in library.names {
            let layout = try library.layout(name).value
            let dump = PageDump(LayoutSheet(layout, fonts: try SampleFonts.open()).page).description
            for piece in layout.areas.map(\.name) + layout.furniture.map(\.name) {
                #expect(dump.contains(" \(piece)\n"), "\(piece) of \(name)")
            }
            #expect(dump.contains("\(layout.grid.rows)行") || dump.contains("\(layout.grid.rows) 行"))
        }
    }
}
