import Diagnostics
import Testing

@testable import Copy

@Suite struct CopyConventionsTests {
    private func conventions(_ text: String) -> CopyConventions {
        var lines: [RawLine] = []
        var gap = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let line = RawLine(String(line), number: index + 1, gap: gap) {
                lines.append(line)
                gap = 0
            } else {
                gap += 1
            }
        }
        return CopyConventions(lines)
    }

    /// A paragraph in two pieces, of which only the first is indented.
    private static let cutParagraph =
        "　　清晨六点半，合作社的村民们把新采的黄桃装箱过秤，送往外地的车已经等在村口\n的大榕树下，司机说今年的收成比去年好，路也修到了果园的门口，不用再肩挑背扛。\n"

    @Test func cutParagraphsDoNotHideIndents() {
        #expect(conventions("黄桃熟了\n" + String(repeating: Self.cutParagraph, count: 4)).indentsParagraphs)
        #expect(
            !conventions("黄桃熟了\n" + String(repeating: Self.cutParagraph, count: 4).replacing("　　", with: ""))
                .indentsParagraphs)
    }

    @Test func detectsTightLines() {
        #expect(conventions("三年变样\n烟火气回来\n\n如今，老街有了新故事。\n\n大家都来了。").hasTightLines)
        #expect(!conventions("三年变样\n\n烟火气回来\n\n如今，老街有了新故事。\n\n大家都来了。").hasTightLines)
    }
}

@Suite struct BylinePositionTests {
    private static let bridge = "大桥换新颜\n\n清晨，大桥醒了。\n\n后来大家都来了。\n\n"
    private static let street = "老街换新颜\n\n清晨，老街醒了。\n\n后来大家都走了。\n\n"

    @Test func aBylineAboveTheFirstTitleDecidesForAll() {
        let read = readRaw("记者 王明\n\n" + Self.bridge + "□ 记者 李静\n\n" + Self.street)
        #expect(read.articles.map(\.byline) == ["记者 王明", "□ 记者 李静"])
    }

    @Test func aBylineAtTheEndOfTheCopyDecidesForAll() {
        let read = readRaw(Self.bridge + "记者 王明\n\n" + Self.street + "□ 记者 李静")
        #expect(read.articles.map(\.byline) == ["记者 王明", "□ 记者 李静"])
        #expect(read.warnings.isEmpty)
    }

    @Test func gapsDecide() {
        let over = readRaw(Self.bridge + "\n\n记者 王明\n\n" + Self.street)
        #expect(over.articles.map(\.byline) == [nil, "记者 王明"])
        let under = readRaw(Self.bridge + "记者 王明\n\n\n\n" + Self.street)
        #expect(under.articles.map(\.byline) == ["记者 王明", nil])
    }

    @Test func warnsWithoutEvidence() {
        let read = readRaw(Self.bridge + "记者 王明\n\n" + Self.street)
        #expect(read.articles.map(\.byline) == ["记者 王明", nil])
        #expect(read.warnings.map(\.place?.line) == [7])
    }
}
