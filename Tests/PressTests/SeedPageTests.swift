import Copy
import Diagnostics
import Pages
import Press
import Printing
import TestSupport
import Testing

/// The sample edition from its folder to its bytes.
struct SeedPageTests {
    private func dump(_ composed: ComposedEdition) -> String {
        composed.document.pages.map { PageDump($0).description }.joined()
    }

    @Test func thePageMatchesItsGolden() throws {
        let composed = try ComposedSample.seed.edition().value
        #expect(difference(dump(composed), fromGolden: "jiangjin.page.txt") == nil)
    }

    @Test func hasNoDiagnostics() throws {
        let composed = try ComposedSample.seed.edition()
        #expect(composed.diagnostics.lines == [])
        #expect(try PDFPrinter().print(composed.value.document).diagnostics.lines == [])
    }

    @Test func theFileHasItsMetadata() throws {
        let document = try ComposedSample.seed.edition().value.document
        #expect(document.title == "江津新闻 2023-06-21 第4321期")
        #expect(document.author == "江津新闻编辑部 编印")
        #expect(document.date == "2023-06-21")
        #expect(document.language == "zh-Hans")
    }

    /// Importing the raw copy and adding what an import cannot know gives the same page as the raw copy.
    @Test func importingDoesNotChangeThePage() throws {
        let raw = try Checkout.seedFile("copy/front.txt")
        let copy = RawCopyReader().read(try CopyDecoder.decode(raw, file: "front.txt").value)
        let folder = try TemporaryFolder()
        try NewEdition(folder.path).write(EditionWriter().files(for: copy, readFrom: "front.txt"))
        for photo in ["station.jpg", "workshop.jpg"] {
            try folder.copy(Checkout.seed + "/photos/" + photo, to: "photos/" + photo)
        }
        // As an editor does it: the list of stories from the import is kept, and everything else comes from the day's
        // edition.
        let stories = try folder.text(of: "edition.yaml").split(separator: "\n").filter { $0.contains("copy/") }
        #expect(stories.count == 9)
        let seed = String(decoding: try Checkout.seedFile("edition.yaml"), as: UTF8.self)
        try folder.write(
            seed.replacing("    copy: [copy/front.txt]", with: "    copy:\n" + stories.joined(separator: "\n")),
            to: "edition.yaml")

        let imported = try Run.make(folder.path)
        #expect(imported.diagnostics.lines == [])
        #expect(dump(imported.value) == dump(try ComposedSample.seed.edition().value))
    }

    @Test func aSecondRunGivesTheSameBytes() throws {
        let first = try PDFPrinter().print(try ComposedSample.seed.edition().value.document).value
        let second = try PDFPrinter().print(try Run.make(Checkout.seed).value.document).value
        #expect(first.count > 100_000)
        #expect(first == second)
    }

    @Test func theDummyListsTheCellsOfEveryStory() throws {
        let dummy = try ComposedSample.seed.edition().value.dummies.joined().split(separator: "\n")
        let lines = dummy.filter { !$0.contains(" | ") }
        #expect(lines.map { $0.prefix { $0 != " " } } == (1...9).map { "\($0)" })
        #expect(Set(lines.map { $0.split(separator: " ")[1] }) == Set((1...9).map { "front-\($0)" }))
        #expect(dummy.contains("91-106 | 8 8 9 9 9 9"))
        #expect(lines.allSatisfy { $0.contains("columns ") && $0.contains("rows ") && $0.contains("rank ") })
    }
}
