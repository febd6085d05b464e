import Copy
import Diagnostics
import Makeup
import Pages
import Press
import TestSupport
import Testing

/// Editions of several pages.
@Suite(.computing)
struct WholeEditionTests {
    private static let layout = """
        page: {size: A4}
        grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
        headlines:
          1: {font: hei-heavy, sizes: [24pt, 20pt]}
          2: {font: hei, sizes: [18pt, 16pt, 14pt]}
          3: {font: hei, sizes: [14pt, 12pt]}
        furniture:
          folio: {foot: {height: 4mm, below: 3mm}, parts: {text: '第{page}版 {section}'}}
        makeup: auto

        """

    /// - Parameter stories: the section and the number of sentences of each story.
    private func edition(_ head: String, _ stories: [(section: String, sentences: Int)]) throws -> TemporaryFolder {
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><path d='M0 0h40v20z'/></svg>"
        var files = ["layouts/small.yaml": Self.layout, "edition.yaml": head, "photos/ad.svg": drawing]
        for (index, story) in stories.enumerated() {
            let name = "s" + (index < 9 ? "0" : "") + String(index + 1)
            files["copy/\(name).md"] = SampleEdition.story(
                "第\(index + 1)篇稿子的题目", sentences: story.sentences,
                more: story.section.isEmpty ? "" : "section: \(story.section)\n")
        }
        return try TemporaryFolder(files)
    }

    private func make(
        _ folder: TemporaryFolder, jobs: Int = 1, pages wanted: Set<Int>? = nil, reusing pages: ReusablePages? = nil
    ) throws -> Reported<ComposedEdition> {
        let read = try EditionReader().read(folder.path)
        let resources = Resources(edition: read.value.folder, program: Checkout.program)
        let press = EditionPress(resources: resources, fonts: { try SampleFonts.open() }, jobs: jobs)
        return try press.make(read.value, .init(pages: wanted, reusable: pages))
    }

    private func text(_ page: Page) -> String { page.glyphRuns.map(\.text).joined() }

    private let auto = "date: 2023-06-21\npages: auto\nlayouts: {front: small}\nsections: [要闻, 文化]\ncopy: [copy]\n"

    private func stories(_ count: Int) -> [(section: String, sentences: Int)] {
        (0..<count).map { ($0 * 2 < count ? "要闻" : "文化", [11, 16, 9, 13, 20][$0 % 5]) }
    }

    @Test(.slow) func pagesAreAllottedToSectionsAndNothingIsLost() throws {
        let composed = try make(try edition(auto, stories(20)))
        #expect(!composed.diagnostics.hasErrors)
        let pages = composed.value.document.pages
        #expect((3...6).contains(pages.count), "\(pages.count)")
        for story in 1...20 {
            let places = pages.filter { text($0).contains("第\(story)篇稿子的题目") }
            #expect((1...2).contains(places.count), "story \(story)")
        }
        let signs = stories(20).reduce(0) { $0 + $1.sentences } * 35
        let painted = pages.map { text($0).filter { "，。、".contains($0) }.count }.reduce(0, +)
        #expect(painted >= signs / 35 * 4, "every sentence has four marks: \(painted)")
        // Sections follow each other, and the folio names the section of each page.
        let first = text(pages[0]).filter { $0 != " " }, last = text(pages[pages.count - 1])
        let isFirst = first.contains("第1版要闻"), isLast = last.contains("文化")
        #expect(isFirst)
        #expect(isLast)
    }

    @Test func aSectionMayOpenAPageOfItsOwn() throws {
        let head = auto.replacing("文化]", with: "{name: 文化, layout: culture, editors: 责任编辑 丁}]")
        let folder = try edition(head, stories(12))
        try folder.write(
            "extends: small\nfurniture:\n  head: {head: {height: 5mm, above: 2mm}, parts: {text: '{section}专版 {editors}'}}\n",
            to: "layouts/culture.yaml")
        let composed = try make(folder)
        #expect(!composed.diagnostics.hasErrors, "\(composed.diagnostics.lines)")
        let pages = composed.value.document.pages.map { text($0).filter { !$0.isWhitespace } }
        let first = try #require(pages.firstIndex { $0.contains("文化专版责任编辑丁") })
        // Stories of the section are on its own pages, from its first page to the end.
        for story in 1...12 {
            let places = pages.indices.filter { pages[$0].contains("第\(story)篇稿子的题目") }
            #expect(places.allSatisfy { ($0 >= first) == (story > 6) }, "story \(story)")
        }
        #expect(pages[first...].allSatisfy { $0.contains("文化专版") })
    }

