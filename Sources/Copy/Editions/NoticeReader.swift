internal import Diagnostics
internal import MarkedYAML

/// Reads the notices of a page: advertisements, notices and corrections.
///
///     notices:
///       - {rows: 12, image: ad.png}                         # twelve rows at the foot of the page, full width
///       - {columns: 4-5, rows: 20, title: 停水通知, text: 因管道检修……}   # twenty rows at the foot of two columns
///       - {columns: 1-2, rows: 30-41, title: 更正, text: …}   # exactly these rows
///
/// A text has a frame unless “frame: false” is given. Its line breaks separate paragraphs.
struct NoticeReader {
    let folder: EditionFolder
    let reporter: Reporter

    /// Reads a notice of a listed page.
    func notice(_ node: YAMLNode, page: Int) -> Notice? {
        let keys = MappingReader(node, as: "a notice of page \(page)", reporter)
        defer { keys.finish() }
        return notice(keys)
    }

    /// Reads a notice that gives its page number, for allotted pages.
    func paged(_ node: YAMLNode) -> (page: Int, notice: Notice)? {
        let keys = MappingReader(node, as: "a notice", reporter)
        defer { keys.finish() }
        let page = keys.integer("page", in: 1...EditionPagesReader.maxPages)
        if page == nil, keys.node("page") == nil {
            reporter.error(at: keys.place, "a notice lacks “page”", hints: "write the number of its page: page: 4")
        }
        guard let notice = notice(keys), let page else { return nil }
        return (page, notice)
    }

    private func notice(_ keys: MappingReader) -> Notice? {
        let columns = keys.value("columns", expecting: "columns such as 4-5, counted from 1", Self.span)
        let rows = keys.value("rows", expecting: "the number of rows at the foot of the page (12), or the rows (60-76)")
        {
            $0.contains(where: { "-–".contains($0) })
                ? Self.span($0).map(Notice.Rows.span) : Self.span($0).map { .foot($0.lowerBound) }
        }
        if rows == nil, keys.node("rows") == nil {
            reporter.error(
                at: keys.place, "a notice lacks “rows”",
                hints: "write the number of its rows at the foot of the page: rows: 12")
        }
        let image = keys.text("image")
        let title = keys.text("title")
        let text = keys.text("text")
        let isFramed = keys.flag("frame")
        if (image == nil) == (text == nil && title == nil) {
            reporter.error(
                at: keys.place, image == nil ? "the notice is empty" : "a notice is a picture or a text, not both",
                hints: "write “image: ad.png”, or “title: …” and “text: …”")
            return nil
        }
        guard let rows else { return nil }
        var content: Notice.Content?
        if let image {
            content = folder.photoPath(image, at: keys.node("image")?.place ?? keys.place, reporter).map { .image($0) }
        } else {
            content = .text(article(title, text, keys))
        }
        return content.map {
            Notice(
                columns: columns, rows: rows, content: $0, isFramed: isFramed ?? (image == nil), place: keys.place)
        }
    }

    private func article(_ title: String?, _ text: String?, _ keys: MappingReader) -> Article {
        let place = keys.node("text")?.place ?? keys.place
        let lines = (text ?? "").split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let paragraphs = lines.map { Block.paragraph(Paragraph(String($0.drop(while: \.isWhitespace)), place: place)) }
        return Article(
            id: "notice-\(keys.place.line)", title: title ?? "", body: paragraphs, place: keys.place)
    }

    /// Parses “4-5” or “4”.
    private static func span(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
            .map { Int(String($0.filter { !$0.isWhitespace })) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
            (1...9999).contains(first), (first...9999).contains(last)
        else { return nil }
        return first...last
    }
}
