public import Copy
internal import Layouts
public import Pages
internal import Typesetting

/// Sets the index of the day (今日导读): an entry a story, as many as its strip holds, never a part of one.
struct IndexMaker {
    let setter: Typesetter
    let entries: [IndexEntry]

    /// White between two entries, in em.
    private static let gap = 0.35

    func items(_ index: FurnitureIndex, in strip: Rect) -> [Item] {
        var items: [Item] = []
        var y = strip.y
        for entry in entries.prefix(index.entries) {
            let words = entry.fill(index.template)
            let text = StyledText(words, role: index.style.role)
            let lines = setter.paragraph(text, style: index.style, measure: strip.width).lines
            let height = index.style.leading * Double(lines.count)
            guard y + height <= strip.maxY + .tolerance else { break }
            let printed = lines.enumerated().flatMap { number, line in
                let top = y + index.style.leading * Double(number)
                return line.items(at: strip.x, top + GalleyLine.baseline(of: index.style, in: index.style.leading))
            }
            items.append(.group(Group(role: .link(entry.target), items: printed)))
            y += height + index.style.size * Self.gap
        }
        return items
    }
}

/// A story of the edition as the index of the day names it.
public struct IndexEntry: Hashable, Sendable {
    /// The page that it begins on.
    public var page: Int
    public var title: String
    public var section: String?
    /// Where a click on the entry leads.
    public var target: LinkTarget

    public init(page: Int, title: String, section: String? = nil, target: LinkTarget? = nil) {
        self.page = page
        self.title = title
        self.section = section
        self.target = target ?? .page(page)
    }

    fileprivate func fill(_ template: String) -> String {
        // A line break in a title is a wish for its headline.
        let title = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return template.replacing("{page}", with: "\(page)").replacing("{title}", with: title)
            .replacing("{section}", with: section ?? "")
    }
}

extension IndexEntry {
    /// The story that opens a page, by the copy alone: the highest-ranked, of equals the first.
    public static func opening(ofPage number: Int, in edition: Edition) -> IndexEntry? {
        let page = edition.pages[number - 1]
        let stories = page.articles.filter { !$0.title.isEmpty }
        let rank = { (story: Article) in story.rank ?? .max }
        guard let best = stories.map(rank).min() else { return nil }
        return stories.first { rank($0) == best }
            .map { IndexEntry(page: number, title: $0.title, section: page.section, target: .article($0.id)) }
    }
}
