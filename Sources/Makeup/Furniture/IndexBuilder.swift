public import Copy
internal import Layouts
public import Pages
internal import Typesetting

/// Typesets the index of the day (今日导读): one entry for each story, as many whole entries as the strip holds.
struct IndexBuilder {
    let typesetter: Typesetter
    let entries: [IndexEntry]

    /// The first story of every page, then the second of each, and so on until there are enough, in the order of the pages.
    private func chosen(_ most: Int) -> [IndexEntry] {
        var seen: [Int: Int] = [:]
        let ranked = entries.map { entry in
            defer { seen[entry.page, default: 0] += 1 }
            return (entry, order: seen[entry.page, default: 0])
        }
        let chosen = ranked.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .prefix(most)
        return chosen.sorted { $0.offset < $1.offset }.map(\.element.0)
    }

    /// White between two entries, in em.
    private static let gap = 0.35

    func items(_ index: FurnitureIndex, in strip: Rect) -> [Item] {
        var items: [Item] = []
        var y = strip.y
        for entry in chosen(index.entries) {
            let words = entry.fill(index.template)
            let text = StyledText(words, role: index.style.role)
            let lines = typesetter.paragraph(text, style: index.style, measure: strip.width).lines
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

/// A story of the edition in the index of the day.
public struct IndexEntry: Hashable, Sendable {
    /// The page on which the story begins.
    public var page: Int
    public var title: String
    public var section: String?
    /// The target of the entry's link.
    public var target: LinkTarget

    public init(page: Int, title: String, section: String? = nil, target: LinkTarget? = nil) {
        self.page = page
        self.title = title
        self.section = section
        self.target = target ?? .page(page)
    }

    fileprivate func fill(_ template: String) -> String {
        // A line break in a title is meant for its headline only.
        let title = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        return template.replacing("{page}", with: "\(page)").replacing("{title}", with: title)
            .replacing("{section}", with: section ?? "")
    }
}

extension IndexEntry {
    /// Stories of a lower rank are listed only if their page has no other, because readers do not turn to a page for
    /// them.
    static let leastRank = 3

    /// The entries of a page that was not made, from its copy: the story of the highest rank first, and stories of the
    /// same rank in the order of the copy.
    public static func entries(ofPage number: Int, in edition: Edition) -> [IndexEntry] {
        let page = edition.pages[number - 1]
        let stories = page.articles.filter { !$0.title.isEmpty }
        let ranked = stories.enumerated().sorted {
            ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset)
        }.map(\.element)
        return ranked.enumerated().filter { $0.offset == 0 || ($0.element.rank ?? .max) <= leastRank }.map {
            IndexEntry(page: number, title: $1.title, section: page.section, target: .article($1.id))
        }
    }
}
