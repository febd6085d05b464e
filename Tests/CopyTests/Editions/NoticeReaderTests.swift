import Copy
import Diagnostics
import TestSupport
import Testing

@Suite struct NoticeReaderTests {
    private func read(_ notices: String) throws -> Reported<Edition> {
        let folder = try TemporaryFolder([
            "edition.yaml": "pages:\n  - layout: a\n    copy: [one.md]\n    notices:\n" + notices,
            "one.md": "---\ntitle: 大桥通车\n---\n今天，大桥通车。\n",
        ])
        return try EditionReader().read(folder.path)
    }

    private func messages(_ notices: String) -> [String] {
        do { return try read(notices).diagnostics.map(\.message) } catch {
            return (error as? DiagnosticsError)?.diagnostics.map(\.message) ?? []
        }
    }

    @Test func aPictureAtTheFootOfThePage() throws {
        let edition = try read("      - {rows: 12, image: ad.png}").value
        let notice = try #require(edition.pages[0].notices.first)
        #expect(notice.columns == nil && notice.rows == .foot(12) && !notice.isFramed)
        #expect(notice.content == .image(edition.folder + "/photos/ad.png"))
    }

    @Test func aTextInGivenColumnsAndRows() throws {
        let edition = try read(
            "      - {columns: 4-5, rows: 30-41, title: 更正, text: \"昨日二版日期有误。\\n特此更正。\"}"
        ).value
        let notice = try #require(edition.pages[0].notices.first)
        #expect(notice.columns == 4...5 && notice.rows == .span(30...41) && notice.isFramed)
        guard case .text(let article) = notice.content else {
            Issue.record("no text")
            return
        }
        #expect(article.title == "更正")
        let paragraphs = article.body.map { block in if case .paragraph(let text) = block { text.text } else { "" } }
        #expect(paragraphs == ["昨日二版日期有误。", "特此更正。"])
    }

    @Test func reportsAllErrors() {
        let messages = messages(
            """
                  - {image: ad.png}
                  - {rows: 12}
                  - {rows: 12, image: ad.png, text: 两样}
                  - {rows: a-b, image: ad.png}
                  - {rows: 12, image: ../ad.png}
                  - {rows: 12, image: ad.png, colums: 1-2}
            """)
        #expect(
            messages == [
                "a notice lacks “rows”", "the notice is empty", "a notice is a picture or a text, not both",
                "“a-b” is not a valid value for “rows”", "the picture “../ad.png” is outside the edition's folder",
                "a notice of page 1 has no key “colums”",
            ])
    }
}
