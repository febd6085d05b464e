import Copy
import Diagnostics
import TestSupport
import Testing

/// The raw copy of the sample edition.
func seedSource() throws -> SourceText {
    try CopyDecoder.decode(Checkout.seedFile("copy/front.txt"), file: "copy/front.txt").value
}

@Suite struct SeedTests {
    @Test func readsNineStories() throws {
        let articles = RawCopyReader().read(try seedSource()).value
        #expect(articles.count == 9)
        #expect(difference(dump(articles), fromGolden: "jiangjin.articles.txt") == nil)
    }

    @Test func readsWithoutWarnings() throws {
        #expect(dump(RawCopyReader().read(try seedSource()).diagnostics) == "")
    }

    @Test func storiesAreNamedAfterTheirFile() throws {
        #expect(RawCopyReader().read(try seedSource()).value.map(\.id) == (1...9).map { "front-\($0)" })
    }
}
