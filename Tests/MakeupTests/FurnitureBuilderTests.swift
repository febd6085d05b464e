import Copy
import Diagnostics
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

struct FurnitureBuilderTests {
    private struct Drawn {
        var items: [Item]
        var diagnostics: [Diagnostic]
        var layout: Layout

        var runs: [GlyphRun] {
            Page(number: 1, trim: Size(width: .pt(1), height: .pt(1)), items: items).glyphRuns
        }
        var images: [PlacedImage] { flat.compactMap { if case .image(let image) = $0 { image } else { nil } } }
        var boxes: [Box] { flat.compactMap { if case .box(let box) = $0 { box } else { nil } } }
        var rules: [Rule] { flat.compactMap { if case .rule(let rule) = $0 { rule } else { nil } } }
        private var flat: [Item] {
            items.flatMap { item -> [Item] in if case .group(let group) = item { group.items } else { [item] } }
        }
    }

    /// One block over columns 1-2 and rows 1-10, 20 characters and ten rows large.
    private func draw(_ parts: String, entries: [IndexEntry] = [], shape: Double? = nil) throws -> Drawn {
        var layout = try SamplePage("furniture:\n  ear:\n    columns: 1-2\n    rows: 1-10\n    parts:\n" + parts).layout
        for part in layout.furniture[0].parts.indices {
            guard case .image(var image) = layout.furniture[0].parts[part] else { continue }
            image.shape = shape
            layout.furniture[0].parts[part] = .image(image)
        }
        let page = EditionPage(layout: "small", layoutPlace: SamplePage.place, section: "要闻", articles: [])
        let edition = Edition(folder: ".", paper: ["name": "江津新闻"], pages: [page], place: SamplePage.place)
        let values = PlaceholderValues(edition: edition, page: page, number: 1, pages: 1, entries: entries)
        let reporter = Reporter()
        let items = FurnitureBuilder(layout: layout, typesetter: try SamplePage().typesetter, values: values).items(
            reporter)
        return Drawn(items: items, diagnostics: reporter.diagnostics, layout: layout)
    }

    private let block = Rect(x: .zero, y: .zero, width: .pt(25.5 * 9), height: .pt(130))

    @Test("an image keeps its proportions and is as large as its strip allows")
    func images() throws {
        // 130 pt high, 229.5 wide: half as high as wide, it is as wide as the strip.
        let wide = try #require(try draw("      - {image: a.png}\n", shape: 0.5).images.first?.frame)
        #expect(wide.width.isClose(to: block.width) && wide.height.isClose(to: block.width / 2))
        let tall = try #require(try draw("      - {image: a.png, align: right}\n", shape: 2).images.first?.frame)
        #expect(tall.height.isClose(to: block.height) && tall.width.isClose(to: block.height / 2))
        let drawn = try draw("      - {image: a.png, align: right}\n", shape: 2)
        let right = drawn.layout.grid.rect(GridRect(columns: 0..<2, rows: 0..<10)).maxX
        #expect(try #require(drawn.images.first).frame.maxX.isClose(to: right))
    }

    @Test("the thin line of a double rule is a fifth of the thick one, and at least a hairline")
    func doubleRules() throws {
        for (thick, thin) in [(2.5, 0.5), (1.0, 0.25), (0.2, 0.2)] {
            let rules = try draw("      - {rule: thick-thin, thickness: \(thick)pt}\n").rules
            #expect(rules.count == 2)
            #expect(rules[0].thickness.isClose(to: .pt(thick)) && rules[1].thickness.isClose(to: .pt(thin)))
        }
    }

    @Test("horizontal lines are one under the other, vertical ones side by side from the right")
    func lines() throws {
        let text = "      - {text: \"一行\\n二行\", size: 12pt, leading: 15pt%@}\n"
        let across = try draw(text.replacing("%@", with: "")).runs
        #expect(across.map(\.text) == ["一行", "二行"])
        #expect((across[1].origin.y - across[0].origin.y).isClose(to: .pt(15)))
        #expect(across[0].origin.x == across[1].origin.x)
        let down = try draw(text.replacing("%@", with: ", direction: vertical")).runs
        #expect(down.map(\.text).joined() == "一行二行")
        let first = down[0], last = down[down.count - 1]
        #expect((first.origin.x - last.origin.x).isClose(to: .pt(15)))
    }

