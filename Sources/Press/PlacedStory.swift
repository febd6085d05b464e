internal import Copy
public import Diagnostics
internal import Makeup
public import Pages

/// A story on its page: where it stands there, where it stands in the copy, and how it fits.
public struct PlacedStory: Hashable, Sendable {
    /// The page's number, from 1.
    public var page: Int
    public var id: String
    public var title: String
    /// 1 is the page's lead.
    public var rank: Int
    /// What it covers of the page, in points from the trimmed sheet's corner.
    public var frames: [Rect]
    /// Where its copy begins.
    public var place: SourcePlace
    /// Lines of its body on this page, those that stay white at its legs' feet, and those that do not fit.
    public var lines: Int
    public var whiteLines: Int
    public var oversetLines: Int
    /// The headline's size in points; nil without one.
    public var headlineSize: Double?
    /// The page on which it goes on, and that it comes from.
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
