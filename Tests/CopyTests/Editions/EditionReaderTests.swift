import Copy
import Diagnostics
import TestSupport
import Testing

@Suite struct EditionReaderTests {
    private static let lead = "---\ntitle: 让老街热起来\n---\n清晨，老街醒了。\n"
    private static let front = "大桥通车\n\n本报讯 今天，大桥通车。\n\n学校开学\n\n本报讯 今天，学校开学。\n"

    private func read(_ yaml: String, _ files: [String: String] = [:]) throws -> Reported<Edition> {
        let folder = try TemporaryFolder(files.merging(["edition.yaml": yaml]) { $1 })
        return try EditionReader().read(folder.path)
    }

    private func errors(_ yaml: String, _ files: [String: String] = [:]) -> [Diagnostic] {
        do {
            _ = try read(yaml, files)
            return []
        } catch { return (error as? DiagnosticsError)?.diagnostics ?? [] }
    }

    @Test func anEditionIsReadWithItsStories() throws {
        let edition = try read(
            """
            paper: {name: 江边日报, hotline: 12345}
            date: 2023-06-21
            issue: 4321
            language: zh-Hant
            pages:
              - layout: broadsheet-front
                section: 要闻
                editors: 责任编辑 王明
                copy: [copy/lead.md, copy/front.txt]
              - layout: inside
                copy: copy/b/lead.md
            """, ["copy/lead.md": Self.lead, "copy/front.txt": Self.front, "copy/b/lead.md": Self.lead]
        ).value
        #expect(edition.paper == ["name": "江边日报", "hotline": "12345"])
        #expect(edition.date == CalendarDate(year: 2023, month: 6, day: 21))
        #expect(edition.issue == "4321")
        #expect(edition.language == "zh-Hant")
        #expect(edition.pages.map(\.layout) == ["broadsheet-front", "inside"])
        #expect(edition.pages[0].layoutPlace.line == 6)
        #expect([edition.pages[0].section, edition.pages[0].editors] == ["要闻", "责任编辑 王明"])
        #expect(edition.pages.map { $0.articles.map(\.id) } == [["lead", "front-1", "front-2"], ["lead-2"]])
    }

    @Test func readsTheSample() throws {
        let edition = try EditionReader().read(Checkout.seed)
        #expect(edition.diagnostics.isEmpty)
        #expect(edition.value.pages.map(\.articles.count) == [9])
        let photos = edition.value.pages[0].articles.flatMap(\.photos)
        #expect(photos.map(\.file) == ["station.jpg", "workshop.jpg"].map { "\(Checkout.seed)/photos/\($0)" })
    }

    @Test func aBareFileIsAnEditionOfOnePage() throws {
        let folder = try TemporaryFolder(["day.txt": Self.front])
        let edition = try EditionReader(defaultLayout: "tabloid").read(folder.path + "/day.txt").value
        #expect(edition.pages.map(\.layout) == ["tabloid"])
        #expect(edition.pages[0].articles.map(\.id) == ["day-1", "day-2"])
        #expect(edition.folder == folder.path)
    }

    @Test func reportsAllErrorsAtOnce() {
        let errors = errors(
            """
            date: 2023-02-30
            pages:
              - layuot: front
                copy: [copy/laed.md, copy/bad.md, copy/note.doc, ../out.txt]
            titel: 甲
            """, ["copy/lead.md": Self.lead, "copy/bad.md": "今天。", "copy/note.doc": "甲"])
        let messages = errors.map { "\($0.severity.rawValue): \($0.message)\n" }.joined()
        #expect(
            messages == """
                error: “2023-02-30” is not a valid value for “date”
                error: page 1 lacks “layout”
                error: there is no file “copy/laed.md” in the edition
                error: the story has no title
                error: “note.doc” is not a copy file
                error: “../out.txt” is outside the edition's folder
                error: page 1 has no key “layuot”
                error: the edition has no key “titel”

                """)
        #expect(errors[2].hints == ["did you mean “copy/lead.md”?"])
        #expect(errors[2].place?.line == 4)
        #expect(errors.allSatisfy { !$0.hints.isEmpty })
    }

    @Test func anEditionNeedsPages() {
        #expect(errors("date: 2023-06-21").map(\.message) == ["the edition has no pages"])
    }

    @Test func aFileBelongsToOnePage() {
        let errors = errors(
            "pages:\n  - {layout: a, copy: copy/lead.md}\n  - {layout: a, copy: copy/lead.md}",
            ["copy/lead.md": Self.lead])
        #expect(errors.map(\.message) == ["“copy/lead.md” is named twice, on page 1 and here"])
    }

    @Test func reportsMissingEditions() {
        for path in ["/nowhere/at-all", "/nowhere.txt"] {
            #expect(throws: DiagnosticsError.self) { try EditionReader().read(path) }
        }
        let folder = try? TemporaryFolder(["copy/lead.md": Self.lead])
        #expect(throws: DiagnosticsError.self) { try EditionReader().read(folder!.path) }
    }

    @Test func warnsOfAPageWithoutCopy() throws {
        #expect(try read("pages: [{layout: a}]").diagnostics.map(\.message) == ["page 1 has no copy"])
    }
}
