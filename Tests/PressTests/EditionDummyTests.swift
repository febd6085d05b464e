import Diagnostics
import Layouts
import Makeup
import Testing

@testable import Press

/// The entries of the dummy file, written and read again.
struct EditionDummyTests {
    private let head = """
        # Where the stories stand. Change columns and rows to move one; pin: true holds it when others have to move.
        pages:
          - page: 1
            layout: tabloid-front
            stories:
              -\u{20}
        """

    private func dummy(_ story: String) throws -> EditionDummy {
        try EditionDummy(parsing: head + story + "\n", file: "dummy.yaml")
    }

    /// The written text without the drawing above the stories.
    private func undrawn(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("    #") }
            .joined(separator: "\n")
    }

    @Test(
        "short legs are written with their columns and last row",
        arguments: [
            ("{columns: 1-2, end: 48}", true, 2), ("{columns: 3-3, end: 48}", false, 1),
        ])
    func shortLegs(_ short: String, _ isAtLeft: Bool, _ columns: Int) throws {
        let line = "{story: 'front-3', columns: 1-3, rows: 36-54, short: \(short), pin: true, title: '龙舟'}"
        let read = try dummy(line)
        let entry = try #require(read.pages.first?.stories.first)
        #expect(entry.cells == GridRect(columns: 0..<3, rows: 35..<54))
        #expect(entry.step == LegStep(columns: columns, isAtLeft: isAtLeft, rows: 6))
        #expect(entry.isPinned)
        #expect(undrawn(read.text) == head + line + "\n")
        #expect(try EditionDummy(parsing: read.text, file: "dummy.yaml") == read)
    }

    @Test(
        "short legs that are not some of the story's columns from one of its edges are an error",
        arguments: [
            "{columns: 2-2, end: 48}", "{columns: 1-3, end: 48}", "{columns: 4-5, end: 48}", "{columns: 1-2, end: 60}",
        ])
    func wrongLegs(_ short: String) {
        do {
            _ = try dummy("{story: 'front-3', columns: 1-3, rows: 36-54, short: \(short)}")
            Issue.record("\(short) was taken")
        } catch {
            let message = (error as? DiagnosticsError)?.diagnostics.first?.message
            #expect(message == "these are no short legs of the story")
        }
    }
}
