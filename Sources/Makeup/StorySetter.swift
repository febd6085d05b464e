public import Copy
public import Layouts
public import Typesetting

/// Sets the body of an article to the layout's measure.
public struct StorySetter {
    let layout: Layout
    let setter: Typesetter

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        self.setter = setter
    }

    /// Rows that a subhead of so many lines takes (look.md: one line in two rows, two lines in three).
    private static func subheadRows(lines: Int) -> Int { lines + 1 }

    public func galley(of article: Article) -> Galley {
        var galley = Galley()
        for (index, block) in article.body.enumerated() {
            switch block {
            case .paragraph(let paragraph):
                add(paragraph, role: layout[.body].role, style: layout[.body], kind: .body, block: index, to: &galley)
            case .quote(let paragraph):
                add(paragraph, role: layout[.quote].role, style: layout[.quote], kind: .quote, block: index, to: &galley)
            case .listItem(let marker, let paragraph):
                var item = paragraph
                item.text = marker + paragraph.text
                item.marks = paragraph.marks.map {
                    Paragraph.Mark($0.kind, $0.range.lowerBound + marker.count..<$0.range.upperBound + marker.count)
                }
                add(item, role: layout[.body].role, style: layout[.body], kind: .body, block: index, to: &galley)
            case .subhead(let lines, _):
                add(subhead: lines, block: index, to: &galley)
            }
        }
        return galley
    }

    private func add(
        _ paragraph: Paragraph, role: String, style: TextStyle, kind: GalleyLine.Kind, block: Int,
        to galley: inout Galley
    ) {
        let text = paragraph.styled(role: role)
        let set = setter.paragraph(text, style: style, measure: layout.grid.columnWidth)
        galley.lines += GalleyLine.body(set, kind: kind, block: block, style: style, grid: layout.grid)
        galley.strays += set.strays
    }

    private func add(subhead lines: [String], block: Int, to galley: inout Galley) {
        let style = layout[.subhead]
        var set: [SetLine] = []
        for line in lines {
            let text = StyledText(line, role: style.role)
            let paragraph = setter.paragraph(text, style: style, measure: layout.grid.columnWidth)
            set += paragraph.lines
            galley.strays += paragraph.strays
        }
        galley.lines.append(
            .display(
                set, kind: .subhead, block: block, style: style, grid: layout.grid,
                rows: Self.subheadRows(lines: set.count)))
    }
}

extension Paragraph {
    /// The paragraph's words in spans of font roles: the dateline in hei and the reporters in kai, as papers do.
    func styled(role: String) -> StyledText {
        let characters = Array(text)
        var spans: [StyledText.Span] = []
        var at = 0
        for mark in marks {
            guard let other = mark.kind.role, mark.range.lowerBound >= at else { continue }
            if mark.range.lowerBound > at { spans.append(.init(String(characters[at..<mark.range.lowerBound]), role: role)) }
            spans.append(.init(String(characters[mark.range]), role: other))
            at = mark.range.upperBound
        }
        if at < characters.count { spans.append(.init(String(characters[at...]), role: role)) }
        return StyledText(spans)
    }
}

extension Paragraph.Mark.Kind {
    /// The font role that a mark is set in; nil when it changes something else than the face.
    var role: String? {
        switch self {
        case .dateline, .bold: "hei"
        case .reporters: "kai"
        case .emphasis: nil
        }
    }
}
