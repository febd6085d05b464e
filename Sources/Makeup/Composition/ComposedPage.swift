internal import Copy
public import Diagnostics
public import Layouts
public import Pages
internal import Typesetting

/// A composed page: its items, and the modules that they belong to.
public struct ComposedPage: Sendable {
    public var page: Page
    public var modules: [Module]
    /// Cells that no story fills, and the message about them.
    public var holes: [GridRect] = []
    public var shortage: [Diagnostic] = []
    /// The fillers in the page's holes.
    public var fillers: [Module] = []
    /// The report about the page.
    public var report: PageReport
    /// The dummy that keeps the stories in their places when the page is made again.
    public var kept: PageDummy
}

extension ComposedPage {
    /// The section whose stories cover most of the page's cells; nil when no story names one.
    public var section: String? {
        var cells: [String: Int] = [:]
        for module in modules {
            guard let section = module.story.article.section else { continue }
            cells[section, default: 0] += module.cells.columns.count * module.cells.rows.count
        }
        return cells.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The page's dummy as a drawing and in words, with one line for each story, from the top and from the left:
    ///
    ///     16-33 | 1 1 1 1
    ///     1  front-1  columns 1-4  rows 16-33  rank 1  46 pt in 2 lines
    public var dummy: String {
        let numbered = modules.sorted { $0.isBefore($1) }.enumerated().map { "\($0.offset + 1)  \($0.element.summary)" }
        let closing = fillers.sorted { $0.isBefore($1) }.map { "·  \($0.summary)" }
        return (kept.drawing + numbered + closing).joined(separator: "\n") + "\n"
    }
}

extension ComposedPage {
    /// The page's entries for the index of the day: the lead first, then the others by rank.
    public func indexEntries(section: String?) -> [IndexEntry] {
        let own = modules.filter { $0.story.article.restOf == nil && !$0.story.article.title.isEmpty }
        let ranked = own.sorted { $0.isBefore($1) }.enumerated().sorted {
            ($0.element.story.rank, $0.offset) < ($1.element.story.rank, $1.offset)
        }.map(\.element.story)
        return ranked.enumerated().filter { $0.offset == 0 || $0.element.rank <= IndexEntry.leastRank }.map {
            IndexEntry(
                page: page.number, title: $1.article.title, section: section, target: .article($1.article.id))
        }
    }

    /// The page's entry in an outline, with its stories from the top.
    public func outline(section: String?) -> OutlineEntry {
        let stories = modules.filter { !$0.story.article.title.isEmpty }.sorted { $0.isBefore($1) }.map { module in
            let article = module.story.article
            return OutlineEntry(
                title: PageDummy.Entry.plain(article.title),
                target: article.restOf.map { .part(of: $0, onPage: page.number) } ?? .article(article.id))
        }
        let title = [page.label, section ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return OutlineEntry(title: title, target: .page(page.number), children: stories)
    }
}

extension Module {
    /// The module in one line: its cells and the form of its story.
    var summary: String {
        var parts = [
            story.article.id,
            "columns \(cells.columns.lowerBound + 1)-\(cells.columns.upperBound)",
            "rows \(cells.rows.lowerBound + 1)-\(cells.rows.upperBound)",
            "rank \(story.rank)",
            headline.titleLines == 0
                ? "no headline"
                : "\(Int(headline.size.points.rounded())) pt in \(headline.titleLines) line\(headline.titleLines > 1 ? "s" : "")",
        ]
        switch variant.headlinePlace {
        case .across: break
        case .beside(let columns): parts.append("headline beside, \(columns) wide")
        case .vertical: parts.append("vertical headline")
        case .corner(let columns, let rows): parts.append("vertical headline \(columns) × \(rows)")
        }
        if variant.box != nil { parts.append("boxed") }
        if let legs = variant.ownLegs { parts.append("\(legs.count) × \(legs.measure)字") }
        if let photo = variant.photo {
            let level =
                switch photo.level {
                case .body: ""
                case .side: ", beside the headline"
                case .head: ", over the headline"
                }
            let column = cells.columns.lowerBound + photo.column + 1
            parts.append("photo \(photo.columns) × \(photo.rows) at column \(column)\(level)")
        }
        if let step = variant.step {
            parts.append(
                "the \(step.columns) \(step.isAtLeft ? "left" : "right") leg\(step.columns > 1 ? "s" : "") \(step.rows) rows shorter"
            )
        }
        if variant.white > 0 { parts.append("white \(variant.white)") }
        if variant.spareRows > 0 { parts.append("spare \(variant.spareRows)") }
        if variant.length > 0 {
            let more = galley.rows - body.best.rows
            parts.append("body \(more > 0 ? "+" : "−")\(abs(more))")
        }
        if oversetRows > 0 { parts.append("overset \(oversetRows)") }
        return parts.joined(separator: "  ")
    }
}
