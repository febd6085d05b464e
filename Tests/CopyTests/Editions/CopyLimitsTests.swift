import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Copy

/// Copy that is several times what a newspaper prints.
struct CopyLimitsTests {
    private static let edition = "pages: [{layout: a, copy: [copy]}]\n"

    private func errors(_ files: [String: String]) throws -> [String] {
        try errors(of: TemporaryFolder(files.merging(["edition.yaml": Self.edition]) { own, _ in own }))
    }

    private func errors(of folder: TemporaryFolder) -> [String] {
        do {
            _ = try EditionReader().read(folder.path)
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.filter { $0.severity == .error }.map(\.message)
        } catch {
            return ["\(error)"]
        }
    }

    @Test(arguments: ["title", "kicker", "deck", "byline"]) func limitsHeadlines(_ key: String) throws {
        func story(_ count: Int) -> String {
            "---\n" + (key == "title" ? "" : "title: 甲\n") + "\(key): \(String(repeating: "字", count: count))\n---\n字\n"
        }
        #expect(try errors(["copy/a.md": story(10_000)]) == [])
        #expect(
            try errors(["copy/a.md": story(10_001)]) == [
                "the \(key) has 10001 characters, and at most 10000 can be typeset"
            ])
    }

    @Test(arguments: ["caption", "credit"]) func limitsCaptions(_ key: String) throws {
        let text = String(repeating: "字", count: 10_001)
        let story = "---\ntitle: 甲\nphotos: [{file: a.jpg, \(key): \(text)}]\n---\n字\n"
        #expect(
            try errors(["copy/a.md": story]) == ["the \(key) has 10001 characters, and at most 10000 can be typeset"])
    }

    @Test func limitsParagraphs() throws {
        let story = "---\ntitle: 甲\n---\n" + String(repeating: "字", count: 200_001) + "\n"
        #expect(
            try errors(["copy/a.md": story]) == [
                "the paragraph has 200001 characters, and at most 200000 can be typeset"
            ])
    }

    /// Photos of a story come from its front matter, from captions of raw copy, and from edition.yaml.
    @Test func limitsPhotos() throws {
        let list = (0..<201).map { "  - {file: p\($0).jpg}\n" }.joined()
        let message = "the story “甲” has 201 photos, and at most 200 can be placed"
        #expect(try errors(["copy/a.md": "---\ntitle: 甲\nphotos:\n\(list)---\n字\n"]) == [message])
        let attached = (0..<201).map { "{story: a, file: p\($0).jpg}" }.joined(separator: ", ")
        #expect(
            try errors([
                "copy/a.md": "---\ntitle: 甲\n---\n字\n",
                "edition.yaml": "pages: [{layout: a, copy: [copy], photos: [\(attached)]}]\n",
            ]) == [message])
    }

    @Test func limitsLines() throws {
        let errors = try errors(["copy/a.txt": String(repeating: "字\n", count: 200_001)])
        #expect(errors == ["the file has 200002 lines, and at most 200000 are read"])
    }

    /// Files with a hole take no room and have gigabytes.
    @Test(arguments: ["copy/a.md", "copy/a.txt", "edition.yaml"]) func refusesLargeFilesBeforeReading(_ name: String)
        throws
    {
        let folder = try TemporaryFolder(["edition.yaml": Self.edition, "copy/a.txt": "字\n", "copy/a.md": "字\n"])
        #expect(truncate(folder.path(name), 3_000_000_000) == 0)
        #expect(errors(of: folder).contains { $0.contains("is larger than 4 MB") })
    }

    @Test func limitsAllCopyTogether() throws {
        let text = String(repeating: String(repeating: "a", count: 1_000) + "\n", count: 4_000)
        let files = Dictionary(uniqueKeysWithValues: (0..<3).map { ("copy/\($0).txt", text) })
        #expect(try errors(files).contains("with this file, the edition has more than 8388608 bytes of copy"))
    }

    /// Thousands of wrong attachments take no longer than their number.
    @Test func reportsManyWrongAttachments() throws {
        let attached = (0..<3_000).map { "{caption: 无\($0), file: p.jpg}" }.joined(separator: ", ")
        let captions = (0..<1_000).map { "江边晨雾之\($0) 王明 摄\n\n" }.joined()
        let errors = try errors([
            "copy/a.txt": "大桥通车\n\n　　本报讯 会议召开，代表们讨论了新桥。\n\n" + captions,
            "edition.yaml": "pages: [{layout: a, copy: [copy], photos: [\(attached)]}]\n",
        ])
        #expect(errors.contains { $0.hasSuffix("(and 2799 more faults like this)") })
    }

    // MARK: Characters

    @Test func readersTakeNoControlCharacterThrough() throws {
        let folder = try TemporaryFolder([
            "edition.yaml": "pages: [{layout: a, copy: [copy]}]\npaper: {name: 江\u{7F}边}\n",
            "copy/a\u{1}.md": "---\ntitle: 江\u{8}边\nkicker: 引\u{1F}题\n---\n字\u{1B}字\n",
        ])
        let read = try EditionReader().read(folder.path)
        #expect(read.value.paper["name"] == "江边")
        #expect(read.value.pages[0].articles.map(\.id) == ["a"])
        #expect(read.value.pages[0].articles.map(\.title) == ["江边"])
        #expect(read.value.pages[0].articles.map(\.body.first?.text) == ["字字"])
        #expect(read.diagnostics.count { $0.message.contains("control character") } == 3)
    }

    /// The door of programs: every text of an edition, and marks that stay on their words.
    @Test func cleansEveryTextOfAnEdition() {
        let place = SourcePlace(file: "a")
        let bad = "江\0边\u{1}"
        let paragraph = Paragraph("甲\0\u{1}乙丙", marks: [.init(.bold, 3..<4)], place: place)
        let article = Article(
            id: "a", title: bad, kicker: bad, deck: bad, byline: bad, section: bad,
            body: [
                .paragraph(paragraph), .quote(paragraph), .listItem(marker: "•", paragraph),
                .subhead([bad], place: place),
            ],
            photos: [Photo(file: "a.jpg", caption: bad, credit: bad, place: place)], place: place)
        let notice = Notice(rows: .foot(3), content: .text(article), place: place)
        let page = EditionPage(
            layout: "a", layoutPlace: place, section: bad, editors: bad, articles: [article], notices: [notice])
        let allotment = Allotment(
            front: .init("a", place: place), inside: .init("a", place: place),
            sections: [.init(name: bad, editors: bad)],
            editors: bad, articles: [article], notices: [1: [notice]], place: place)
        let edition = Edition(
            folder: "", paper: ["name": bad], issue: bad, total: bad, today: ["weather": bad], pages: [page],
            allotment: allotment, fillers: [article], place: place)
        let clean = edition.printable
        var dumped = ""
        dump(clean.value, to: &dumped)
        #expect(!dumped.contains("江\0"))
        #expect(!dumped.unicodeScalars.contains("\0"))
        #expect(!dumped.unicodeScalars.contains("\u{1}"))
        #expect(
            clean.value.pages[0].articles[0].body[0]
                == .paragraph(Paragraph("甲乙丙", marks: [.init(.bold, 1..<2)], place: place)))
        #expect(clean.diagnostics.count == 1)
        #expect(clean.diagnostics.first?.message.contains("control characters") == true)
        #expect(clean.value.printable.diagnostics.isEmpty)
    }
}
