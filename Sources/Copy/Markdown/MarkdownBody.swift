internal import Diagnostics

/// Converts a Markdown tree into the blocks of a story.
struct MarkdownBody {
    let source: SourceText
    /// The number of lines of the file before the Markdown text.
    let lineOffset: Int
    let reporter: Reporter
    private(set) var blocks: [Block] = []
    /// The first-level heading, which is the title when the front matter has none.
    private(set) var title: (text: String, place: SourcePlace)?
    private var lastSubheadLine: Int?
    private let columns = ColumnCounter()

    init(source: SourceText, lineOffset: Int, reporter: Reporter) {
        self.source = source
        self.lineOffset = lineOffset
        self.reporter = reporter
    }

    mutating func read(_ tree: [MarkdownTree.Block]) {
        for block in tree { read(block) }
    }

    private mutating func read(_ block: MarkdownTree.Block) {
        let place = place(line: block.firstLine)
        switch block.kind {
        case .paragraph(let inlines): add(paragraph(inlines, place)) { .paragraph($0) }
        case .heading(let level, let inlines): addHeading(level, inlines, block)
        case .quote(let inner): for quoted in paragraphs(of: inner) { add(quoted) { .quote($0) } }
        case .list(let start, let items):
            for (index, item) in items.enumerated() {
                let marker = start.map { "\($0.number + index)\($0.stop)" } ?? "•"
                for (number, part) in paragraphs(of: item).enumerated() {
                    add(part) { number == 0 ? .listItem(marker: marker, $0) : .paragraph($0) }
                }
            }
        case .literal(let text):
            add(literal(text, place)) { .paragraph($0) }
        case .comment: break
        case .rule:
            reporter.warning(
                at: place, "a horizontal rule is not printed", hints: "write “\\---” to print the dashes")
        }
    }

    private mutating func add(_ paragraph: Paragraph, as make: (Paragraph) -> Block) {
        if !paragraph.text.isEmpty { blocks.append(make(paragraph)) }
    }

    private mutating func addHeading(_ level: Int, _ inlines: [MarkdownTree.Inline], _ block: MarkdownTree.Block) {
        let place = place(line: block.firstLine)
        let text = paragraph(inlines, place).text
        guard !text.isEmpty else { return }
        if level == 1 {
            if title == nil, blocks.isEmpty {
                title = (text, place)
            } else {
                reporter.error(
                    at: place, "a story can have only one title",
                    hints: "write “##” for a subhead", "put another story into a file of its own")
            }
            return
        }
        // An underlined heading of Markdown may have several lines.
        let lines = text.split(separator: "\n").map { line in
            ArraySlice(line.unicodeScalars).trimmed.string
        }
        if lastSubheadLine == block.firstLine - 1, case .subhead(let before, let place) = blocks.last {
            blocks[blocks.count - 1] = .subhead(before + lines, place: place)
        } else {
            blocks.append(.subhead(lines, place: place))
        }
        lastSubheadLine = block.lastLine
    }

