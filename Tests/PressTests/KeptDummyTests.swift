import Copy
import Diagnostics
import GeneratedPages
import Layouts
import Makeup
import TestSupport
import Testing

@testable import Press

/// Pages made again with their previous dummy, unchanged and edited.
struct KeptDummyTests {
    private func press() -> EditionPress {
        let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
        return EditionPress(resources: resources, fonts: SampleFonts.open)
    }

    /// A page of six stories and the dummy that the program makes of it.
    private func page(in folder: TemporaryFolder) throws -> (edition: Edition, kept: EditionDummy) {
        let edition = try GeneratedEdition(seed: 5, form: .bulletin).edition(in: folder.path)
        return (edition, try press().make(edition).value.kept)
    }

    private func messages(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map(\.message).filter { $0.contains("the dummy has it") }
    }

    @Test func addingAWordMovesNoStory() throws {
        let folder = try TemporaryFolder()
        var (edition, kept) = try page(in: folder)
        guard case .paragraph(var first) = edition.pages[0].articles[0].body[0] else { return }
        first.text = "据悉" + first.text
        edition.pages[0].articles[0].body[0] = .paragraph(first)
        let again = try press().make(edition, .init(dummy: kept))
        #expect(again.value.kept.pages[0].stories.map(\.cells) == kept.pages[0].stories.map(\.cells))
        #expect(messages(again.diagnostics).isEmpty)
    }

    /// The other heights that the story could have are tried.
    @Test func aPinnedStoryStaysWhereTheEditorPutIt() throws {
        let folder = try TemporaryFolder()
        let (edition, kept) = try page(in: folder)
        let foot = try #require(kept.pages[0].stories.map(\.cells.rows.upperBound).max())
        var held = 0
        for index in kept.pages[0].stories.indices {
            for rows in [-2, -1, 1, 2] {
                var edited = kept
                edited.pages[0].stories[index].isPinned = true
                let cells = edited.pages[0].stories[index].cells
                let moved = cells.rows.lowerBound..<cells.rows.upperBound + rows
                guard cells.rows.upperBound < foot, edited.pages[0].stories[index].step == nil else { continue }
                edited.pages[0].stories[index].cells.rows = moved
                let entry = edited.pages[0].stories[index]
                let again = try press().make(edition, .init(dummy: edited))
                let stands = again.value.kept.pages[0].stories.first { $0.id == entry.id }
                if stands?.cells == entry.cells {
                    held += 1
                    #expect(stands?.isPinned == true)
                    #expect(!messages(again.diagnostics).contains { $0.contains(entry.title) })
                } else {
                    #expect(
                        messages(again.diagnostics).contains { $0.contains(entry.title) && $0.contains("rows high") })
                }
            }
        }
        #expect(held > 0)
    }
}
