public import Copy
public import Pages

/// Holds the words on an edition's pages against its copy: every character once and in order, on one page or, for a story
/// that goes on, on several.
public struct CopyAudit {
    private let articles: [Article]
    private let pages: [Page]

    public init(_ edition: Edition, _ pages: [Page]) {
        self.init(articles: edition.allotment?.articles ?? edition.pages.flatMap(\.articles), pages)
    }

    public init(articles: [Article], _ pages: [Page]) {
        self.articles = articles
        self.pages = pages
    }

    /// What a story's groups say, by what they are.
    private struct Words {
        var kicker = "", title = "", deck = "", byline = "", captions = "", body = ""
    }

    /// Stories of which nothing is printed.
    public var absent: [Article] {
        let printed = Set(printed.keys)
        return articles.filter { !printed.contains($0.id) }
    }

    /// Each fault in a sentence; a story that is absent is none, as long as somebody says so.
    public var faults: [String] {
        var faults: [String] = []
        let printed = printed
        for article in articles {
            guard let found = printed[article.id] else { continue }
            let written = Self.written(article)
            let pairs = [
                ("kicker", written.kicker, found.kicker), ("title", written.title, found.title),
                ("deck", written.deck, found.deck), ("byline", written.byline, found.byline),
                ("captions", written.captions, found.captions), ("body", written.body, found.body),
            ]
            for (name, written, found) in pairs where written != found {
                faults.append(
                    "the \(name) of \(article.id) is not printed as it is written: \(Self.difference(written, found))")
            }
        }
        let known = Set(articles.map(\.id))
        faults += printed.keys.filter { !known.contains($0) }.sorted().map { "\($0) is printed and in no copy" }
        return faults
    }

    private static func difference(_ written: String, _ found: String) -> String {
        let common = zip(written, found).prefix { $0 == $1 }.count
        return
            "after \(common) characters “\(written.dropFirst(common).prefix(12))” is “\(found.dropFirst(common).prefix(12))”"
    }

    private static func written(_ article: Article) -> Words {
        var words = Words()
        words.kicker = bare(article.kicker ?? "")
        words.title = bare(article.title)
        words.deck = bare(article.deck ?? "")
        words.byline = bare(article.byline ?? "")
        words.captions = article.photos.map { bare($0.caption + ($0.credit ?? "")) }.joined()
        words.body = article.body.map { block in
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph): bare(paragraph.text)
            case .subhead(let lines, _): bare(lines.joined())
            case .listItem(let marker, let paragraph): bare(marker + paragraph.text)
            }
        }.joined()
        return words
    }

    /// The words of every story by its name. What goes on on a later page, under its title again, follows.
    private var printed: [String: Words] {
        var stories: [String: Words] = [:]
        for page in pages {
            for case .group(let group) in page.items {
                let words = Self.words(in: group)
                if case .continuation(let first) = group.role { stories[first, default: Words()].body += words.body }
                guard case .article(let name) = group.role else { continue }
                let briefs = name.split(separator: "+").map(String.init)
                if briefs.count > 1 {
                    part(words, briefs, &stories)
                } else {
                    stories[name] = words
                }
            }
        }
        return stories
    }

    /// Stories gathered under one head: each begins with its own title.
    private func part(_ words: Words, _ names: [String], _ stories: inout [String: Words]) {
        var rest = words.body[...]
        for name in names {
            guard let article = articles.first(where: { $0.id == name }) else { continue }
            let written = Self.written(article)
            var found = Words()
            if rest.hasPrefix(written.title) {
                found.title = written.title
                rest = rest.dropFirst(written.title.count)
            }
            found.body = String(rest.prefix(written.body.count))
            rest = rest.dropFirst(written.body.count)
            stories[name] = found
        }
        if !rest.isEmpty, let last = names.last { stories[last]?.body += rest }
    }

    private static func words(in group: Group) -> Words {
        var words = Words()
        for case .group(let part) in group.items {
            let text = text(of: part.items)
            switch part.role {
            case .kicker: words.kicker += text
            case .headline: words.title += text
            case .deck: words.deck += text
            case .byline: words.byline += text
            case .caption: words.captions += text
            case .paragraph, .subhead, .quote: words.body += text
            default: break
            }
        }
        return words
    }

    private static func text(of items: [Item]) -> String {
        items.map { item in
            switch item {
            case .text(let run): bare(run.text)
            case .group(let group): text(of: group.items)
            default: ""
            }
        }.joined()
    }

    private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
