public import Copy
public import Layouts
internal import Pages
public import Typesetting

/// Typesets the body of an article to the layout's measure, or to another one.
public struct StoryTypesetter {
    let layout: Layout
    let typesetter: Typesetter
    private let measure: Length

    /// - Parameter measure: characters in a line; the page's when nil.
    public init(layout: Layout, typesetter: Typesetter, measure: Int? = nil) {
        self.layout = layout
        self.typesetter = typesetter.running(layout.direction)
        self.measure = layout.grid.bodySize * Double(measure ?? layout.grid.measure)
    }

    /// The rows of a subhead: two for one line, three for two.
    private static func subheadRows(lines: Int) -> Int { lines + 1 }

    /// The most lines by which a story is made longer or shorter with looser or tighter paragraphs.
    private static let reach = 3

    /// The body of an article in its best setting, and a few lines longer and shorter.
    public func body(of article: Article) -> Body {
        var best = Galley()
        var others: [Alternative] = []
        if let page = article.continuedFrom { add(jump: "（上接第\(page)版）", block: Module.backwards, to: &best) }
        for (index, block) in article.body.enumerated() {
            switch block {
            case .paragraph(let paragraph):
                add(
                    paragraph, isAfterVerse: index > 0 && article.body[index - 1].isVerse, style: layout[.body],
                    kind: .body, block: index, to: &best, &others)
            case .quote(let paragraph):
                add(quote: paragraph, block: index, to: &best)
            case .listItem(let marker, let paragraph):
                add(paragraph.marked(marker), style: layout[.body], kind: .body, block: index, to: &best, &others)
            case .subhead(let lines, _):
                add(subhead: lines, block: index, to: &best)
            }
        }
        if let page = article.continuesOn { add(jump: "（下转第\(page)版）", block: article.body.count, to: &best) }
        var lengths = [Body.Length(galley: best, cost: 0)]
        for step in [1, -1] {
            let ways = others.filter { $0.step == step }.sorted { ($0.cost, $0.block) < ($1.cost, $1.block) }
            var galley = best, cost = 0.0
            for way in ways.prefix(Self.reach) {
                galley.replace(block: way.block, with: way.lines)
                cost += way.cost
                lengths.append(Body.Length(galley: galley, cost: cost))
            }
        }
        return Body(lengths: lengths)
    }

    /// A paragraph in a length other than its best.
    private struct Alternative {
        var block: Int
        var step: Int
        var cost: Double
        var lines: [GalleyLine]
    }

    private func add(
        _ paragraph: Paragraph, isAfterVerse: Bool = false, style: TextStyle, kind: GalleyLine.Kind, block: Int,
        to galley: inout Galley, _ others: inout [Alternative]
    ) {
        guard !paragraph.isVerse else {
            add(
                verse: paragraph, isAfterVerse: isAfterVerse, style: style, kind: kind, block: block, to: &galley)
            return
        }
        let settings = typesetter.paragraph(
            paragraph.styled(role: style.role), style: style, measure: measure, looseness: -1...1)
        let best = settings[0]!
        func lines(_ paragraph: ComposedParagraph) -> [GalleyLine] {
            GalleyLine.body(paragraph, kind: kind, block: block, style: style, grid: layout.grid)
        }
        galley.append(lines(best))
        galley.missingGlyphs += best.missingGlyphs
        for step in [-1, 1] {
            guard let other = settings[step] else { continue }
            others.append(Alternative(block: block, step: step, cost: other.cost - best.cost, lines: lines(other)))
        }
    }

    /// Adds a jump line (转版) on a line of its own: ranged right where the story continues, ranged left where it is
    /// continued.
    private func add(jump text: String, block: Int, to galley: inout Galley) {
        var style = layout[.body]
        style.role = layout[.caption].role
        style.align = block < 0 ? .left : .right
        let set = typesetter.line(StyledText(text, role: style.role), style: style, within: layout.grid.columnWidth)
        galley.append(GalleyLine.body(set, kind: .jump, block: block, style: style, grid: layout.grid))
        galley.missingGlyphs += set.missingGlyphs
    }

    /// Adds a paragraph whose line breaks are the author's. Every line is indented like the first.
    private func add(
        verse paragraph: Paragraph, isAfterVerse: Bool, style: TextStyle, kind: GalleyLine.Kind, block: Int,
        to galley: inout Galley
    ) {
        var set = ComposedParagraph(lines: [])
        // A white line separates stanzas.
        if isAfterVerse {
            galley.append(
                [GalleyLine(kind: kind, rows: 1, lines: [], block: block, isFirst: true, isLast: true)])
        }
        for line in paragraph.lines {
            let part = typesetter.paragraph(line.styled(role: style.role), style: style, measure: measure)
            set.lines += part.lines
            galley.missingGlyphs += part.missingGlyphs
        }
        for index in set.lines.indices {
            set.lines[index].isFirst = index == set.lines.startIndex
            set.lines[index].isLast = index == set.lines.endIndex - 1
        }
        galley.append(GalleyLine.body(set, kind: kind, block: block, style: style, grid: layout.grid))
    }

