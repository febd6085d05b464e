import Copy
import Diagnostics
import TestSupport
import Testing

@Suite struct NextEditionTests {
    @Test func keepsPagesAndRemovesTheDay() throws {
        let other = """
            # Our paper.
            paper: {name: 江边日报}   # as on the nameplate
            date: 2024-02-29
            issue: 4321
            total: 12345

            pages:
              # The front.
              - layout: front
                section: 要闻
                copy:
                  - copy/lead.md   # 头条
                  - copy/raw.txt

                photos:
                  - {caption: 晨雾, file: mist.jpg}
                editors: 责任编辑 甲
              - copy: [copy/two.md]
                layout: inside
                notices: [{rows: 9, image: ad.png}]
            """
        let next = try NextEdition(after: other, file: "edition.yaml", date: nil)
        #expect(
            next.text == """
                # Our paper.
                paper: {name: 江边日报}   # as on the nameplate
                date: 2024-03-01
                issue: 4322
                total: 12346

                pages:
                  # The front.
                  - layout: front
                    section: 要闻
                    copy: [copy/1]

                    editors: 责任编辑 甲
                  - copy: [copy/2]
                    layout: inside
                """)
        #expect(next.copyFolders == ["copy/1", "copy/2"])
    }

    @Test(arguments: [
        ("today:\n  weather: 晴\n  # 涨落\n  water: 3.2 米\n", "today:\n  weather:\n  # 涨落\n  water:\n"),
        ("today: {weather: 晴, water: 3.2 米}\n", "today:\n  weather:\n  water:\n"),
    ]) func removesTheValuesOfTheDay(other: String, next: String) throws {
        let text = try NextEdition(after: "issue: 1\n" + other, file: "edition.yaml", date: nil).text
        #expect(text == "issue: 2\n" + next)
        // A key without a value is a missing one, and layouts that use it warn of it.
        let folder = try TemporaryFolder([
            "edition.yaml": text + "pages: [{layout: a, copy: [a.md]}]\n", "a.md": "---\ntitle: 甲\n---\n今天。\n",
        ])
        #expect(try EditionReader().read(folder.path).value.today == [:])
    }

    @Test func usesAGivenDay() throws {
        let day = CalendarDate(year: 2025, month: 1, day: 3)
        let next = try NextEdition(after: "date: 2024-02-29\nissue: 一百", file: "edition.yaml", date: day)
        #expect(next.text == "date: 2025-01-03\nissue: 一百")
    }

    @Test func allottedPagesHaveOneFolder() throws {
        let next = try NextEdition(after: "pages: auto\ncopy: [a.md, b.md]\n", file: "edition.yaml", date: nil)
        #expect(next.text == "pages: auto\ncopy: [copy]\n")
        #expect(next.copyFolders == ["copy"])
    }

    @Test func theFirstEditionOfAPaperIsRead() throws {
        let text = NextEdition.first(date: CalendarDate(year: 2025, month: 1, day: 3), layout: "broadsheet-front")
        let folder = try TemporaryFolder(["edition.yaml": text, "copy/a.md": "---\ntitle: 甲\n---\n今天。\n"])
        let edition = try EditionReader().read(folder.path)
        #expect(edition.diagnostics.isEmpty)
        #expect(edition.value.pages.map(\.articles.count) == [1])
        #expect(edition.value.date == CalendarDate(year: 2025, month: 1, day: 3))
    }

    @Test func noDayThatCanBeWrittenFollowsTheLast() {
        #expect(CalendarDate(parsing: "9999-12-31")?.next == nil)
        #expect(throws: DiagnosticsError.self) {
            try NextEdition(after: "date: 9999-12-31\n", file: "edition.yaml", date: nil)
        }
    }

    @Test(arguments: [
        ("2023-06-21", "2023-06-22"), ("2023-06-30", "2023-07-01"), ("2023-12-31", "2024-01-01"),
        ("2023-02-28", "2023-03-01"), ("2100-02-28", "2100-03-01"),
    ]) func theDayAfter(day: String, next: String) {
        #expect(CalendarDate(parsing: day)?.next?.iso == next)
    }
}
