import Copy
import Diagnostics
import Testing

@Suite struct NoticeReaderTests {
    private func read(_ notices: String) throws -> Reported<Edition> {
        let folder = try TemporaryEdition([
            "edition.yaml": "pages:\n  - layout: a\n    copy: [one.md]\n    notices:\n" + notices,
            "one.md": "---\ntitle: 大桥通车\n---\n今天，大桥通车。\n",
        ])
        return try EditionReader().read(folder.path)
    }

    private func refusals(_ notices: String) -> [String] {
        do { return try read(notices).diagnostics.map(\.message) } catch {
            return (error as? DiagnosticsError)?.diagnostics.map(\.message) ?? []
        }
    }

    @Test func aPictureAtThePagesFoot() throws {
        let edition = try read("      - {rows: 12, image: ad.png}").value
        let notice = try #require(edition.pages[0].notices.first)
        #expect(notice.columns == nil && notice.rows == .foot(12) && !notice.isFramed)
        #expect(notice.content == .image(edition.folder + "/photos/ad.png"))
    }

    @Test func aTextInCellsOfItsOwn() throws {
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

    @Test func allThatIsWrongIsSaid() {
        let said = refusals(
            """
                  - {image: ad.png}
                  - {rows: 12}
                  - {rows: 12, image: ad.png, text: 两样}
                  - {rows: a-b, image: ad.png}
                  - {rows: 12, image: ../ad.png}
                  - {rows: 12, image: ad.png, colums: 1-2}
            """)
        #expect(
            said == [
                "a notice lacks “rows”", "the notice says nothing", "a notice is a picture or a text, not both",
                "“a-b” is no value for “rows”", "the picture “../ad.png” leads out of the edition",
                "a notice of page 1 has no key “colums”",
            ])
    }
}
