import Copy
import Diagnostics
import TestSupport
import Testing

/// Editions whose pages the program allots.
@Suite struct AllotmentTests {
    private static func story(_ title: String, section: String? = nil) -> String {
        "---\ntitle: \(title)\n\(section.map { "section: \($0)\n" } ?? "")---\n今天，\(title)。\n"
    }

    private let copy = [
        "copy/a.md": story("甲"), "copy/b.md": story("乙", section: "文化"), "copy/c.txt": "丙\n\n今天，丙。\n",
    ]

    private func read(_ yaml: String) throws -> Reported<Edition> {
        let folder = try TemporaryFolder(copy.merging(["edition.yaml": yaml]) { $1 })
        return try EditionReader().read(folder.path)
    }

    private func messages(_ yaml: String) -> [String] {
        do { return try read(yaml).diagnostics.map(\.message) } catch {
            return (error as? DiagnosticsError)?.diagnostics.map(\.message) ?? []
        }
    }

    @Test func theWholeCopyFolderIsRead() throws {
        let edition = try read(
            """
            pages: auto
            layouts: {front: a, inside: b}
            sections: [要闻, {name: 文化, layout: c, editors: 责任编辑 丁}]
            editors: 责任编辑 戊
            copy: [copy/b.md, copy]
            notices: [{page: 2, rows: 9, image: ad.png}]
            """
        ).value
        let allotment = try #require(edition.allotment)
        #expect(edition.pages.isEmpty)
        #expect(allotment.count == nil)
        #expect([allotment.front.name, allotment.inside.name] == ["a", "b"])
        #expect(allotment.sections.map(\.name) == ["要闻", "文化"])
        #expect(allotment.sections[1].layout?.name == "c" && allotment.sections[1].editors == "责任编辑 丁")
        // Files that are named come first, and the folder does not repeat them.
        #expect(allotment.articles.map(\.id) == ["b", "a", "c-1"])
        #expect(allotment.notices[2]?.count == 1)
    }

    @Test func aNumberOfPages() throws {
        #expect(try read("pages: 4\nlayouts: {front: a}\ncopy: copy").value.allotment?.count == 4)
        #expect(try read("pages: 4\nlayouts: {front: a}\ncopy: copy").value.allotment?.inside.name == "a")
    }

    @Test func reportsAllMissingKeys() {
        #expect(
            messages("pages: many\nnotices: [{rows: 3, image: a.png}]") == [
                "“many” is not a valid value for “pages”", "the edition has no copy",
                "the edition does not name the layouts of its pages", "a notice lacks “page”",
            ])
        #expect(messages("pages: 65\nlayouts: {front: a}\ncopy: copy") == ["“65” is not a valid value for “pages”"])
    }
}
