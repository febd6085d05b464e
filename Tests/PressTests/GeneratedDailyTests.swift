import Copy
import Diagnostics
import GeneratedPages
import Makeup
import Pages
import Press
import Synchronization
import TestSupport
import Testing

/// Whole days of generated copy that the program allocates to pages. The benchmark `daily` makes up to 64 of them.
@Suite(.slow, .computing)
struct GeneratedDailyTests {
    private func composed(
        _ daily: GeneratedDaily, jobs: Int = 1, _ change: (inout Edition) -> Void = { _ in }
    ) throws -> (Edition, Reported<ComposedEdition>) {
        let folder = try TemporaryFolder()
        var edition = try daily.edition(in: folder.path)
        change(&edition)
        let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
        return (edition, try EditionPress(resources: resources, fonts: SampleFonts.open, jobs: jobs).make(edition))
    }

    @Test func nothingOfADayIsLost() throws {
        let (edition, composed) = try composed(GeneratedDaily(seed: 1, pages: 8))
        #expect(!composed.diagnostics.hasErrors, "\(composed.diagnostics.lines)")
        let copy = CopyAudit(edition, composed.value.document.pages)
        #expect(copy.faults == [])
        #expect(copy.absent.map(\.id) == [])
        let pages = composed.value.report.pages
        #expect((7...9).contains(pages.count), "\(pages.count)")
        // Only the last page may be short of copy, and none is empty.
        for page in pages.dropLast() { #expect(page.whiteShare < 0.03, "page \(page.page): \(page.whiteShare)") }
        #expect(pages.allSatisfy { !$0.stories.isEmpty })
        // The day's lead is on the first page, and every page but the last has a lead of its own.
        #expect(pages[0].stories.contains { $0.id == "s1" })
        let leads = Set(edition.allotment!.articles.filter { $0.rank! <= 2 }.map(\.id))
        for page in pages.dropLast() { #expect(page.stories.contains { leads.contains($0.id) }, "page \(page.page)") }
    }

    /// Stories that take slightly more than a page are made smaller. Two pages, which they cannot fill, are not planned
    /// first.
    @Test func copyForALittleMoreThanAPageFitsOnOne() throws {
        let folder = try TemporaryFolder()
        let edition = try GeneratedDaily(seed: 1, pages: 1).edition(in: folder.path)
        let resources = Resources(layouts: [Checkout.folder + "/layouts"], program: Checkout.program)
        let totals = Mutex<[Int]>([])
        let composed = try EditionPress(resources: resources, fonts: SampleFonts.open).make(
            edition, .init(progress: { _, total in totals.withLock { $0.append(total) } }))
        #expect(totals.withLock { $0 } == [1])
        #expect(!composed.diagnostics.hasErrors)
        #expect(composed.value.report.pages.map(\.whiteShare).allSatisfy { $0 < 0.03 })
    }

    /// Idle workers typeset and evaluate stories before their page is planned. The result depends on the copy alone.
    @Test func everyNumberOfWorkersMakesTheSamePages() throws {
        let daily = GeneratedDaily(seed: 4, pages: 4)
        let (_, alone) = try composed(daily), (_, together) = try composed(daily, jobs: 4)
        let pages = { (composed: Reported<ComposedEdition>) in
            composed.value.document.pages.map { $0.glyphRuns.map { "\($0.origin) \($0.text)" } }
        }
        #expect(alone.value.document.pages.count > 1)
        #expect(pages(alone) == pages(together))
        #expect(alone.diagnostics.lines == together.diagnostics.lines)
    }

    @Test func jumpLinesOfADayLeadToEachOther() throws {
        let (_, composed) = try composed(GeneratedDaily(seed: 3, pages: 6))
        let texts = composed.value.document.pages.map { $0.glyphRuns.map(\.text).joined().filter { !$0.isWhitespace } }
        for (index, text) in texts.enumerated() {
            for jump in text.matches(of: /（下转第(\d+)版）/) {
                let target = try #require(Int(jump.1))
                #expect(texts[target - 1].contains("（上接第\(index + 1)版）"))
            }
            for jump in text.matches(of: /（上接第(\d+)版）/) {
                let source = try #require(Int(jump.1))
                #expect(texts[source - 1].contains("（下转第\(index + 1)版）"))
            }
        }
    }

    @Test func aNoticeOnAMissingPageIsAnError() throws {
        let place = SourcePlace(file: "edition.yaml", line: 7)
        let notice = Notice(rows: .foot(12), content: .image("ad.png"), place: place)
        let (_, composed) = try composed(GeneratedDaily(seed: 2, pages: 2)) { $0.allotment?.notices = [9: [notice]] }
        let count = composed.value.document.pages.count
        #expect(
            composed.diagnostics.lines.contains(
                "edition.yaml:7 error: the notice stands on page 9, and the edition has \(count) pages"))
    }
}
