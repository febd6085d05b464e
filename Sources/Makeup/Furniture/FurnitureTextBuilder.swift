internal import Diagnostics
internal import Layouts
internal import Pages
internal import Typesetting

/// Typesets a text of the furniture in its strip: one line, several lines, or vertical lines.
struct FurnitureTextBuilder {
    let typesetter: Typesetter
    let values: PlaceholderValues

    func items(_ text: FurnitureText, in strip: Rect, _ reporter: Reporter) -> [Item] {
        let (words, missing) = values.fill(text.template)
        for name in missing {
            reporter.warning(
                at: text.place, "the edition gives no {\(name)}",
                hints: "add it to edition.yaml, or take it out of the layout")
        }
        guard !words.isEmpty else { return [] }
        guard words.utf8.count <= PlaceholderValues.mostBytes else {
            reporter.error(
                at: text.place,
                "with its values, “\(words.prefix(Self.mostQuoted))…” has more than \(PlaceholderValues.mostBytes) bytes",
                hints: "shorten it in the layout, or the value in edition.yaml")
            return []
        }
        let lines: [ComposedLine]
        switch text.direction {
        case .horizontal: lines = set(words, text.style, typesetter, within: strip.width)
        case .vertical: lines = set(words, text.style, typesetter.running(.vertical), within: strip.height)
        }
        report(lines, of: words, text, in: strip, reporter)
        switch text.direction {
        case .horizontal: return place(lines, text.style, in: strip)
        case .vertical:
            let turn = PageTurn(width: .zero)
            return place(lines, text.style, in: turn.lying(strip)).map(turn.upright)
        }
    }

    /// The most characters of a text that a message quotes.
    private static let mostQuoted = 60

    /// The lines as they were written. A justified text is one paragraph and is broken into lines.
    private func set(_ words: String, _ style: TextStyle, _ typesetter: Typesetter, within width: Length)
        -> [ComposedLine]
    {
        words.split(whereSeparator: \.isNewline).flatMap { line in
            let text = StyledText(String(line), role: style.role)
            return style.align == .justify
                ? typesetter.paragraph(text, style: style, measure: width).lines
                : typesetter.line(text, style: style, within: width).lines
        }
    }

    /// The lines one under the other, centred in the height of the strip.
    private func place(_ lines: [ComposedLine], _ style: TextStyle, in strip: Rect) -> [Item] {
        let height = style.leading * Double(max(0, lines.count - 1)) + style.size
        let top = strip.y + (strip.height - height) / 2
        return lines.enumerated().flatMap { number, line in
            line.items(
                at: strip.x, top + style.leading * Double(number) + GalleyLine.baseline(of: style, in: style.size))
        }
    }

    private func report(
        _ lines: [ComposedLine], of words: String, _ text: FurnitureText, in strip: Rect, _ reporter: Reporter
    ) {
        let words = words.count > Self.mostQuoted ? words.prefix(Self.mostQuoted) + "…" : words
        let (width, height) =
            text.direction == .horizontal ? (strip.width, strip.height) : (strip.height, strip.width)
        if let widest = lines.map(\.width).max(), widest > width + .pt(0.5) {
            reporter.warning(
                at: text.place,
                "“\(words)” is \(text.direction == .horizontal ? "wider" : "longer") than its place by "
                    + "\(Int((widest - width).points.rounded(.up))) pt",
                hints: "set it smaller or give it more columns")
        }
        let needed = text.style.leading * Double(lines.count - 1) + text.style.size
        // The layout reader checks the height of a single horizontal line.
        if lines.count > 1 || text.direction == .vertical, needed > height + .pt(0.5) {
            reporter.warning(
                at: text.place,
                "“\(words)” needs \(Int(needed.points.rounded(.up))) pt across its lines, its place has "
                    + "\(Int(height.points)) pt",
                hints: "set it smaller or give it more room")
        }
    }
}
