internal import Copy
internal import Layouts
internal import Typesetting

/// The less common forms that a story may take. The planner chooses among them by cost.
public struct StoryForms: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The headline at the left of the legs.
    public static let besideHeadline = StoryForms(rawValue: 1)
    /// The headline in vertical lines.
    public static let verticalHeadline = StoryForms(rawValue: 2)
    /// A box round the story.
    public static let box = StoryForms(rawValue: 4)
    /// A place across the page's foot, in the band's box.
    public static let footBand = StoryForms(rawValue: 8)
    /// The page's largest photo.
    public static let leadPhoto = StoryForms(rawValue: 16)
}

/// Decides which stories of a page may take a less common form. A few such forms give a page variety. The variants of a
/// story are compared without the other stories, so the number of such forms is limited here.
struct FormPolicy {
    /// The number of stories that the layout wants boxed.
    let boxes: Int
    /// Whether the layout wants a story across the page's foot.
    var hasFootBand = false
    /// The direction of the page's lines. If lines run from top to bottom, so do headlines, to the right of their text.
    var direction = LineDirection.horizontal
    var limits = Prices.Forms()

    /// The forms that each story may take.
    func forms(of stories: [Story]) -> [StoryForms] {
        let isHorizontal = direction == .horizontal
        var forms: [StoryForms] = stories.map {
            isHorizontal && isSmall($0, limits.linesBesideHeadline) ? .besideHeadline : []
        }
        let upright = stories.indices.filter { isHorizontal && mayStandUpright(stories[$0]) }
            .sorted { (stories[$0].article.title.count, $0) < (stories[$1].article.title.count, $1) }
            .prefix(limits.mostVertical)
        for index in upright { forms[index].insert(.verticalHeadline) }
        let boxed = stories.indices
            .filter { isSmall(stories[$0], limits.linesInBox) && !forms[$0].contains(.verticalHeadline) }
            .sorted { (stories[$0].body.best.rows, $0) < (stories[$1].body.best.rows, $1) }
            .prefix(boxes)
        for index in boxed { forms[index].insert(.box) }
        let lead = stories.map(\.rank).min() ?? 1
        let bands = stories.indices
            .filter { hasFootBand && stories[$0].rank > lead && stories[$0].body.best.rows >= limits.leastBandLines }
            .sorted { (stories[$0].rank, $0) > (stories[$1].rank, $1) }
            .prefix(limits.mostBands)
        for index in bands { forms[index].insert(.footBand) }
        // Photos of the same size leave the reader without a starting point.
        let pictured = stories.indices.filter { !stories[$0].pictures.isEmpty }
        if let first = pictured.min(by: { (stories[$0].rank, $0) < (stories[$1].rank, $1) }) {
            forms[first].insert(.leadPhoto)
        }
        return forms
    }

    private func isSmall(_ story: Story, _ lines: ClosedRange<Int>) -> Bool {
        story.rank >= limits.smallRank && story.pictures.isEmpty && lines.contains(story.body.best.rows)
    }

    /// Whether the headline may be vertical: a title of Han characters only, without kicker, deck or byline.
    private func mayStandUpright(_ story: Story) -> Bool {
        let article = story.article
        return isSmall(story, limits.linesUnderVertical) && limits.verticalTitle.contains(article.title.count)
            && article.kicker == nil && article.deck == nil && article.byline == nil
            && article.title.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    }
}
