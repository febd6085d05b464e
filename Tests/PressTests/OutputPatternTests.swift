import Copy
import Diagnostics
import Pages
import Press
import Testing

struct OutputPatternTests {
    private let document = Document(
        title: "", author: "", language: "zh-Hans", date: "2023-06-21",
        pages: [1, 2, 12].map { Page(number: $0, trim: Size(width: .pt(10), height: .pt(10))) },
        outline: [1, 2, 12].map { OutlineEntry(title: "第\($0)版", target: .page($0)) })

    @Test func oneFileAPage() {
        let files = OutputPattern("out/JJ{date}-{page}.pdf").files(of: document)
        #expect(
            files.map(\.name) == ["out/JJ20230621-01.pdf", "out/JJ20230621-02.pdf", "out/JJ20230621-12.pdf"])
        #expect(files.map { $0.document.pages.map(\.number) } == [[1], [2], [12]])
        // An outline entry of another file's page would have no target.
        #expect(files.map { $0.document.outline.map(\.title) } == [["第1版"], ["第2版"], ["第12版"]])
    }

    @Test func allInOne() {
        let files = OutputPattern("{date}.pdf").files(of: document)
        #expect(files.map(\.name) == ["20230621.pdf"])
        #expect(files[0].document == document)
    }

    /// The names are known before the pages are made.
    @Test func namesOfAnEdition() {
        let place = SourcePlace(file: "edition.yaml")
        func page(_ half: EditionPage.Half? = nil) -> EditionPage {
            EditionPage(layout: "a", layoutPlace: place, articles: [], half: half)
        }
        let date = CalendarDate(year: 2023, month: 6, day: 21)
        let listed = Edition(folder: "", date: date, pages: [page(), page(.left), page(.right)], place: place)
        let pattern = OutputPattern("{date}-{page}")
        #expect(pattern.names(for: listed).certain == ["20230621-01", "20230621-02"])
        #expect(pattern.names(for: listed, pages: [3]).certain == ["20230621-02"])
        #expect(OutputPattern("{date}").names(for: listed, pages: [3]).certain == ["20230621"])
        let name = Allotment.LayoutName("a", place: place)
        var allotment = Allotment(front: name, inside: name, articles: [], place: place)
        var automatic = Edition(folder: "", pages: [], allotment: allotment, place: place)
        #expect(pattern.names(for: automatic).certain == ["-01"] && pattern.names(for: automatic).possible.count == 63)
        allotment.count = 2
        automatic.allotment = allotment
        #expect(
            pattern.names(for: automatic).certain == ["-01", "-02"] && pattern.names(for: automatic).possible == [])
    }

    @Test func unknownPlaceholdersAreFound() {
        #expect(OutputPattern("{pgae}-{date}-{page}.pdf").unknown == ["pgae"])
        #expect(OutputPattern("{page}{date").unknown == [])
    }
}
