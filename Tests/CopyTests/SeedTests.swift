import Copy
import Diagnostics
import Foundation
import TestSupport
import Testing

/// The sample page, byte for byte as it came out of the other system.
let seedFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("seeds/jiangjin-2023-06-21").path

func seedSource() throws -> SourceText {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: seedFolder + "/copy/front.txt"))
    return try CopyDecoder.decode([UInt8](bytes), file: "copy/front.txt").value
}

@Suite struct SeedTests {
    @Test func seedIsReadAsItsNineStories() throws {
        let articles = RawCopyReader().read(try seedSource()).value
        #expect(articles.count == 9)
        #expect(difference(dump(articles), fromGolden: "jiangjin.articles.txt") == nil)
    }

    @Test func seedLeavesLittleInDoubt() throws {
        #expect(dump(RawCopyReader().read(try seedSource()).diagnostics) == "")
    }

    @Test func storiesAreNamedAfterTheirFile() throws {
        #expect(RawCopyReader().read(try seedSource()).value.map(\.id) == (1...9).map { "front-\($0)" })
    }
}