    /// White between a pull quote's rules and the body, and between the rules and the quote, in rows.
    private static let quoteAir = 0.5
    private static let quoteRule = Length.pt(0.5)

    /// Adds a pull quote between two rules, in whole rows. It is never broken between legs.
    private func add(quote paragraph: Paragraph, block: Int, to galley: inout Galley) {
        let style = layout[.quote]
        var lines: [ComposedLine] = []
        for line in paragraph.lines {
            let set = typesetter.paragraph(line.styled(role: style.role), style: style, measure: measure)
            lines += set.lines
            galley.missingGlyphs += set.missingGlyphs
        }
        let leading = layout.grid.leading
        let taken = Int((style.leading * Double(lines.count) / leading - 0.001).rounded(.up))
        var quote = GalleyLine.display(
            lines, kind: .quote, block: block, style: style, grid: layout.grid,
            rows: taken + Int(4 * Self.quoteAir))
        let height = leading * Double(quote.rows), air = leading * Self.quoteAir
        let rules = [air, height - air].map { y in
            Item.rule(
                Rule(
                    from: Point(x: .zero, y: y), to: Point(x: measure, y: y), thickness: Self.quoteRule,
                    ink: style.ink))
        }
        quote.lines.append(ComposedLine(runs: [], marks: rules, width: measure))
        galley.append([quote])
    }

    private func add(subhead lines: [String], block: Int, to galley: inout Galley) {
        let style = layout[.subhead]
        var set: [ComposedLine] = []
        for line in lines {
            let text = StyledText(line, role: style.role)
            let paragraph = typesetter.paragraph(text, style: style, measure: measure)
            set += paragraph.lines
            galley.missingGlyphs += paragraph.missingGlyphs
        }
        let row = GalleyLine.display(
            set, kind: .subhead, block: block, style: style, grid: layout.grid, rows: Self.subheadRows(lines: set.count)
        )
        galley.append([row])
    }
}

extension Galley {
    /// Replaces the lines of a paragraph by another setting.
    fileprivate mutating func replace(block: Int, with lines: [GalleyLine]) {
        guard let first = self.lines.firstIndex(where: { $0.block == block }) else { return }
        let last = self.lines[first...].firstIndex { $0.block != block } ?? self.lines.endIndex
        replace(first..<last, with: lines)
    }
}

extension Block {
    fileprivate var isVerse: Bool { if case .paragraph(let paragraph) = self { paragraph.isVerse } else { false } }
}

extension Paragraph {
    /// Whether the paragraph's line breaks are the author's.
    fileprivate var isVerse: Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.contains(10) } ?? text.utf8.contains(10)
    }

    /// The paragraph with a list's marker before it.
    fileprivate func marked(_ marker: String) -> Paragraph {
        let shift = marker.count
        return Paragraph(
            marker + text,
            marks: marks.map { Mark($0.kind, $0.range.lowerBound + shift..<$0.range.upperBound + shift) }, place: place)
    }

    /// The author's lines, each as a paragraph with the marks that apply to it.
    var lines: [Paragraph] {
        let characters = Array(text)
        return characters.indices.split(whereSeparator: { characters[$0].isNewline }).map { line in
            let range = line.startIndex..<line.endIndex
            let marks = marks.compactMap { mark -> Mark? in
                let part = mark.range.clamped(to: range)
                return part.isEmpty
                    ? nil : Mark(mark.kind, part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound)
            }
            return Paragraph(String(characters[range]), marks: marks, place: place)
        }
    }

    /// The paragraph's text in spans of font roles: datelines in hei and reporters' names in kai, as newspapers set them.
    func styled(role: String) -> StyledText {
        guard !marks.isEmpty else { return text.isEmpty ? StyledText([]) : StyledText(text, role: role) }
        var spans: [StyledText.Span] = []
        var at = (count: 0, index: text.startIndex)
        func take(to count: Int, role: String, emphasis: Bool = false) {
            guard count > at.count else { return }
            let end = text.index(at.index, offsetBy: count - at.count)
            spans.append(.init(String(text[at.index..<end]), role: role, emphasis: emphasis))
            at = (count, end)
        }
        for mark in marks where mark.range.lowerBound >= at.count {
            take(to: mark.range.lowerBound, role: role)
            take(to: mark.range.upperBound, role: mark.kind.role ?? role, emphasis: mark.kind == .emphasis)
        }
        if at.index < text.endIndex { spans.append(.init(String(text[at.index...]), role: role)) }
        return StyledText(spans)
    }
}

extension Paragraph.Mark.Kind {
    /// The font role of a mark; nil when the mark does not change the face.
    var role: String? {
        switch self {
        case .dateline, .bold: "hei"
        case .reporters: "kai"
        case .emphasis: nil
        }
    }
}
