import Copy
import Diagnostics
import Pages
import Press
import Printing
import TestSupport
import Testing

/// The county sample's PDF, read back as its readers use it: links, jump lines and page numbers.
struct FinishedEditionTests {
    private static let file = Result { try PDFPrinter().print(ComposedSample.county.edition().value.document).value }
    private static let printed = Result { try PrintedWords(file.get()) }

    private let pdf: PDFReader
    private let words: PrintedWords
    private let edition: Edition

    init() throws {
        pdf = PDFReader(try Self.file.get())
        words = try Self.printed.get()
        edition = try EditionReader().read(Checkout.county).value
    }

    /// The text at the target of a link.
    private func text(at place: PDFReader.Place?) throws -> String {
        let place = try #require(place)
        return words.text(ofPage: place.page, from: try #require(place.x), try #require(place.y))
    }

    private func title(of story: Article) -> String { PrintedWords.solid(story.title) }

    @Test func indexEntriesLeadToTheirStories() throws {
        let entries = pdf.links[0].filter { $0.text.contains("版　") }
        #expect(entries.count == 5)
        for entry in entries {
            let parts = entry.text.split(separator: "版　", maxSplits: 1)
            let place = try #require(entry.place)
            // The page that it names, by the printed number and by the page label.
            #expect(pdf.labels[place.page] == "第\(parts[0])版")
            #expect(try text(at: place).contains(PrintedWords.solid(String(parts[1]))), "\(entry.text)")
        }
        // All other pages are in the index.
        #expect(Set(entries.compactMap(\.place?.page)) == [1, 2, 3])
    }

    @Test func jumpLinesLeadToEachOther() throws {
        let lead = try #require(edition.pages[0].articles.first { $0.jump != nil })
        let away = try #require(pdf.links[0].first { $0.text.hasPrefix("（下转") })
        let back = try #require(pdf.links[1].first { $0.text.hasPrefix("（上接") })
        #expect(away.text == "（下转第2版）" && back.text == "（上接第1版）")
        #expect(away.place?.page == 1 && back.place?.page == 0)
        // Each leads to the head of the other part, above the other jump line.
        for (from, to) in [(away, back), (back, away)] {
            let place = try #require(from.place)
            let there = try text(at: place)
            #expect(there.contains(title(of: lead)))
            #expect(there.contains(PrintedWords.solid(to.text)))
            #expect(place.x! <= to.rect[0] + 1 && place.y! >= to.rect[3] - 1)
        }
        // There are no other jump lines.
        let all = (0..<4).map { words.text(ofPage: $0) }.joined()
        #expect(all.matches(of: /下转|上接/).count == 2)
    }

    /// The parts of the lead contain its text once: the first part before the jump line, and the rest after it.
    @Test func nothingOfTheLeadIsLost() throws {
        let lead = try #require(edition.pages[0].articles.first { $0.jump != nil })
        let pages = (0..<2).map { words.text(ofPage: $0) }
        var isBack = false
        for case .paragraph(let paragraph) in lead.body {
            // The first words of a line. A longer text may be divided by the end of a leg.
            let opening = String(PrintedWords.solid(paragraph.text).prefix(9))
            let places = pages.indices.filter { pages[$0].contains(opening) }
            #expect(places.count == 1, "\(opening)")
            #expect(!isBack || places == [1], "\(opening)")
            isBack = places == [1]
        }
        #expect(isBack)
    }

    @Test func everyLinkHasATarget() {
        let links = pdf.links.flatMap { $0 }
        #expect(links.count == 7)
        #expect(links.allSatisfy { $0.place != nil })
    }

    @Test func theOutlineNamesEveryPageAndItsStories() throws {
        let entries = pdf.outline
        #expect(entries.map(\.title) == zip(1..., edition.pages).map { "第\($0)版 \($1.section!)" })
        for (index, (entry, page)) in zip(entries, edition.pages).enumerated() {
            #expect(entry.place?.page == index)
            for story in entry.children {
                #expect(story.place?.page == index)
                #expect(try text(at: story.place).contains(PrintedWords.solid(story.title)), "\(story.title)")
            }
            let titles = Set(entry.children.map { PrintedWords.solid($0.title) })
            // Briefs are listed under the head that they share.
            let own = page.articles.filter { $0.rank ?? 1 < 5 }.map(title)
            #expect(titles.isSuperset(of: own), "page \(index + 1)")
        }
    }

    @Test func pageNumbersAgree() throws {
        #expect(pdf.labels == (1...4).map { "第\($0)版" })
        for (index, page) in edition.pages.enumerated() {
            let text = words.text(ofPage: index)
            // The folio is at the foot of the front page and at the head of the other pages.
            let line = index == 0 ? "第1版\(page.section!)" : page.section!
            #expect(text.contains(line))
            let folio = words.pages[index].words.filter { $0.text == "\(index + 1)" && $0.top < 70 }
            #expect(folio.count == (index == 0 ? 0 : 1), "page \(index + 1)")
        }
        #expect(words.text(ofPage: 0).contains("今日4版"))
    }

    @Test func theMastheadHasTheDate() throws {
        let front = words.text(ofPage: 0)
        for words in [
            "2024年9月14日星期六农历八月十二", "第2716期（总第9824期）", "清渡报社出版", "CN00-0000", "www.qingdu.example", "晴转多云19—27℃",
        ] { #expect(front.contains(words), "\(words)") }
    }
}
