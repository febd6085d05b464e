internal import Diagnostics

/// Turns the tree of a Markdown text into a story's blocks.
struct MarkdownBody {
    let source: SourceText
    /// Lines of the file before the text.
    let lineOffset: Int
    let reporter: Reporter
    private(set) var blocks: [Block] = []
    /// The heading of the first level, which is the title where the front matter has none.
    private(set) var title: (text: String, place: SourcePlace)?
    private var lastSubheadLine: Int?

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
                at: place, "a rule in the text is not printed", hints: "write “\\---” for the dashes themselves")
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
                    at: place, "a story has one title",
                    hints: "write “##” for a subhead", "put another story into a file of its own")
            }
            return
        }
        // Underlined, a heading of Markdown's may have several lines of its own.
        let own = text.split(separator: "\n").map { line in
            ArraySlice(line.unicodeScalars).trimmed.string
        }
        if lastSubheadLine == block.firstLine - 1, case .subhead(let lines, let place) = blocks.last {
            blocks[blocks.count - 1] = .subhead(lines + own, place: place)
        } else {
            blocks.append(.subhead(own, place: place))
        }
        lastSubheadLine = block.lastLine
    }

    /// The paragraphs in a quote or a list item, whatever else Markdown nests there.
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
                        // An item may say nothing.
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
            at: place, "Markdown takes this for code or HTML; it is printed as it stands",
            hints: "begin the line without spaces, and write “\\<” for “<”")
        var styled = StyledText()
        styled.append(text, as: nil)
        return styled.paragraph(at: place)
    }

    private func paragraph(_ inlines: [MarkdownTree.Inline], _ place: SourcePlace) -> Paragraph {
        var text = StyledText()
        append(inlines, as: nil, to: &text)
        return text.paragraph(at: place)
    }

    private func append(_ inlines: [MarkdownTree.Inline], as kind: Paragraph.Mark.Kind?, to text: inout StyledText) {
        for (index, inline) in inlines.enumerated() {
            switch inline.kind {
            case .text(let string): text.append(string, as: kind)
            case .softBreak:
                var next = StyledText()
                append(Array(inlines[(index + 1)...].prefix(1)), as: nil, to: &next)
                text.appendSoftBreak(before: next.string.first, as: kind)
            case .hardBreak: text.append("\n", as: kind)
            case .strong(let inner): append(inner, as: .bold, to: &text)
            case .emphasis(let inner): append(inner, as: .emphasis, to: &text)
            case .link(let inner): append(inner, as: kind, to: &text)
            case .image(let file):
                reporter.error(
                    at: place(line: inline.line, byte: inline.column), "a picture cannot stand in the text",
                    hints: "name it at the top: photos: [{file: \(file)}]")
            case .comment: break
            }
        }
    }

    private func place(line: Int, byte: Int = 1) -> SourcePlace {
        let number = line + lineOffset
        guard byte > 1, source.lines.indices.contains(number - 1) else { return source.place(line: number) }
        let before = source.lines[number - 1].utf8.prefix(byte - 1)
        return source.place(line: number, column: (String(before) ?? "").count + 1)
    }
}
