import Diagnostics
import Testing

@testable import Copy

@Suite struct MarkdownWriterTests {
    private static let place = SourcePlace(file: "front.txt", line: 1)

    /// The story after writing and reading.
    private func reread(_ article: Article) throws -> Article {
        try readMarkdown(MarkdownWriter().text(of: article)).value
    }

    private func roundTrips(_ blocks: [Block]) throws -> Bool {
        let article = Article(id: "a", title: "题", body: blocks, place: Self.place)
        let again = try reread(article)
        if dump(again) != dump(article) { print(MarkdownWriter().text(of: article), dump(again)) }
        return dump(again) == dump(article)
    }

    private func paragraph(_ text: String, _ marks: [Paragraph.Mark] = []) -> Block {
        .paragraph(Paragraph(text, marks: marks, place: Self.place))
    }

    @Test(arguments: [
        "*星号* **两个** 与 _下划线_ 和 `反引号`", "1. 一", "12) 十二", "1.1万公里", "# 井号", "#话题#", "> 大于", "- 横线", "+ 加号", "---", "===",
        "~~~", "```", "[方括号](甲)", "[甲]: 乙", "![图](甲)", "<5G>网络 <!-- 甲 -->", "&amp; A&B &#123;", "\\ 反斜线\\", "| 表 | 格 |",
        "甲\\", "http://a.b/c_d_e",
        "“引”**", "***", "A_B_C", "① 一", "• 点", "--- 甲", "2*3*4", "甲  乙　丙", "=", "(1) 甲", "（一）甲",
    ])
    func escapesMarkdown(_ text: String) throws {
        #expect(try roundTrips([paragraph(text)]))
        #expect(try roundTrips([paragraph("甲乙丙丁\n\(text)\n戊己庚辛")]))
        #expect(try roundTrips([.quote(Paragraph(text, place: Self.place))]))
        #expect(
            try roundTrips([
                .listItem(marker: "1.", Paragraph(text, place: Self.place)),
                .listItem(marker: "2.", Paragraph("\(text)\n戊", place: Self.place)),
            ]))
        #expect(try roundTrips([paragraph("甲。"), .subhead([text, "二"], place: Self.place), paragraph("乙。")]))
        let title = Article(
            id: "a", title: text, kicker: text, deck: text + "\n" + text, byline: text,
            photos: [Photo(file: nil, caption: text, credit: text, after: 0, place: Self.place)], place: Self.place)
        #expect(dump(try reread(title)) == dump(title))
    }

    @Test func keepsMarks() throws {
        #expect(try roundTrips([paragraph("要树立“安全第一”思想", [.init(.bold, 3..<9)])]))
        #expect(
            try roundTrips([paragraph("甲乙丙丁", [.init(.bold, 0..<1), .init(.emphasis, 1..<2), .init(.bold, 3..<4)])]))
        #expect(try roundTrips([paragraph("甲*乙\n丙*丁", [.init(.bold, 0..<5)])]))
        #expect(
            try roundTrips([
                .listItem(marker: "①", Paragraph("甲乙", marks: [.init(.bold, 0..<1)], place: Self.place)),
                .listItem(marker: "②", Paragraph("丙", place: Self.place)),
            ]))
    }

    @Test func keepsLists() throws {
        func item(_ marker: String, _ text: String) -> Block {
            .listItem(marker: marker, Paragraph(text, place: Self.place))
        }
        #expect(try roundTrips([item("1.", "甲"), item("2.", "乙"), paragraph("丙。"), item("•", "丁"), item("•", "戊")]))
        #expect(try roundTrips([item("1.", "甲"), item("2.", "乙"), item("1.", "丙"), item("2.", "丁")]))
        #expect(try roundTrips([item("一、", "甲"), item("二、", "乙"), item("1)", "丙"), item("2)", "丁")]))
        #expect(try roundTrips([item("3.", "甲"), item("4.", "乙")]))
    }

    @Test func separatesQuotationsAndSubheads() throws {
        #expect(
            try roundTrips([
                .quote(Paragraph("甲", place: Self.place)), .quote(Paragraph("乙\n丙", place: Self.place)), paragraph("丁"),
            ]))
        #expect(
            try roundTrips([
                .subhead(["甲"], place: Self.place), .subhead(["乙", "丙"], place: Self.place), paragraph("丁"),
            ]))
    }

    @Test func keepsAllKeys() throws {
        let article = Article(
            id: "lead", title: "甲: 乙 #丙", kicker: "null", deck: "——丁\n“戊”", byline: "'记者' 己", rank: 2, section: "要闻",
            jump: 3,
            body: [paragraph("庚。")],
            photos: [
                Photo(
                    file: "a b.jpg", caption: "", credit: nil, after: 1, focus: .init(x: 0.1, y: 0.9), place: Self.place
                ),
                Photo(file: nil, caption: "辛", credit: "- 壬", place: Self.place),
            ], place: Self.place)
        #expect(dump(try reread(article)) == dump(article))
    }

    @Test func guessesAreComments() {
        let text = MarkdownWriter().text(
            of: Article(id: "a", title: "题", place: Self.place),
            remarks: [.warning(at: SourcePlace(file: "copy/front.txt", line: 12), "this is a guess")])
        #expect(text.hasPrefix("---\n# guessed, front.txt line 12: this is a guess\ntitle: 题\n---\n"))
    }
}
