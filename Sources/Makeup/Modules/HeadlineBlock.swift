internal import Copy
public import Layouts
public import Pages
public import Typesetting

/// A story's headline with what stands above and below it, in whole rows of the page.
public struct HeadlineBlock: Hashable, Sendable {
    /// One part from top to bottom; lines count from the block's left edge and top.
    public struct Part: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case kicker, title, deck, byline }
        public var kind: Kind
        public var lines: [SetLine]
    }

    public var parts: [Part]
    public var rows: Int
    /// White beyond what the style asks for, as whole rows leave it; in rows, less than one.
    public var slack = 0.0
    /// The title's size.
    public var size: Length
    public var titleLines: Int
    /// The width of the title's widest line.
    public var width: Length
    /// How badly the title breaks, and how small it had to be; 0 is the ladder's best.
    public var cost: Double
    public var strays: [Stray]
}

/// Makes the headline blocks that a story may wear in a width.
public struct HeadlineMaker {
    let layout: Layout
    let setter: Typesetter

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        self.setter = setter.running(layout.direction)
    }

    /// Leading of a title's lines, in em (look.md).
    static let titleLeading = 1.15
    /// White between the parts of a headline, in em of the smaller part.
    private static let partGap = 0.45
    /// Charged for each step down the ladder, so that the larger size wins when both break well.
    static let stepDown = 0.6
    /// Charged for a title that is broken where it had room on one line: one line is stronger, and saves rows.
    private static let broken = 4.0

    /// Every block that the story's rank allows in so many columns, the best first. Empty when the title fits at no
    /// size of its ladder.
    public func blocks(for story: Story, rank: Int? = nil, columns: Int) -> [HeadlineBlock] {
        let rank = rank ?? story.rank
        return blocks(for: story, title(of: story, rank: rank), rank: rank, width: layout.grid.width(of: columns))
    }

    /// The title's words in the font of its rank, for all widths; nil where there is none.
    func title(of story: Story, rank: Int) -> HeadlineText? {
        guard !story.article.title.isEmpty else { return nil }
        return setter.headlineText(
            story.article.title, role: layout.headline(rank: rank).title.role, context: story.text)
    }

    func blocks(for story: Story, _ title: HeadlineText?, rank: Int, width: Length) -> [HeadlineBlock] {
        let style = layout.headline(rank: rank)
        let small = SmallParts(
            kicker: small(story.article.kicker, style.kicker, width: width),
            deck: small(story.article.deck, style.deck, width: width),
            byline: small(story.article.byline, layout[.byline], width: width))
        guard let title else {
            let none = SetHeadline(size: style.sizes[0], lines: [], cost: 0, strays: [])
            return [block(none, small, style, step: 0)]
        }
        let titles = setter.headlines(title, style: style, width: width)
        let whole = Set(titles.filter { $0.lines.count == 1 }.map(\.size))
        return titles.map { title in
            let step = style.sizes.firstIndex(of: title.size) ?? 0
            var block = block(title, small, style, step: step)
            if title.lines.count > 1, whole.contains(title.size) { block.cost += Self.broken }
            return block
        }
        .sorted { $0.cost < $1.cost }
    }

    /// What stands above and below the title, set once for all its sizes.
    private struct SmallParts {
        var kicker: SetParagraph?
        var deck: SetParagraph?
        var byline: SetParagraph?
    }

    private func small(_ text: String?, _ style: TextStyle, width: Length) -> SetParagraph? {
        text.map { setter.paragraph(StyledText($0, role: style.role), style: style, measure: width) }
    }

    private func block(
        _ title: SetHeadline, _ small: SmallParts, _ style: HeadlineStyle, step: Int
    ) -> HeadlineBlock {
        var parts: [HeadlineBlock.Part] = []
        var strays = title.strays
        var y = Length.zero
        func add(_ kind: HeadlineBlock.Part.Kind, _ lines: [SetLine], size: Length, leading: Length) {
            guard !lines.isEmpty else { return }
            if !parts.isEmpty { y += size * Self.partGap }
            let placed = lines.enumerated().map { number, line in
                line.moved(y: y + leading * Double(number) + size * 0.88)
            }
            y += leading * Double(lines.count - 1) + size
            parts.append(HeadlineBlock.Part(kind: kind, lines: placed))
        }
        func addText(_ kind: HeadlineBlock.Part.Kind, _ set: SetParagraph?, _ textStyle: TextStyle) {
            guard let set else { return }
            strays += set.strays
            add(kind, set.lines, size: textStyle.size, leading: textStyle.leading)
        }
        addText(.kicker, small.kicker, style.kicker)
        add(.title, title.lines, size: title.size, leading: title.size * Self.titleLeading)
        addText(.deck, small.deck, style.deck)
        addText(.byline, small.byline, layout[.byline])
        let leading = layout.grid.leading
        guard !parts.isEmpty else {
            // A picture that speaks for itself: nothing stands over it, and no white.
            return HeadlineBlock(
                parts: [], rows: 0, size: title.size, titleLines: 0, width: .zero, cost: 0, strays: strays)
        }
        let rows = Int((y / leading).rounded(.up)) + style.rowsAbove + style.rowsBelow
        let blank = leading * Double(rows) - y
        // The row between stories is white above the block, so what is left goes mostly below.
        let share = (Double(style.rowsAbove) + 0.5) / (Double(style.rowsAbove + style.rowsBelow) + 1)
        let above = blank * share
        for index in parts.indices { parts[index].lines = parts[index].lines.map { $0.moved(y: above) } }
        return HeadlineBlock(
            parts: parts, rows: rows, slack: blank / leading - Double(style.rowsAbove + style.rowsBelow),
            size: title.size, titleLines: title.lines.count,
            width: title.lines.map(\.width).max() ?? .zero,
            cost: title.cost + Self.stepDown * Double(step), strays: strays)
    }
}
