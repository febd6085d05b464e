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

    @Test func unknownPlaceholdersAreFound() {
        #expect(OutputPattern("{pgae}-{date}-{page}.pdf").unknown == ["pgae"])
        #expect(OutputPattern("{page}{date").unknown == [])
    }
}
