import Copy
import Diagnostics
import TestSupport
import Testing

struct FillerReaderTests {
    private func read(_ fillers: String) throws -> Edition {
        let folder = try TemporaryFolder([
            "edition.yaml": "pages:\n  - {layout: small, copy: [copy/one.md]}\nfillers:\n" + fillers,
            "copy/one.md": "---\ntitle: 黄桃熟了\n---\n\n沿江村的黄桃熟了。\n",
        ])
        return try EditionReader().read(folder.path).value
    }

    @Test func noticesQuotesAndPicturesAreFillers() throws {
        let fillers = try read(
            """
              - {title: 新闻热线, text: 欢迎来电。}
              - {quote: 桃子跑得比人还快。}
              - {image: lotus.jpg, caption: 荷花初放, credit: 廖洋 摄}

            """
        ).fillers
        #expect(fillers.map(\.title) == ["新闻热线", "", ""])
        guard case .paragraph(let text) = fillers[0].body.first, case .quote(let quote) = fillers[1].body.first else {
            Issue.record("no text, no quote")
            return
        }
        #expect(text.text == "欢迎来电。")
        #expect(quote.text == "桃子跑得比人还快。")
        #expect(fillers[2].photos.first?.file?.hasSuffix("/photos/lotus.jpg") == true)
        #expect(fillers[2].photos.first?.caption == "荷花初放")
    }

    @Test(arguments: [
        ("{}", "the filler is empty"), ("{quote: 桃, image: a.jpg}", "a filler is a text, a quote or a picture"),
    ])
    func reportsWrongFillers(_ filler: String, _ message: String) {
        let error = #expect(throws: DiagnosticsError.self) { try read("  - \(filler)\n") }
        #expect(error?.diagnostics.first?.message == message)
        #expect(error?.diagnostics.first?.place?.line == 4)
    }
}
