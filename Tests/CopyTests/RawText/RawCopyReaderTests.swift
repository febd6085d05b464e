import Diagnostics
import Testing

@testable import Copy

@Suite struct RawCopyReaderTests {
    private static let copy = """
        大桥通车

        本报讯（记者 王明）6月20日，跨江大桥通车。

        大桥全长三公里，总投资五亿元，

        历时两年建成。

        让老街热起来

        ——城关镇更新记

        本报记者 李静

        清晨，老街醒了。

        """

    @Test func formDoesNotDependOnLineEndsIndentsOrBlankLines() {
        let expected = dump(readRaw(Self.copy).articles)
        #expect(expected.contains("总投资五亿元，历时两年建成。"))
        let crlf = Self.copy.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(dump(readRaw(crlf).articles) == expected)
        let tight = Self.copy.split(separator: "\n").joined(separator: "\n")
        #expect(dump(readRaw(tight).articles) == expected)
        let wide = Self.copy.split(separator: "\n").joined(separator: "\n\n\n\n")
        #expect(dump(readRaw(wide).articles) == expected)
        let indented = Self.copy.split(separator: "\n").map { "　　" + $0 + "  " }.joined(separator: "\n")
        #expect(dump(readRaw(indented).articles) == expected)
    }

    @Test func warnsOfBlankCopy() {
        let read = readRaw("\n　　\n\t\n")
        #expect(read.articles.isEmpty)
        #expect(read.warnings.map(\.message) == ["this file contains no copy"])
    }

    @Test func aRowOfStarsSeparatesStories() {
        let read = readRaw("大桥通车\n\n本报讯 今天，大桥通车。\n\n＊＊＊＊＊\n\n学校开学\n\n本报讯 今天，学校开学。")
        #expect(read.articles.map(\.title) == ["大桥通车", "学校开学"])
    }

    @Test func placesNameLineAndColumn() {
        let article = readRaw("\n\n　　大桥通车\n\n　　本报讯 今天，大桥通车。").articles[0]
        #expect(article.place == SourcePlace(file: "copy/front.txt", line: 3, column: 3, excerpt: "　　大桥通车"))
        #expect(article.body[0].place.line == 5)
    }

    @Test func losesNoWord() {
        let words = Self.copy.filter { !$0.isWhitespace }
        let article = readRaw(Self.copy).articles
        var kept = ""
        for story in article {
            kept += story.title + (story.deck ?? "") + (story.byline ?? "") + story.body.map(\.text).joined()
        }
        #expect(kept.filter { !$0.isWhitespace }.sorted() == words.sorted())
    }
}
