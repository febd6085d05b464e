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
    private static let titleLeading = 1.15
    /// White between the parts of a headline, in em of the smaller part.
    private static let partGap = 0.45
    /// Charged for each step down the ladder, so that the larger size wins when both break well.
    private static let stepDown = 0.6
    /// Charged for a title that is broken where it had room on one line: one line is stronger, and saves rows.
    private static let broken = 4.0

    /// Every block that the story's rank allows in so many columns, the best first. Empty when the title fits at no
    /// size of its ladder.
    public func blocks(for story: Story, rank: Int? = nil, columns: Int) -> [HeadlineBlock] {
        blocks(for: story, rank: rank, width: layout.grid.width(of: columns))
    }

    func blocks(for story: Story, rank: Int? = nil, width: Length) -> [HeadlineBlock] {
        let style = layout.headline(rank: rank ?? story.rank)
        let article = story.article
        if article.title.isEmpty {
            let none = SetHeadline(size: style.sizes[0], lines: [], cost: 0, strays: [])
            return [block(article.kicker, none, article.deck, article.byline, style, width: width, step: 0)]
        }
        let titles = setter.headlines(article.title, style: style, width: width, context: story.text)
        let whole = Set(titles.filter { $0.lines.count == 1 }.map(\.size))
        return titles.map { title in
            let step = style.sizes.firstIndex(of: title.size) ?? 0
            var block = block(article.kicker, title, article.deck, article.byline, style, width: width, step: step)
            if title.lines.count > 1, whole.contains(title.size) { block.cost += Self.broken }
            return block
        }
        .sorted { $0.cost < $1.cost }
    }

    private func block(
        _ kicker: String?, _ title: SetHeadline, _ deck: String?, _ byline: String?, _ style: HeadlineStyle,
        width: Length, step: Int
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
        func addText(_ kind: HeadlineBlock.Part.Kind, _ text: String?, _ textStyle: TextStyle) {
            guard let text else { return }
            let set = setter.paragraph(StyledText(text, role: textStyle.role), style: textStyle, measure: width)
            strays += set.strays
            add(kind, set.lines, size: textStyle.size, leading: textStyle.leading)
        }
        addText(.kicker, kicker, style.kicker)
        add(.title, title.lines, size: title.size, leading: title.size * Self.titleLeading)
        addText(.deck, deck, style.deck)
        addText(.byline, byline, layout[.byline])
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

extension HeadlineMaker {
    /// Vertical lines of fewer characters beside each other read across as well as down.
    private static let shortestLine = 3.5

    /// Blocks of the title in vertical lines (竖题), each as high as its longest line; the first line is at the right.
    func verticalBlocks(for story: Story, rank: Int? = nil) -> [HeadlineBlock] {
        var style = layout.headline(rank: rank ?? story.rank)
        style.title.align = .left
        let titles = setter.verticalHeadlines(
            story.article.title, style: style, height: layout.grid.height, context: story.text)
        return titles.filter { title in
            title.lines.count == 1 || title.lines.allSatisfy { $0.width > title.size * Self.shortestLine }
        }.map { title in
            let pitch = title.size * Self.titleLeading
            let width = title.size + pitch * Double(title.lines.count - 1)
            let length = title.lines.map(\.width).max() ?? .zero
            let rows = Int((length / layout.grid.leading).rounded(.up))
            let above = (layout.grid.leading * Double(rows) - length) / 2
            let lines = title.lines.enumerated().map { number, line in
                line.moved(x: width - title.size / 2 - pitch * Double(number), y: above)
            }
            return HeadlineBlock(
                parts: [HeadlineBlock.Part(kind: .title, lines: lines)], rows: rows, size: title.size,
                titleLines: lines.count, width: width,
                cost: title.cost + Self.stepDown * Double(style.sizes.firstIndex(of: title.size) ?? 0),
                strays: title.strays)
        }
        .sorted { $0.cost < $1.cost }
    }
}