    /// The paragraphs of a quotation or list item, including nested blocks.
    private func paragraphs(of blocks: [MarkdownTree.Block]) -> [Paragraph] {
        blocks.flatMap { block -> [Paragraph] in
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines):
                [paragraph(inlines, place(line: block.firstLine))]
            case .quote(let inner): paragraphs(of: inner)
            case .list(let start, let items):
                items.enumerated().flatMap { index, item in
                    paragraphs(of: item).enumerated().map { number, part in
                        guard number == 0 else { return part }
                        let marker = start.map { "\($0.number + index)\($0.stop)" } ?? "•"
                        // An item may be empty.
                        guard !part.text.isEmpty else { return Paragraph(marker, place: part.place) }
                        return Paragraph(
                            marker + " " + part.text, marks: part.marks(movedBy: marker.count + 1), place: part.place)
                    }
                }
            case .literal(let text): [literal(text, place(line: block.firstLine))]
            case .comment, .rule: []
            }
        }
    }

    private func literal(_ text: String, _ place: SourcePlace) -> Paragraph {
        reporter.warning(
            at: place, "Markdown reads this as code or HTML; it is printed as written",
            hints: "begin the line without spaces, and write “\\<” for “<”")
        var styled = ParagraphBuilder()
        styled.append(text, as: nil)
        return styled.paragraph(at: place)
    }

    private func paragraph(_ inlines: [MarkdownTree.Inline], _ place: SourcePlace) -> Paragraph {
        var text = ParagraphBuilder()
        append(inlines, as: nil, to: &text)
        if text.accentsLeftOut > 0 {
            reporter.warning(
                at: place,
                "\(text.accentsLeftOut) accents over \(UnprintableCharacters.mostAccents) on one character are left out",
                hints: "no word has so many; check the program that wrote the copy")
        }
        return text.paragraph(at: place)
    }

    /// The text without characters that no page can show. Character references write them: `&#1;`.
    private func printable(_ text: String, _ inline: MarkdownTree.Inline) -> String {
        guard UnprintableCharacters.occur(in: text) else { return text }
        let clean = UnprintableCharacters.removing(from: text, at: place(line: inline.line, byte: inline.column))
        reporter.report(clean.diagnostics)
        // cmark writes U+FFFD for a reference to a character that does not exist. The decoder has warned of others.
        let line = inline.line + lineOffset - 1
        if text.unicodeScalars.contains("\u{FFFD}"), source.lines.indices.contains(line),
            !source.lines[line].unicodeScalars.contains("\u{FFFD}")
        {
            reporter.warning(
                at: place(line: inline.line, byte: inline.column),
                "a character was lost: “\u{FFFD}” is in place of a reference to a character that does not exist",
                hints: "write the character itself")
        }
        return clean.value
    }

    private func append(
        _ inlines: [MarkdownTree.Inline], as kind: Paragraph.Mark.Kind?, to text: inout ParagraphBuilder
    ) {
        for (index, inline) in inlines.enumerated() {
            switch inline.kind {
            case .text(let string): text.append(printable(string, inline), as: kind)
            case .softBreak:
                var next = ParagraphBuilder()
                append(Array(inlines[(index + 1)...].prefix(1)), as: nil, to: &next)
                text.appendSoftBreak(before: next.string.first, as: kind)
            case .hardBreak: text.append("\n", as: kind)
            case .strong(let inner): append(inner, as: .bold, to: &text)
            case .emphasis(let inner): append(inner, as: .emphasis, to: &text)
            case .link(let inner): append(inner, as: kind, to: &text)
            case .image(let file):
                reporter.error(
                    at: place(line: inline.line, byte: inline.column), "a picture cannot be inside the text",
                    hints: "name it at the top: photos: [{file: \(file)}]")
            case .comment: break
            }
        }
    }

    /// The place of a line of the Markdown text and a byte of the line, both from 1.
    func place(line: Int, byte: Int = 1) -> SourcePlace {
        let number = line + lineOffset
        guard byte > 1, source.lines.indices.contains(number - 1) else { return source.place(line: number) }
        return source.place(line: number, column: columns.column(ofByte: byte, in: source.lines[number - 1], number))
    }
}

/// Converts the bytes of a line into columns. Places of one line are mostly asked for from left to right, and a line may
/// have a thousand of them, so it counts on from the last one.
private final class ColumnCounter {
    private var line = 0
    private var byte = 1
    private var column = 1

    /// The column of a byte, both from 1; the column counts characters.
    func column(ofByte target: Int, in text: String, _ number: Int) -> Int {
        if number != line || target < byte { (line, byte, column) = (number, 1, 1) }
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: byte - 1, limitedBy: bytes.endIndex) ?? bytes.endIndex
        let end = bytes.index(start, offsetBy: target - byte, limitedBy: bytes.endIndex) ?? bytes.endIndex
        column += text[start..<end].count
        byte = target
        return column
    }
}