    @Test("a justified text is broken where its lines are full")
    func paragraph() throws {
        let words = String(repeating: "欢迎读者来电来信。", count: 8)
        let drawn = try draw("      - {text: \(words), align: justify}\n")
        #expect(Set(drawn.runs.map(\.origin.y)).count == 3)
        #expect(drawn.diagnostics.isEmpty)
    }

    @Test("text that does not fit its place is reported")
    func tooLarge() throws {
        let long = try draw("      - {text: '\(String(repeating: "长", count: 40))'}\n")
        #expect(long.diagnostics.map(\.message)[0].contains("is wider than its place by"))
        let thick = try draw("      - {text: 江津, size: 40pt, direction: vertical, to: 10%}\n")
        #expect(thick.diagnostics.map(\.message) == ["“江津” needs 40 pt across its lines, its place has 22 pt"])
    }

    @Test("bands and upright rules are in their share of the block")
    func shares() throws {
        let drawn = try draw("      - {band: black 20%, from: 50%, height: 2行}\n      - {rule: upright, from: 50%}\n")
        let left = drawn.layout.grid.origin.x
        #expect(drawn.boxes.map(\.rect.x)[0].isClose(to: left + block.width / 2))
        #expect(drawn.boxes[0].rect.height.isClose(to: .pt(26)))
        #expect(drawn.rules[0].from.x == drawn.rules[0].to.x)
        #expect((drawn.rules[0].to.y - drawn.rules[0].from.y).isClose(to: block.height))
    }

    @Test("the index has as many whole entries as it holds")
    func index() throws {
        let entries = (2...9).map { IndexEntry(page: $0, title: "第\($0)版的\n头条", section: "综合") }
        let part = "      - {index: '{page}版 {section}：{title}', size: 9pt, leading: 13pt%@}\n"
        let some = try draw(part.replacing("%@", with: ", entries: 3"), entries: entries).runs.map(\.text)
        #expect(some.joined().contains("2版 综合：第2版的 头条"))
        #expect(some.count { $0.contains("头条") } == 3)
        // Ten rows of 13 pt and 3.15 pt between entries: eight would be 126.05 pt.
        #expect(try draw(part.replacing("%@", with: ""), entries: entries).runs.count { $0.text.contains("头条") } == 8)
        let low = part.replacing("%@", with: ", top: 6行")
        #expect(try draw(low, entries: entries).runs.count { $0.text.contains("头条") } == 3)
        #expect(try draw(part.replacing("%@", with: "")).runs.isEmpty)
    }

    @Test("the first story of every page is listed before the second of any, in the order of the pages")
    func everyPageHasItsFirst() throws {
        let entries = [(2, "二"), (2, "乙"), (2, "丙"), (3, "三"), (4, "四"), (4, "丁")].map {
            IndexEntry(page: $0.0, title: $0.1)
        }
        let part = "      - {index: '{page}版{title}', size: 9pt, leading: 13pt, entries: %@}\n"
        func titles(_ most: Int) throws -> String {
            try draw(part.replacing("%@", with: "\(most)"), entries: entries).runs.map(\.text).joined()
        }
        #expect(try titles(3) == "2版二3版三4版四")
        #expect(try titles(5) == "2版二2版乙3版三4版四4版丁")
    }

    @Test("the entries of a page that is not made come from its copy, the highest rank first")
    func openings() {
        func page(_ stories: (String, Int?)...) -> EditionPage {
            EditionPage(
                layout: "a", layoutPlace: SamplePage.place, section: "综合",
                articles: stories.map { Article(id: $0.0, title: $0.0, rank: $0.1, place: SamplePage.place) })
        }
        let edition = Edition(
            folder: ".", pages: [page(("一", nil)), page(("二", 3), ("三", 1)), page(), page(("四", nil), ("五", nil))],
            place: SamplePage.place)
        let entries = (1...4).map { IndexEntry.entries(ofPage: $0, in: edition) }
        // A story without a rank is listed only if it opens its page.
        #expect(entries.map { $0.map(\.title) } == [["一"], ["三", "二"], [], ["四"]])
        #expect(entries.map { $0.first?.target } == [.article("一"), .article("三"), nil, .article("四")])
    }
}
