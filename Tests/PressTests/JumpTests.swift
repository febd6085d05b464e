import Copy
import Diagnostics
import Pages
import Press
import TestSupport
import Testing

/// Stories whose editors let them continue on another page.
struct JumpTests {
    private static let layout = """
        page: {size: A4}
        grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
        headlines:
          1: {font: hei-heavy, sizes: [24pt, 20pt]}
          2: {font: hei, sizes: [18pt, 16pt, 14pt]}
          3: {font: hei, sizes: [14pt, 12pt]}

        """
    private static let drawn = "extends: small\nareas:\n  picture: |\n    1-22  | 1 1 1 1\n    24-52 | 2 2 3 4\n"

    private static func sentences(_ count: Int, from first: Int = 0) -> String {
        (first..<first + count).map { number in
            "第\(number)天，沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。\n\n"
        }.joined()
    }

    private static func story(_ title: String, _ count: Int, _ more: String = "") -> String {
        "---\ntitle: \(title)\n\(more)---\n\n" + sentences(count)
    }

    /// Two pages of three stories each. The first story of the first page may continue.
    private func edition(lead: Int, jump: String = "jump: 2\n", layout: String = "auto", more: String = "") throws
        -> TemporaryFolder
    {
        let pages = (0..<2).map { page in
            "  - {layout: \(layout), copy: [" + (1...3).map { "copy/s\(page * 3 + $0).md" }.joined(separator: ", ")
                + "]}\n"
        }
        var files = [
            "edition.yaml": "pages:\n" + pages.joined() + more, "layouts/small.yaml": Self.layout,
            "layouts/auto.yaml": "extends: small\nmakeup: auto\n", "layouts/drawn.yaml": Self.drawn,
            "copy/s1.md": Self.story("合龙在今日", lead, "rank: 1\n" + jump),
        ]
        for (number, count) in [(2, 9), (3, 10), (4, 14), (5, 9), (6, 8)] {
            files["copy/s\(number).md"] = Self.story("第\(number)篇稿子的题目", count)
        }
        return try TemporaryFolder(files)
    }

    private func text(_ page: Page) -> String { page.glyphRuns.map(\.text).joined() }

    @Test func aStoryThatFitsItsPageStaysWhole() throws {
        let folder = try edition(lead: 22)
        let composed = try Run.make(folder.path)
        #expect(!composed.diagnostics.hasErrors, "\(composed.diagnostics.lines)")
        #expect(!composed.value.document.pages.map(text).joined().contains("下转"))
    }

    @Test(arguments: ["auto", "drawn"])
    func aStoryTooLongForItsPageContinues(_ layout: String) throws {
        let lead = layout == "auto" ? 30 : 23
        let folder = try edition(lead: lead, layout: layout)
        if layout == "drawn" {
            for number in [3, 6] { try folder.write(Self.story("第\(number)篇", 5), to: "copy/s\(number).md") }
        }
        let composed = try Run.make(folder.path)
        #expect(!composed.diagnostics.hasErrors, "\(composed.diagnostics.lines)")
        let pages = composed.value.document.pages.map { text($0).filter { !$0.isWhitespace } }
        #expect(pages[0].contains("（下转第2版）"), "\(composed.diagnostics.lines)")
        #expect(pages[1].contains("（上接第1版）"))
        #expect(pages[1].contains("合龙在今日"))
        // Every sentence occurs once, those of the first page before those of the second.
        var onSecond: [Bool] = []
        for day in 0..<lead where day >= 14 {
            let places = pages.indices.filter { pages[$0].contains("第\(day)天") }
            #expect(places.count == 1, "day \(day)")
            onSecond.append(places == [1])
        }
        #expect(onSecond == onSecond.sorted { !$0 && $1 })
        #expect(onSecond.contains(false) && onSecond.contains(true))
    }

    @Test func aSinglePageJumpsAsInTheWholeEdition() throws {
        let folder = try edition(lead: 30)
        let read = try EditionReader().read(folder.path)
        let resources = Resources(edition: read.value.folder, program: Checkout.program)
        let press = EditionPress(resources: resources, fonts: { try SampleFonts.open() })
        let alone = try press.make(read.value, .init(pages: [2])).value.document.pages
        #expect(alone == [try press.make(read.value).value.document.pages[1]])
    }

    @Test(arguments: [
        ("jump: 3\n", "", "cannot continue on page 3: the edition has 2 pages"),
        ("jump: 1\n", "", "cannot continue on page 1: it is on that page already"),
        ("jump: 2\n", "  - {layout: auto}\n", "cannot continue on page 2: that page shares its copy with others"),
    ])
    func anImpossibleJumpIsAWarning(_ jump: String, _ more: String, _ message: String) throws {
        let folder = try edition(lead: 24, jump: jump, more: more)
        let composed = try Run.make(folder.path)
        #expect(
            composed.diagnostics.lines.contains("s1.md:2 warning: “合龙在今日” \(message)"), "\(composed.diagnostics.lines)")
    }
}
