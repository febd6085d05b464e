import Copy
import Diagnostics
import Testing

/// Editions that leave their pages to the program.
@Suite struct AllotmentTests {
    private static func story(_ title: String, section: String? = nil) -> String {
        "---\ntitle: \(title)\n\(section.map { "section: \($0)\n" } ?? "")---\n今天，\(title)。\n"
    }

    private let copy = [
        "copy/a.md": story("甲"), "copy/b.md": story("乙", section: "文化"), "copy/c.txt": "丙\n\n今天，丙。\n",
    ]

    private func read(_ yaml: String) throws -> Reported<Edition> {
        let folder = try TemporaryEdition(copy.merging(["edition.yaml": yaml]) { $1 })
        return try EditionReader().read(folder.path)
    }

    private func refusals(_ yaml: String) -> [String] {
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
        // What is named by itself stands first, and the folder does not repeat it.
        #expect(allotment.articles.map(\.id) == ["b", "a", "c-1"])
        #expect(allotment.notices[2]?.count == 1)
    }

    @Test func aNumberOfPages() throws {
        #expect(try read("pages: 4\nlayouts: {front: a}\ncopy: copy").value.allotment?.count == 4)
        #expect(try read("pages: 4\nlayouts: {front: a}\ncopy: copy").value.allotment?.inside.name == "a")
    }

    @Test func allThatIsMissingIsSaid() {
        #expect(
            refusals("pages: many\nnotices: [{rows: 3, image: a.png}]") == [
                "“many” is no value for “pages”", "the edition has no copy",
                "the edition does not say which layouts its pages have", "a notice lacks “page”",
            ])
        #expect(refusals("pages: 65\nlayouts: {front: a}\ncopy: copy") == ["“65” is no value for “pages”"])
    }
}
