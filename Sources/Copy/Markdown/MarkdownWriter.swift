public import Diagnostics
internal import MarkedYAML

/// Writes a story as a Markdown file that `MarkdownReader` reads.
///
///     let text = MarkdownWriter().text(of: article, remarks: warnings)
///
/// The warnings from reading raw copy become comments in the front matter, for the editor to check:
///
///     ---
///     # guessed, front.txt line 12: this line is treated as the title; …
///     title: 让老街重新热起来
public struct MarkdownWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// The text of the file.
    ///
    /// - Parameter remarks: warnings about the story, which become comments.
    public func text(of article: Article, remarks: [Diagnostic] = []) -> String {
        frontMatter(article, remarks) + body(article.body)
    }

    // MARK: Front matter

    private func frontMatter(_ article: Article, _ remarks: [Diagnostic]) -> String {
        var lines = ["---"]
        lines += remarks.map(\.comment)
        func add(_ key: String, _ value: String?, indent: Int = 0, prefix: String = "") {
            guard let value else { return }
            lines.append(prefix + "\(key): " + YAMLScalar.written(value, indent: indent))
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
                add("file", file, indent: 4, prefix: "  - ")
            } else {
                lines.append("  - file:  # the picture's name in photos/")
            }
            add("caption", photo.caption, indent: 4, prefix: "    ")
            add("credit", photo.credit, indent: 4, prefix: "    ")
            if photo.focus != .centre { lines.append("    focus: [\(photo.focus.x), \(photo.focus.y)]") }
            if photo.after != 0 { add("after", String(photo.after), prefix: "    ") }
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
            case .paragraph(let paragraph): out += MarkdownText.paragraph(paragraph) + "\n"
            case .subhead(let lines, _): out += lines.map { "## " + MarkdownText.heading($0) + "\n" }.joined()
            case .quote(let paragraph):
                out += MarkdownText.paragraph(paragraph).split(separator: "\n").map { "> \($0)\n" }.joined()
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

    /// A run of list items: a Markdown list if the markers allow it, otherwise paragraphs that begin with their
    /// markers, which the reader recognises as a list.
    private func list(_ items: ArraySlice<Block>) -> String {
        var out = ""
        var open: MarkdownListMarker?
        for case .listItem(let marker, let paragraph) in items {
            if let own = MarkdownListMarker(marker) {
                if open?.precedes(own) != true, !out.isEmpty {
                    // A blank line separates a new list; one of the same kind needs a comment as well, or it would
                    // continue the list before.
                    out += open?.stop == own.stop ? "\n\(MarkdownText.separator)\n\n" : "\n"
                }
                let margin = String(repeating: " ", count: own.written.count)
                out +=
                    own.written
                    + MarkdownText.paragraph(paragraph).split(separator: "\n").joined(separator: "\n" + margin) + "\n"
                open = own
            } else {
                let text = Paragraph(
                    marker + " " + paragraph.text, marks: paragraph.marks(movedBy: marker.count + 1),
                    place: paragraph.place)
                out += (out.isEmpty ? "" : "\n") + MarkdownText.paragraph(text) + "\n"
                open = nil
            }
        }
        return out
    }
}

/// A list marker that Markdown supports: 1. and 1) and the bullet.
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

extension Diagnostic {
    /// The diagnostic as a YAML comment.
    var comment: String {
        "# guessed, "
            + YAMLScalar.inComment((place.map { "\($0.file.fileName) line \($0.line): " } ?? "") + message)
    }
}
