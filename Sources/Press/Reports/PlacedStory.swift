internal import Copy
public import Diagnostics
internal import Makeup
public import Pages

/// A story on its page: its place there and in the copy, and how it fits.
public struct PlacedStory: Hashable, Sendable {
    /// The page's number, from 1.
    public var page: Int
    public var id: String
    public var title: String
    /// 1 is the page's lead.
    public var rank: Int
    /// The rectangles of the page that the story covers, measured from the upper left corner of the trimmed sheet.
    public var frames: [Rect]
    /// Where the story's copy begins.
    public var place: SourcePlace
    /// Lines of the body on this page, lines that stay white at the legs' feet, and lines that do not fit.
    public var lines: Int
    public var whiteLines: Int
    public var oversetLines: Int
    /// The headline's size in points; nil without one.
    public var headlineSize: Double?
    /// The page on which the story continues, and the page from which it is continued.
    public var continuesOn: Int?
    public var continuedFrom: Int?
}

extension PlacedStory {
    /// The stories of a page by rank, those of one rank from the page's top.
    static func stories(of made: ComposedPage, _ frames: (Module) -> [Rect]) -> [PlacedStory] {
        let stories = made.modules.map { module in
            let article = module.story.article
            let report = made.report.stories.first { $0.id == article.id }
            return PlacedStory(
                page: made.page.number, id: article.id, title: article.title, rank: module.story.rank,
                frames: frames(module), place: article.place, lines: report?.bodyLines ?? 0,
                whiteLines: report?.whiteLines ?? 0, oversetLines: module.oversetRows,
                headlineSize: module.headline.titleLines > 0 ? module.headline.size.points : nil,
                continuesOn: article.continuesOn, continuedFrom: article.continuedFrom)
        }
        return stories.sorted { a, b in
            (a.rank, a.frames[0].y, a.frames[0].x) < (b.rank, b.frames[0].y, b.frames[0].x)
        }
    }
}
