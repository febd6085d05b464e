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
    /// Of a page's column lines, those that may stay white in a sample that is to be shown.
    private static let mostWhite = 0.015

    @Test func nothingIsToBeSaidOfIt() throws {
        let made = try ComposedSample.county.edition()
        #expect(made.diagnostics.lines == [])
        #expect(try PDFPrinter().print(made.value.document).diagnostics.lines == [])
    }

    @Test func itsPagesAreFull() throws {
        let pages = try ComposedSample.county.edition().value.report.pages
        #expect(pages.count == 4)
        for page in pages { #expect(page.whiteShare <= Self.mostWhite, "page \(page.page)") }
    }

    @Test func everyStoryStandsOnThePageThatItWasGivenTo() throws {
        let edition = try EditionReader().read(Checkout.county).value
        let pages = try ComposedSample.county.edition().value.report.pages
        for (page, given) in zip(pages, edition.pages) {
            // Briefs under one head stand in the report as one story, which has all their names.
            let placed = page.stories.flatMap { $0.id.split(separator: "+").map(String.init) }.filter { id in
                // The rest of a story that goes on there was given to another page.
                !edition.pages.contains { $0.articles.contains { id == $0.id + "-2" && $0.jump == page.page } }
            }
            #expect(placed.sorted() == given.articles.map(\.id).sorted())
        }
    }
}
