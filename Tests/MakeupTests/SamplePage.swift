import Copy
import Diagnostics
import Layouts
import Pages
import TestSupport
import Typesetting

@testable import Makeup

extension PageJob {
    /// All stages on one thread.
    func composed(with typesetter: Typesetter) -> [Reported<ComposedPage>] {
        let cache = JobCache(self)
        var pages: [Reported<ComposedPage>] = []
        allocate(with: typesetter, cache) { assignment in
            let plan = assignment.plan(with: typesetter, cache)
            let page = plan.value.composed(with: typesetter)
            pages.append(Reported(page.value, plan.diagnostics + page.diagnostics))
        }
        return pages.sorted { $0.value.page.number < $1.value.page.number }
    }
}

extension ModuleBuilder {
    /// The module that fills a drawn rectangle.
    func module(
        _ story: Story, rank: Int?, filling cells: GridRect, photo: PhotoWish?, box: BoxStyle? = nil,
        headline: LineDirection = .horizontal
    ) -> Module? {
        placement(of: story, rank: rank, filling: cells, photo: photo, box: box, headline: headline).map(module)
    }

    /// The module of a variant.
    func module(_ story: Story, at cells: GridRect, as variant: Variant, headline: HeadlineBlock) -> Module {
        module(StoryPlacement(story: story, cells: cells, variant: variant, headline: headline))
    }
}

/// A small page of four columns, and stories for it.
struct SamplePage {
    let layout: Layout
    let typesetter: Typesetter

    /// - Parameters:
    ///   - more: additional keys of the layout.
    ///   - lead: additional keys of the lead's headline.
    init(_ more: String = "", lead: String? = nil) throws {
        let text = """
            page: {size: A4}
            grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
            headlines:
              1: {font: hei-heavy, sizes: [30pt, 26pt], above: 1, below: 1\(lead.map { ", " + $0 } ?? "")}
              2: {font: song-heavy, sizes: [20pt, 18pt, 16pt], above: 0, below: 1}
              3: {font: hei, sizes: [14pt, 12pt], above: 0, below: 0}

            """
        layout = try LayoutReader().read(LayoutFile(path: "small.yaml", text: text + more)).value
        typesetter = Typesetter(fonts: try SampleFonts.open(), language: "zh-Hans")
    }

    static let place = SourcePlace(file: "front.txt", line: 1)

    var context: PageContext { PageContext(layout: layout, typesetter: typesetter) }

    /// The pages that a job makes of articles, through all stages.
    func composed(
        _ articles: [IllustratedArticle], pages: Int = 1, previous: [PageDummy] = []
    ) -> [Reported<ComposedPage>] {
        let slots = (1...pages).map { PageSlot(number: $0, layout: layout) }
        return PageJob(slots: slots, articles: articles, previous: previous).composed(with: typesetter)
    }

    private static let words = Array(
        "清晨六点半，沿江村的合作社里已经亮起了灯。社员们把昨夜采下的黄桃装箱、过秤、贴上标签，第一班冷链车七点准时出发，"
            + "中午就能摆上城里超市的货架。“过去全靠肩挑背磨，卖不完就烂在地里。”负责人李群说，路修通以后，桃子跑得比人还快，"
            + "今年全村预计销售80万斤，户均增收1.2万元。")

    /// Paragraphs with these numbers of characters, all of them different.
    static func paragraphs(_ lengths: [Int]) -> [Block] {
        lengths.enumerated().map { index, length in
            let text = (0..<length - 1).map { words[($0 + index * 17) % words.count] } + ["。"]
            return .paragraph(Paragraph(String(text), place: place))
        }
    }

    func story(
        title: String = "黄桃熟了合作社里忙", kicker: String? = nil, deck: String? = nil, byline: String? = nil,
        rank: Int = 2, body: [Block], pictures: [Picture] = []
    ) -> Story {
        let article = Article(
            id: "front-1", title: title, kicker: kicker, deck: deck, byline: byline, body: body, place: Self.place)
        let body = StoryTypesetter(layout: layout, typesetter: typesetter).body(of: article)
        return Story(article: article, rank: rank, body: body, pictures: pictures)
    }

    static func picture(
        _ width: Int, _ height: Int, caption: String = "社员们在装箱。", credit: String? = nil, file: String? = "a.jpg",
        focus: Photo.Focus = .centre
    ) -> Picture {
        Picture(
            photo: Photo(file: file, caption: caption, credit: credit, focus: focus, place: place), file: file,
            width: width, height: height)
    }
}
