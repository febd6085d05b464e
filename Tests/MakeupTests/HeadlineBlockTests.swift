import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

struct HeadlineBlockTests {
    private func blocks(_ page: SamplePage, rank: Int = 2, columns: Int = 3, title: String = "黄桃熟了合作社里忙")
        -> [HeadlineBlock]
    {
        let story = page.story(
            title: title, kicker: "乡村见闻", deck: "——沿江村的一天", byline: "记者 李群", rank: rank,
            body: SamplePage.paragraphs([60]))
        return HeadlineBlockBuilder(layout: page.layout, typesetter: page.typesetter).blocks(
            for: story, columns: columns)
    }

    @Test func theLargestSizeThatBreaksWellComesFirst() throws {
        let blocks = blocks(try SamplePage())
        #expect(blocks[0].size == .pt(20))
        #expect(blocks.map(\.cost) == blocks.map(\.cost).sorted())
        #expect(Set(blocks.map(\.size)) == [.pt(20), .pt(18), .pt(16)])
    }

    @Test func partsAreInOrderAndDoNotTouch() throws {
        let block = blocks(try SamplePage())[0]
        #expect(block.parts.map(\.kind) == [.kicker, .title, .deck, .byline])
        let baselines = block.parts.flatMap { $0.lines.map { $0.runs[0].origin.y.points } }
        let sizes = block.parts.flatMap { $0.lines.map { $0.runs[0].size.points } }
        for index in baselines.indices.dropFirst() {
            #expect(baselines[index] - baselines[index - 1] >= 0.88 * sizes[index] + 0.12 * sizes[index - 1])
        }
    }

    @Test(arguments: 1...3, 1...4)
    func aBlockTakesWholeRowsAndItsInkStaysInside(_ rank: Int, _ columns: Int) throws {
        let page = try SamplePage()
        let style = page.layout.headline(rank: rank)
        let leading = page.layout.grid.leading
        for block in blocks(page, rank: rank, columns: columns, title: "黄桃熟了") {
            let lines = block.parts.flatMap(\.lines)
            let top = lines.map { $0.runs[0].origin.y - $0.runs[0].size * 0.88 }.min()!
            let foot = lines.map { $0.runs[0].origin.y + $0.runs[0].size * 0.12 }.max()!
            let height = leading * Double(block.rows)
            let white = leading * Double(style.rowsAbove + style.rowsBelow)
            #expect(top >= -.tolerance)
            #expect(foot <= height + .tolerance)
            #expect(height - (foot - top) >= white - .tolerance, "the layout's white rows are kept")
            #expect(height - (foot - top) < white + leading + .tolerance, "and no row more than whole rows need")
        }
    }

    @Test func aTitleThatFitsAtNoSizeHasNoBlock() throws {
        #expect(blocks(try SamplePage(), rank: 1, columns: 1, title: "推动全区农业农村现代化建设再上新台阶").isEmpty)
    }

    @Test("a title that does not fit takes more lines, up to a limit")
    func aLongTitleTakesMoreLines() throws {
        let page = try SamplePage(), title = "推动全区农业农村现代化建设再上新台阶座谈会昨日在沿江村新建的文化礼堂召开"
        let long = blocks(page, columns: 2, title: title)
        #expect(!long.isEmpty && long.allSatisfy { (3...4).contains($0.titleLines) && $0.size == .pt(16) })
        #expect(long[0].cost > blocks(page, columns: 4, title: title)[0].cost + 10)
        #expect(blocks(page, columns: 1, title: String(title.prefix(20))).isEmpty, "six characters a line are too few")
    }

    @Test("a smaller size costs the lead more than other stories")
    func aSmallerSizeCostsTheLeadMore() throws {
        let page = try SamplePage()
        func step(_ rank: Int) -> Cost {
            let sizes = blocks(page, rank: rank, columns: 4, title: "黄桃熟了")
                .filter { $0.titleLines == 1 }.sorted { $0.size > $1.size }
            return sizes[1].cost - sizes[0].cost
        }
        #expect(step(1) > step(2) * 2)
    }

    @Test("a smaller title is preferred to one that runs from edge to edge")
    func aTitleHasWhiteAtItsSides() throws {
        // Two columns hold 227 points: eleven characters of 20 points with no air, of 18 points with some.
        let found = blocks(try SamplePage(), columns: 2, title: "黄桃熟了合作社里人人忙")
        #expect(found[0].size == .pt(18), "\(found.map { ($0.size, $0.cost) })")
    }

    @Test("a deck of several lines is broken like a title: between words, and into about equal lines")
    func decksAreBalanced() throws {
        let page = try SamplePage()
        let story = page.story(
            title: "黄桃熟了", deck: "——沿江村合作社里忙着装箱过秤贴标签", body: SamplePage.paragraphs([60]))
        let block = HeadlineBlockBuilder(layout: page.layout, typesetter: page.typesetter).blocks(
            for: story, columns: 1)[0]
        let lines = try #require(block.parts.first { $0.kind == .deck }).lines
        let widths = lines.map { $0.runs.map { $0.glyphs.map(\.x).max()! + $0.size.points }.max()! }
        #expect(lines.count > 1 && widths.min()! > 0.7 * widths.max()!, "\(widths)")
    }

    @Test func titleLinesAndWidthAreReported() throws {
        let page = try SamplePage()
        for block in blocks(page, columns: 2) {
            let title = block.parts[1]
            #expect(block.titleLines == title.lines.count)
            #expect(block.width == title.lines.map(\.width).max())
            #expect(block.width <= page.layout.grid.width(of: 2) + .tolerance)
        }
    }

    @Test func aTitleThatHasRoomOnOneLineIsNotBroken() throws {
        let blocks = blocks(try SamplePage(), columns: 4, title: "黄桃熟了\n合作社里忙")
        #expect(blocks[0].titleLines == 1, "whatever its own lines: \(blocks.map { ($0.titleLines, $0.cost) })")
        #expect(blocks.contains { $0.titleLines == 2 })
    }

    @Test func slackIsTheWhiteThatRoundingLeaves() throws {
        let page = try SamplePage()
        let style = page.layout.headline(rank: 2), leading = page.layout.grid.leading
        for block in blocks(page) {
            let lines = block.parts.flatMap(\.lines)
            let top = lines.map { $0.runs[0].origin.y - $0.runs[0].size * 0.88 }.min()!
            let foot = lines.map { $0.runs[0].origin.y + $0.runs[0].size * 0.12 }.max()!
            let white = Double(block.rows) - (foot - top) / leading - Double(style.rowsAbove + style.rowsBelow)
            #expect(abs(block.slack - white) < 1e-6)
            #expect(0..<1 ~= block.slack)
        }
    }
}
