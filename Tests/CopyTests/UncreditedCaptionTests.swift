import Diagnostics
import Testing

@testable import Copy

@Suite struct UncreditedCaptionTests {
    private func read(white: Int, sentence: String = "村民在采摘葡萄。") -> (photos: [String], warnings: [Int?]) {
        let gap = String(repeating: "\n", count: white + 1)
        let read = readRaw(
            "村里的致富经\n\n本报记者 王明 文/图\n\n盛夏时节，村里满眼青翠。\(gap)\(sentence)\n\n两年前，村里引进了葡萄。\n\n如今收入翻了番。")
        return (read.articles[0].photos.map { "\($0.caption) after \($0.after)" }, read.warnings.map(\.place?.line))
    }

    @Test func muchWhiteBeforeAShortSentenceMakesACaption() {
        #expect(read(white: 3).photos == ["村民在采摘葡萄。 after 1"])
        #expect(read(white: 3).warnings == [9])
    }

    @Test func textStaysText() {
        #expect(read(white: 1).photos.isEmpty)
        #expect(read(white: 2).photos.isEmpty)
        #expect(read(white: 3, sentence: "村民在采摘葡萄。一年四季都有收成。").photos.isEmpty)
    }
}