    /// Pages that are left empty at the end of an edition are dropped.
    @Test func aLastPageWhoseOnlyStoryHasNoPlaceIsNotDroppedInSilence() throws {
        let head = auto.replacing("文化]", with: "{name: 文化, layout: broadsheet-classic-front}]")
        let folder = try edition(head, [("要闻", 40)])
        // A subhead of more lines than the text below and above it.
        let subhead = "\n\n## " + String(repeating: "改造", count: 40) + "\n\n"
        try folder.write(
            "---\ntitle: 新颜\nrank: 1\nsection: 文化\n---\n\n改造。\(subhead)改造。\n", to: "copy/t.md")
        let composed = try make(folder)
        let isPrinted = composed.value.document.pages.contains { text($0).contains("新颜") }
        #expect(isPrinted || composed.diagnostics.contains { $0.severity == .error && $0.message.contains("新颜") })
    }

    /// The stories are estimated to fill little more than one page, so one page is tried first.
    @Test func aPageThatOnlyALongerEditionHasCanBeRequested() throws {
        let folder = try edition(auto, stories(6))
        let all = try make(folder)
        #expect(all.value.document.pages.count == 2 && !all.diagnostics.hasErrors)
        #expect(try make(folder, pages: [2]).value.document.pages.map(\.number) == [2])
        #expect(throws: DiagnosticsError.self) { try make(folder, pages: [3]) }
    }

    @Test func theNumberOfPagesIsThatOfTheEdition() throws {
        let composed = try make(try edition(auto.replacing("auto", with: "2"), stories(20)))
        #expect(composed.value.document.pages.count == 2)
        #expect(composed.diagnostics.contains { $0.severity == .error && $0.message.contains("stands nowhere on it") })
    }

    /// A page without copy takes over what another page cannot hold, but a page with a folder that is still empty does
    /// not.
    @Test(arguments: [("", true), (", copy: [later]", false)])
    func aPageWhoseCopyIsStillMissingIsLeftEmpty(copy: String, takesOver: Bool) throws {
        let pages = "pages:\n  - {layout: small, copy: [copy]}\n  - {layout: small\(copy)}\n"
        let folder = try edition(pages, stories(8))
        try folder.write("", to: "later/.keep")
        let composed = try make(folder)
        #expect(composed.value.stories.contains { $0.page == 2 } == takesOver)
        #expect(composed.value.stories.contains { $0.page == 1 })
        #expect(composed.diagnostics.contains { $0.message.contains("stands nowhere on it") } != takesOver)
    }

    @Test func severalWorkersMakeTheSamePages() throws {
        let pages = (0..<4).map { "  - {layout: small, copy: [copy/s0\($0 * 2 + 1).md, copy/s0\($0 * 2 + 2).md]}\n" }
        let folder = try edition("pages:\n" + pages.joined(), stories(8))
        #expect(try make(folder, jobs: 4).value.document == make(folder).value.document)
    }

    @Test func onlyChangedPagesAreMadeAgain() throws {
        let pages = (0..<2).map { "  - {layout: small, copy: [copy/s0\($0 * 2 + 1).md, copy/s0\($0 * 2 + 2).md]}\n" }
        let folder = try edition("pages:\n" + pages.joined(), stories(4))
        let first = try make(folder, reusing: ReusablePages())
        try folder.write(SampleEdition.story("改过的题目", sentences: 16), to: "copy/s03.md")
        let second = try make(folder, reusing: first.value.reusable)
        // A reused page keeps the times of its phases.
        #expect(first.value.report.pages[0].phases == second.value.report.pages[0].phases)
        #expect(first.value.report.pages[1].phases != second.value.report.pages[1].phases)
        #expect(text(second.value.document.pages[1]).contains("改过的题目"))
        #expect(second.value.document == (try make(folder)).value.document)
    }

    @Test func noticesAreInTheirCells() throws {
        let page = """
            pages:
              - layout: small
                copy: [copy/s01.md, copy/s02.md, copy/s03.md]
                notices:
                  - {columns: 1-2, rows: 41-52, title: 更正, text: 昨日二版日期有误，特此更正。}
                  - {columns: 3-4, rows: 12, image: ad.svg, frame: true}
            """
        let composed = try make(try edition(page, stories(3)))
        let groups = composed.value.document.pages[0].items.compactMap { item -> Group? in
            if case .group(let group) = item { group } else { nil }
        }
        #expect(groups.contains { $0.role == .furniture("notice 2") })
        #expect(groups.contains { if case .article(let id) = $0.role { id.hasPrefix("notice") } else { false } })
        #expect(text(composed.value.document.pages[0]).contains("特此更正"))
    }

    @Test func aNoticeWithoutRoomIsAnError() throws {
        let page = """
            pages:
              - layout: small
                copy: [copy/s01.md]
                notices:
                  - {columns: 4-5, rows: 12, image: ad.svg}
                  - {columns: 1-2, rows: 12, image: ad.svg}
                  - {columns: 2-3, rows: 50-52, image: ad.svg}
            """
        let folder = try edition(page, stories(1))
        do {
            _ = try make(folder)
            Issue.record("made")
        } catch let rejected as DiagnosticsError {
            #expect(
                rejected.diagnostics.lines == [
                    "edition.yaml:5 error: the notice extends beyond the page’s edge",
                    "edition.yaml:7 error: the notice overlaps “notice 2”",
                ])
        }
    }
}
