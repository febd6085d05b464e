internal import Copy
internal import Layouts

/// Gathers the small stories of a page under one head (简讯). Each keeps its title, run in before its text.
///
/// A group is one story for the planner. It takes the place of its first story in the copy, and every paragraph keeps its
/// place in the source.
struct BriefGroup {
    let layout: Layout

    /// A story of fewer lines of the page's measure is a brief, when the copy gives it no rank.
    private static let briefLines = 6
    /// The lowest rank with which the copy declares a story a brief.
    private static let briefRank = 5
    /// The fewest briefs that make a group.
    private static let leastBriefs = 3
    /// The rank of the group: its head is as large as that of a small story.
    private static let rank = 4

    /// The stories with their briefs gathered into one, if the layout has a head for them and there are enough of them.
    func grouped(_ articles: [IllustratedArticle]) -> [IllustratedArticle] {
        // Areas select stories by their number in the copy, so a page with areas keeps every story by itself.
        guard let head = layout.briefs, layout.makeup == .auto else { return articles }
        let briefs = articles.indices.filter { isBrief(articles[$0].article) }
        guard briefs.count >= Self.leastBriefs, let first = briefs.first else { return articles }
        var group = articles[first].article
        group.id = briefs.map { articles[$0].article.id }.joined(separator: "+")
        group.title = head
        group.rank = Self.rank
        group.body = briefs.flatMap { articles[$0].article.withTitleRunIn }
        var result = articles
        result[first].article = group
        for index in briefs.dropFirst().reversed() { result.remove(at: index) }
        return result
    }

    private func isBrief(_ article: Article) -> Bool {
        guard !article.title.isEmpty, article.kicker == nil, article.deck == nil, article.byline == nil,
            article.photos.isEmpty
        else { return false }
        if let rank = article.rank { return rank >= Self.briefRank }
        let lines = article.body.reduce(0) { $0 + ($1.characters + layout.grid.measure) / layout.grid.measure }
        return lines < Self.briefLines
    }
}

extension Article {
    /// The body with the title in bold before its first paragraph.
    fileprivate var withTitleRunIn: [Block] {
        // The title on one line, without its own line breaks.
        let title = title.split(whereSeparator: \.isNewline).joined(separator: "\u{3000}")
        let bold = Paragraph.Mark(.bold, 0..<title.count)
        guard case .paragraph(let first) = body.first else {
            return [.paragraph(Paragraph(title, marks: [bold], place: place))] + body
        }
        let shift = title.count + 1
        let marks = first.marks.map {
            Paragraph.Mark($0.kind, $0.range.lowerBound + shift..<$0.range.upperBound + shift)
        }
        let opened = Paragraph(title + "\u{3000}" + first.text, marks: [bold] + marks, place: first.place)
        return [.paragraph(opened)] + body.dropFirst()
    }
}
