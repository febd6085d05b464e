internal import Copy
internal import Layouts
internal import Pages
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
            for (number, line) in lines.enumerated() {
                let top = y + index.style.leading * Double(number)
                items += line.items(
                    at: strip.x, top + GalleyLine.baseline(of: index.style, in: index.style.leading))
            }
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

    public init(page: Int, title: String, section: String? = nil) {
        self.page = page
        self.title = title
        self.section = section
    }

    fileprivate func fill(_ template: String) -> String {
        // A line break in a title is a wish for its headline.
        let title = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return template.replacing("{page}", with: "\(page)").replacing("{title}", with: title)
            .replacing("{section}", with: section ?? "")
    }
}

extension IndexEntry {
    /// The stories that open the edition's other pages, in the order of the pages: of each the highest-ranked, of equals
    /// the first.
    static func openings(of edition: Edition, but number: Int) -> [IndexEntry] {
        edition.pages.enumerated().compactMap { index, page in
            let stories = page.articles.filter { !$0.title.isEmpty }
            let rank = { (story: Article) in story.rank ?? .max }
            guard index + 1 != number, let best = stories.map(rank).min() else { return nil }
            return stories.first { rank($0) == best }
                .map { IndexEntry(page: index + 1, title: $0.title, section: page.section) }
        }
    }
}
