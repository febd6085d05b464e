import Copy
import Diagnostics
import Makeup
import Pages
import Press
import TestSupport
import Testing

/// Copy of extreme sizes. It ends soon in a page or in a message, with every word accounted for.
@Suite(.computing)
struct LargeCopyTests {
    private static let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"

    private func read(_ copy: String) throws -> [Article] {
        let folder = try TemporaryFolder(["a.txt": copy])
        return try EditionReader().read(folder.path("a.txt")).value.pages[0].articles
    }

    @Test(.slow, .timeLimit(.minutes(10))) func aThousandStoriesOfRawCopyAreRead() throws {
        let copy = (1...1000).map { "第\($0)村黄桃丰收\n\n本报讯（记者 王明）第\($0)村传来消息，\(Self.sentence)\n\n" }.joined()
        let stories = try read(copy)
        #expect(stories.count == 1000)
        #expect(stories.last?.title == "第1000村黄桃丰收")
    }

    @Test(.slow, .timeLimit(.minutes(10))) func aMillionCharactersOfRawCopyAreRead() throws {
        let paragraph = String(repeating: Self.sentence, count: 4) + "\n\n"
        let stories = try read("黄桃丰收\n\n本报讯 " + String(repeating: paragraph, count: 1_000_000 / paragraph.count))
        #expect(stories.count == 1)
        let characters = stories[0].body.reduce(0) { sum, block in
            if case .paragraph(let paragraph) = block { sum + paragraph.text.count } else { sum }
        }
        #expect(characters == 4 + Self.sentence.count * 4 * (1_000_000 / paragraph.count))
    }

    /// The page is full, and the overset rest is reported in lines and characters.
    @Test(.slow, .timeLimit(.minutes(10))) func aHundredThousandCharactersAreOverset() throws {
        let edition = try SampleEdition(["copy/one.md": SampleEdition.story("黄桃熟了", sentences: 2900)])
        let composed = try edition.make()
        let errors = composed.diagnostics.lines.filter { $0.contains("error") }
        #expect(errors.count == 1 && errors[0].contains("characters) too long for its area"))
        #expect(composed.value.document.pages.count == 1)
    }

    /// A day of short stories without ranks. They fill one page after the other, and the last page has the rest.
    @Test(.slow, .timeLimit(.minutes(10))) func sixtyShortStoriesFillTheirPages() throws {
        var files = [
            "edition.yaml": """
            paper: {name: 江边日报, publisher: 江边日报社}
            date: 2023-06-21
            issue: 1
            pages: auto
            layouts: {front: broadsheet-auto, inside: broadsheet-auto}
            copy: [day]

            """
        ]
        for story in 1...60 {
            files["day/\(story + 100).md"] = SampleEdition.story("第\(story)村黄桃熟了", sentences: 6 + story % 9)
        }
        let edition = try SampleEdition(files)
        let composed = try edition.make()
        #expect(!composed.diagnostics.hasErrors, "\(composed.diagnostics.lines)")
        let pages = composed.value.report.pages
        #expect(pages.reduce(0) { $0 + $1.stories.count } == 60)
        for page in pages.dropLast() { #expect(page.whiteShare < 0.05, "page \(page.page): \(page.whiteShare)") }
    }

    /// Twenty pages of fifty areas each. Every story is printed on its page, and none is reported.
    @Test(.slow, .timeLimit(.minutes(10))) func aThousandArticlesAreAnEdition() throws {
        let bands = (0..<50).map { band in
            "    \(band * 3 + 1)-\(band * 3 + 3) | " + Array(repeating: "\(band + 1)", count: 4).joined(separator: " ")
        }
        let layout = """
            page: {size: 400mm × 1000mm}
            grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 150}
            headlines:
              1: {font: hei-heavy, sizes: [12pt], below: 0}
            areas:
              picture: |

            """
        var files = ["layouts/small.yaml": layout + bands.joined(separator: "\n") + "\n"]
        for story in 1...1000 {
            files["copy/\((story - 1) / 50)/\(story + 1000).md"] = SampleEdition.story("第\(story)村黄桃熟了", sentences: 1)
        }
        files["edition.yaml"] =
            "date: 2023-06-21\npages:\n" + (0..<20).map { "  - {layout: small, copy: [copy/\($0)]}\n" }.joined()
        let folder = try TemporaryFolder(files)
        let composed = try Run.make(folder.path)
        #expect(!composed.diagnostics.hasErrors, "\(composed.diagnostics.lines.prefix(3))")
        let pages = composed.value.document.pages.map { $0.glyphRuns.map(\.text).joined() }
        #expect(pages.count == 20)
        for story in 1...1000 {
            #expect(pages[(story - 1) / 50].contains("第\(story)村黄桃熟了"), "story \(story)")
        }
    }

    @Test func aTitleOfFiveHundredCharactersIsAShortMessage() throws {
        let title = String(repeating: "黄桃熟了合作社里忙", count: 56)
        let edition = try SampleEdition(["copy/one.md": SampleEdition.story(title, sentences: 30)])
        let composed = try edition.make()
        let errors = composed.diagnostics.lines.filter { $0.contains("error") }
        #expect(
            errors == [
                "one.md:2 error: the headline “黄桃熟了合作社里忙黄桃熟了合作社里忙黄桃熟了合作社里忙黄桃熟…” does not fit across the area “1” at any size of its rank"
            ])
    }
}
