public import Diagnostics
internal import MarkedYAML

/// Writes a story as the Markdown file that `MarkdownReader` reads it from.
///
///     let text = MarkdownWriter().text(of: article, remarks: warnings)
///
/// What was guessed when the story was read from raw copy stands in front as comments, for the editor to check:
///
///     ---
///     # guessed, front.txt line 12: this is taken as the title; …
///     title: 让老街重新热起来
public struct MarkdownWriter: Sendable {
    public init() {}

    public func text(of article: Article, remarks: [Diagnostic] = []) -> String {
        frontMatter(article, remarks) + body(article.body)
    }

    // MARK: Front matter

    private func frontMatter(_ article: Article, _ remarks: [Diagnostic]) -> String {
        var lines = ["---"]
        lines += remarks.map(\.comment)
        func add(_ key: String, _ value: String?, indent: Int = 0, lead: String = "") {
            guard let value else { return }
            lines.append(lead + "\(key): " + YAMLScalar.written(value, indent: indent))
        }
        add("title", article.title)
        add("kicker", article.kicker)
        add("deck", article.deck)
        add("byline", article.byline)
        add("rank", article.rank.map(String.init))
        add("section", article.section)
        add("jump", article.jump.map(String.init))
        if !article.photos.isEmpty { lines.append("photos:") }
        for photo in article.photos {
            if let file = photo.file {
                add("file", file, indent: 4, lead: "  - ")
            } else {
                lines.append("  - file:  # the picture's name in photos/")
            }
            add("caption", photo.caption, indent: 4, lead: "    ")
            add("credit", photo.credit, indent: 4, lead: "    ")
            if photo.focus != .centre { lines.append("    focus: [\(photo.focus.x), \(photo.focus.y)]") }
            if photo.after != 0 { add("after", String(photo.after), lead: "    ") }
        }
        return lines.joined(separator: "\n") + "\n---\n"
    }

    // MARK: Body

    private func body(_ blocks: [Block]) -> String {
        var out = ""
        var index = 0
        while index < blocks.count {
            out += "\n"
            switch blocks[index] {
            case .paragraph(let paragraph): out += MarkdownText.written(paragraph) + "\n"
            case .subhead(let lines, _): out += lines.map { "## " + MarkdownText.heading($0) + "\n" }.joined()
            case .quote(let paragraph):
                out += MarkdownText.written(paragraph).split(separator: "\n").map { "> \($0)\n" }.joined()
            case .listItem:
                let run = blocks[index...].prefix { if case .listItem = $0 { true } else { false } }
                out += list(run)
                index = run.endIndex
                continue
            }
            index += 1
        }
        return out
    }

    /// A run of items: a list of Markdown's where its markers allow, else paragraphs that begin with their markers,
    /// which the reader knows again as a list.
    private func list(_ items: ArraySlice<Block>) -> String {
        var out = ""
        var open: MarkdownListMarker?
        for case .listItem(let marker, let paragraph) in items {
            if let own = MarkdownListMarker(marker) {
                if open?.precedes(own) != true, !out.isEmpty {
                    // A new list begins under a white line; one of the same form would go on with the one before it.
                    out += open?.stop == own.stop ? "\n\(MarkdownText.parting)\n\n" : "\n"
                }
                let margin = String(repeating: " ", count: own.written.count)
                out +=
                    own.written
                    + MarkdownText.written(paragraph).split(separator: "\n").joined(separator: "\n" + margin) + "\n"
                open = own
            } else {
                let text = Paragraph(
                    marker + " " + paragraph.text, marks: paragraph.marks(movedBy: marker.count + 1),
                    place: paragraph.place)
                out += (out.isEmpty ? "" : "\n") + MarkdownText.written(text) + "\n"
                open = nil
            }
        }
        return out
    }
}

/// A marker that Markdown has too: 1. and 1) and the bullet.
private struct MarkdownListMarker {
    var number: Int?
    var stop: String

    init?(_ marker: String) {
        if marker == "•" {
            (number, stop) = (nil, "•")
        } else if let last = marker.last, last == "." || last == ")", let number = Int(marker.dropLast()),
            marker.dropLast().allSatisfy({ $0.isASCII }), (0...999_999_999).contains(number),
            String(number) == marker.dropLast()
        {
            (self.number, stop) = (number, String(last))
        } else {
            return nil
        }
    }

    var written: String { number.map { "\($0)\(stop) " } ?? "- " }

    func precedes(_ next: MarkdownListMarker) -> Bool {
        stop == next.stop && (number == nil || next.number == number! + 1)
    }
}

extension Paragraph {
    /// Its marks where so many characters stand before it.
    func marks(movedBy distance: Int) -> [Mark] {
        marks.map { Mark($0.kind, $0.range.lowerBound + distance..<$0.range.upperBound + distance) }
    }
}

extension Diagnostic {
    /// The remark as a comment of YAML's.
    var comment: String {
        "# guessed, " + (place.map { "\($0.file.fileName) line \($0.line): " } ?? "") + message
    }
}

extension String {
    /// A path's last part.
    var fileName: String {
        split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? self
    }
}
