import Copy
import Diagnostics

/// Articles as text, for goldens and comparisons: everything except ids and places.
func dump(_ articles: [Article]) -> String {
    articles.map(dump).joined(separator: "\n")
}

func dump(_ article: Article) -> String {
    var lines = ["= \(article.title.oneLine)"]
    func add(_ key: String, _ value: String?) {
        if let value { lines.append("\(key): \(value.oneLine)") }
    }
    add("kicker", article.kicker)
    add("deck", article.deck)
    add("byline", article.byline)
    add("rank", article.rank.map(String.init))
    add("section", article.section)
    add("jump", article.jump.map(String.init))
    for photo in article.photos {
        let focus = photo.focus == .centre ? "" : " @\(photo.focus.x),\(photo.focus.y)"
        lines.append(
            "photo after \(photo.after): \(photo.file ?? "no file")\(focus) | \(photo.caption.oneLine) | \(photo.credit ?? "no credit")"
        )
    }
    for block in article.body {
        switch block {
        case .paragraph(let paragraph): lines.append("  " + dump(paragraph))
        case .subhead(let subhead, _): lines.append("  ## " + subhead.joined(separator: " / "))
        case .quote(let paragraph): lines.append("  > " + dump(paragraph))
        case .listItem(let marker, let paragraph): lines.append("  [\(marker)] " + dump(paragraph))
        }
    }
    return lines.joined(separator: "\n") + "\n"
}

private func dump(_ paragraph: Paragraph) -> String {
    let text = Array(paragraph.text)
    let marks = paragraph.marks.map { "{\($0.kind) \(String(text[$0.range]).oneLine)}" }
    return paragraph.text.oneLine + (marks.isEmpty ? "" : " " + marks.joined())
}

func dump(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
        let place = diagnostic.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)\n"
    }.joined()
}

extension String {
    fileprivate var oneLine: String { split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎") }
}

/// The articles of raw copy, and the warnings.
func readRaw(_ text: String, file: String = "copy/front.txt") -> (articles: [Article], warnings: [Diagnostic]) {
    let reported = RawCopyReader().read(SourceText(file: file, text: text))
    return (reported.value, reported.diagnostics)
}

/// The story of a Markdown text.
func readMarkdown(_ text: String, file: String = "copy/lead.md") throws -> Reported<Article> {
    try MarkdownReader().read(SourceText(file: file, text: text))
}

/// The errors of a Markdown text; empty if it can be read.
func errors(ofMarkdown text: String) -> [Diagnostic] {
    do {
        _ = try readMarkdown(text)
        return []
    } catch { return (error as? DiagnosticsError)?.diagnostics ?? [] }
}
