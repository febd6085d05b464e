import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// A module paints every character of its story once and in order.
struct ModuleTests {
    /// A story with all parts that a story can have.
    private func article(_ page: SamplePage) -> Story {
        let place = SamplePage.place
        let dateline = Paragraph(
            "本报讯（记者 李群）6月20日，沿江村的黄桃熟了，全村预计销售80万斤。", marks: [.init(.dateline, 0..<3), .init(.reporters, 3..<10)],
            place: place)
        let body: [Block] =
            [.paragraph(dateline)] + SamplePage.paragraphs([150])
            + [.subhead(["桃子跑得比人还快", "路修通以后"], place: place)] + SamplePage.paragraphs([120, 90])
            + [.quote(Paragraph("卖不完就烂在地里", place: place)), .listItem(marker: "1. ", Paragraph("抓好采收；", place: place))]
            + SamplePage.paragraphs([200])
        return page.story(
            title: "黄桃熟了合作社里忙", kicker: "乡村见闻", deck: "——沿江村的一天", byline: "记者 李群 通讯员 王江", body: body,
            pictures: [SamplePage.picture(1800, 1200, caption: "社员们在装箱。", credit: "李群 摄")])
    }

    private func module(_ story: Story, _ page: SamplePage, rows: Int) throws -> Module {
        let cells = GridRect(columns: 0..<3, rows: 0..<rows)
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        return try #require(builder.module(story, rank: 2, filling: cells, photo: PhotoWish(columns: 1, rows: 9)))
    }

    private func text(of items: [Item]) -> String {
        items.map { item in
            switch item {
            case .text(let run): run.text
            case .group(let group): text(of: group.items)
            default: ""
            }
        }.joined()
    }

    /// The text of the painted groups with a role, without the blanks that typesetting adds and drops.
    private func painted(_ group: Group, where matches: (Group.Role) -> Bool) -> String {
        group.items.map { item in
            guard case .group(let part) = item, matches(part.role) else { return "" }
            return text(of: part.items)
        }.joined().filter { !$0.isWhitespace }
    }

    @Test func everyCharacterOfTheStoryIsPaintedOnceAndInOrder() throws {
        let page = try SamplePage()
        let story = article(page)
        let module = try module(story, page, rows: 52)
        #expect(module.overset.isEmpty)
        let group = module.group(on: page.layout)
        #expect(group.role == .article("front-1"))
        #expect(painted(group) { $0 == .kicker } == "乡村见闻")
        #expect(painted(group) { $0 == .headline(level: 2) } == "黄桃熟了合作社里忙")
        #expect(painted(group) { $0 == .deck } == "——沿江村的一天")
        #expect(painted(group) { $0 == .byline } == "记者李群通讯员王江")
        #expect(painted(group) { $0 == .caption } == "社员们在装箱。李群摄")
        for (index, block) in story.article.body.enumerated() {
            guard case .paragraph(let paragraph) = block else { continue }
            #expect(painted(group) { $0 == .paragraph(index) } == paragraph.text.filter { !$0.isWhitespace })
        }
        let body = painted(group) {
            switch $0 {
            case .paragraph, .subhead, .quote: true
            default: false
            }
        }
        let written = story.article.body.map { block in
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph): paragraph.text
            case .subhead(let lines, _): lines.joined()
            case .listItem(let marker, let paragraph): marker + paragraph.text
            }
        }
        #expect(body == written.joined().filter { !$0.isWhitespace })
    }

    @Test func bodyLinesAreOnThePagesBaselines() throws {
        let page = try SamplePage()
        let group = try module(article(page), page, rows: 52).group(on: page.layout)
        let grid = page.layout.grid
        var baselines: Set<Int> = []
        for case .group(let part) in group.items {
            guard case .paragraph = part.role else { continue }
            for case .text(let run) in part.items {
                let row = (run.origin.y - grid.baseline(ofRow: 0)) / grid.leading
                #expect(abs(row - row.rounded()) < 0.001)
                baselines.insert(Int(row.rounded()))
            }
        }
        #expect(baselines.count > 10)
    }

    @Test func legsAreInTheirColumnsBelowThePhoto() throws {
        let page = try SamplePage()
        let module = try module(article(page), page, rows: 52)
        let grid = page.layout.grid
        let group = module.group(on: page.layout)
        var image: Rect?
        var runs: [GlyphRun] = []
        for case .group(let part) in group.items {
            switch part.role {
            case .figure: for case .image(let placed) in part.items { image = placed.frame }
            case .paragraph, .subhead, .quote: for case .text(let run) in part.items { runs.append(run) }
            default: break
            }
        }
        let frame = try #require(image)
        #expect(frame.x.isClose(to: grid.x(ofColumn: 2)), "at the right unless the layout says otherwise")
        for run in runs where run.origin.x > frame.x - grid.gutter / 2 { #expect(run.origin.y > frame.maxY) }
        #expect(
            Set(runs.map { Int((($0.origin.x - grid.origin.x) / (grid.columnWidth + grid.gutter)).rounded(.down)) })
                == [0, 1, 2])
    }

    @Test func aMissingPictureIsAGreyFrame() throws {
        let page = try SamplePage()
        var story = article(page)
        story.pictures[0].file = nil
        let group = try module(story, page, rows: 52).group(on: page.layout)
        let boxes = group.items.flatMap { item -> [Box] in
            guard case .group(let part) = item, case .figure = part.role else { return [] }
            return part.items.compactMap { if case .box(let box) = $0 { box } else { nil } }
        }
        #expect(boxes.map { $0.fill != nil && $0.frame != nil } == [true])
    }

    @Test func oversetTextIsReportedInRows() throws {
        let page = try SamplePage()
        let story = article(page)
        let whole = try module(story, page, rows: 52)
        let cut = try module(story, page, rows: 24)
        #expect(cut.variant.rows == 24)
        #expect(cut.oversetRows > 0)
        #expect(cut.legs.map(\.count).reduce(0, +) + cut.overset.count == cut.galley.lines.count)
        #expect(whole.emptyRows == 52 - whole.variant.rows)
    }
}
