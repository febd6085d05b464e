import Copy
import Makeup
import Diagnostics
import Makeup
import Press
import Printing
import TestSupport
import Testing

/// The second sample: Markdown and raw copy in one edition, photographs, and a page with an advertisement.
struct CountyEditionTests {
    /// The largest share of white lines on a page of a sample that is on display.
    private static let mostWhite = 0.015

    @Test func hasNoDiagnostics() throws {
        let composed = try ComposedSample.county.edition()
        #expect(composed.diagnostics.lines == [])
        #expect(try PDFPrinter().print(composed.value.document).diagnostics.lines == [])
    }

    @Test func pagesAreFull() throws {
        let pages = try ComposedSample.county.edition().value.report.pages
        #expect(pages.count == 4)
        for page in pages { #expect(page.whiteShare <= Self.mostWhite, "page \(page.page)") }
    }

    @Test func everyStoryIsOnItsPage() throws {
        let edition = try EditionReader().read(Checkout.county).value
        let pages = try ComposedSample.county.edition().value.report.pages
        for (page, given) in zip(pages, edition.pages) {
            // In the report, briefs under one head are one story with the ids of all of them.
            let placed = page.stories.flatMap { $0.id.split(separator: "+").map(String.init) }.filter { id in
                // The rest of a story that continues here belongs to another page.
                !edition.pages.contains { $0.articles.contains { id == $0.id + "-2" && $0.jump == page.page } }
            }
            #expect(placed.sorted() == given.articles.map(\.id).sorted())
        }
    }
}
