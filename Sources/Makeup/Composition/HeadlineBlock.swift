internal import Copy
public import Layouts
public import Pages
public import Typesetting

/// A story's title with its kicker, deck and byline, in whole rows of the page.
public struct HeadlineBlock: Sendable {
    /// A part of the headline. Its lines are placed from the block's top left corner.
    public struct Part: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case kicker, title, deck, byline }
        public var kind: Kind
        public var lines: [ComposedLine]
    }

    /// The parts, placed or still to be placed. Planning compares some dozen blocks for every width of a story and only
    /// one of them is drawn, so parts are placed when `parts` is read.
    enum Parts: Sendable {
        case placed([Part])
        case stacked(HeadlineStack, title: HeadlineStack.Text?, above: Length)
    }

    var placing: Parts
    public var parts: [Part] {
        switch placing {
        case .placed(let parts): parts
        case .stacked(let stack, let title, let above): stack.parts(title: title, above: above)
        }
    }
    public var rows: Int
    /// The white, in rows, that rounding up to whole rows adds to the style's own. It is less than one row.
    public var slack = 0.0
    /// The type size of the title.
    public var size: Length
    public var titleLines: Int
    /// The width of the title's widest line.
    public var width: Length
    /// The charges for the title's line breaks, size and width.
    public var cost: Cost
    public var missingGlyphs: [MissingGlyph]
}

/// Builds the headline blocks that a story can have in a width.
public struct HeadlineBlockBuilder {
    let layout: Layout
    let typesetter: Typesetter

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        self.typesetter = typesetter.running(layout.direction)
    }

    /// Leading of a title's lines, in em (look.md).
    static let titleLeading = 1.15

    private var prices: Prices.Headlines { layout.prices.headlines }

    /// The charge for a title that is smaller than the largest size of its style.
    func smallerSize(_ size: Length, _ style: HeadlineStyle, rank: Int) -> Cost {
        (rank == 1 ? prices.smallerLeadHeadline : prices.smallerHeadline) * (style.sizes.firstIndex(of: size) ?? 0)
    }

    /// All blocks that the story's rank allows over a number of columns, the cheapest first. Empty when the title fits
    /// in none of its style's sizes.
    public func blocks(for story: Story, rank: Int? = nil, columns: Int) -> [HeadlineBlock] {
        let rank = rank ?? story.rank
        var words = words(of: story, rank: rank)
        return blocks(&words, rank: rank, width: layout.grid.width(of: columns))
    }

    /// A headline's words, shaped for all widths.
    struct Words {
        /// The title in the font of the story's rank; nil when the story has no title.
        fileprivate var title: HeadlineText?
        fileprivate var kicker: SmallText?
        fileprivate var deck: SmallText?
        fileprivate var byline: SmallText?
    }

    func words(of story: Story, rank: Int) -> Words {
        let style = layout.headline(rank: rank), article = story.article
        return Words(
            title: article.title.isEmpty
                ? nil : typesetter.headlineText(article.title, role: style.title.role, context: story.text),
            kicker: article.kicker.map { SmallText($0, style.kicker, typesetter) },
            deck: article.deck.map { SmallText($0, style.deck, typesetter) },
            byline: article.byline.map { SmallText($0, layout[.byline], typesetter) })
    }

    func blocks(_ words: inout Words, rank: Int, width: Length) -> [HeadlineBlock] {
        let style = layout.headline(rank: rank)
        func text(_ kind: HeadlineBlock.Part.Kind, _ words: inout SmallText?) -> (HeadlineStack.Text, [MissingGlyph])? {
            guard let style = words?.style else { return nil }
            let composed = small(&words!, width: width)
            let text = HeadlineStack.Text(kind: kind, lines: composed.lines, size: style.size, leading: style.leading)
            return (text, composed.missingGlyphs)
        }
        let texts = [text(.kicker, &words.kicker), text(.deck, &words.deck), text(.byline, &words.byline)]
        let stack = HeadlineStack(
            over: texts[0]?.0, under: texts[1...].compactMap { $0?.0 }, missingGlyphs: texts.flatMap { $0?.1 ?? [] })
        guard let title = words.title else {
            let none = ComposedHeadline(size: style.sizes[0], lines: [], cost: 0, missingGlyphs: [])
            return [block(none, stack, style)]
        }
        let titles = titles(title, style, width: width)
        let whole = Set(titles.composed.filter { $0.lines.count == 1 }.map(\.size))
        return titles.composed.map { title in
            var block = block(title, stack, style)
            block.cost += smallerSize(title.size, style, rank: rank) + prices.extraHeadlineLine * titles.extraLines
            if title.lines.count > 1, whole.contains(title.size) { block.cost += prices.brokenHeadline }
            if block.width + title.size * prices.airAtSides > width { block.cost += prices.edgeToEdgeHeadline }
            return block
        }
        .sorted { $0.cost < $1.cost }
    }

    /// The title in every size and number of lines that its style allows. A title that fits in none of them takes more
    /// lines at the smallest size.
    private func titles(
        _ title: HeadlineText, _ style: HeadlineStyle, width: Length
    ) -> (composed: [ComposedHeadline], extraLines: Int) {
        let titles = typesetter.headlines(title, style: style, width: width)
        guard titles.isEmpty, let smallest = style.sizes.last else { return (titles, 0) }
        var longer = style
        longer.sizes = [smallest]
        while longer.maxLines < prices.mostLines, width >= smallest * prices.leastExtraLine {
            longer.maxLines += 1
            let found = typesetter.headlines(title, style: longer, width: width)
            if !found.isEmpty { return (found, longer.maxLines - style.maxLines) }
        }
        return ([], 0)
    }

    /// The shaped text of a kicker, deck or byline.
    fileprivate struct SmallText {
        let style: TextStyle
        let paragraph: ShapedParagraph
        private let text: String
        private var title: HeadlineText?

        init(_ text: String, _ style: TextStyle, _ typesetter: Typesetter) {
            (self.text, self.style) = (text, style)
            paragraph = typesetter.shapedParagraph(StyledText(text, role: style.role), style: style)
        }

        /// The text, shaped to be broken as titles are. It is shaped on first use, since most parts fit on one line.
        mutating func title(_ typesetter: Typesetter) -> HeadlineText {
            let shaped = title ?? typesetter.headlineText(text, role: style.role)
            title = shaped
            return shaped
        }
    }

    /// A part in the fewest lines that hold it. Several lines are broken as a title's are, if that takes no more of
    /// them.
    private func small(_ text: inout SmallText, width: Length) -> ComposedParagraph {
        let style = text.style
        let composed = typesetter.paragraph(text.paragraph, measure: width)
        guard composed.lines.count > 1 else { return composed }
        let balanced = HeadlineStyle(
            title: style, sizes: [style.size], maxLines: composed.lines.count, kicker: style, deck: style, rowsAbove: 0,
            rowsBelow: 0)
        let count = composed.lines.count
        let found = typesetter.headlines(
            text.title(typesetter), style: balanced, lines: count...count, width: width)
        guard let best = found.first else { return composed }
        var lines = composed
        lines.lines = best.lines
        return lines
    }

    private func block(_ title: ComposedHeadline, _ stack: HeadlineStack, _ style: HeadlineStyle) -> HeadlineBlock {
        let text =
            title.lines.isEmpty
            ? nil
            : HeadlineStack.Text(
                kind: .title, lines: title.lines, size: title.size, leading: title.size * Self.titleLeading)
        let missingGlyphs =
            stack.missingGlyphs.isEmpty ? title.missingGlyphs : title.missingGlyphs + stack.missingGlyphs
        guard let height = stack.height(title: text) else {
            // A story without any text for its headline, such as a picture alone, takes no rows and no white.
            return HeadlineBlock(
                placing: .placed([]), rows: 0, size: title.size, titleLines: 0, width: .zero, cost: .zero,
                missingGlyphs: missingGlyphs)
        }
        let leading = layout.grid.leading
        let rows = Int((height / leading).rounded(.up)) + style.rowsAbove + style.rowsBelow
        let blank = leading * Double(rows) - height
        // The white row between stories adds to the white above the block, so most of the blank goes below.
        let share = (Double(style.rowsAbove) + 0.5) / (Double(style.rowsAbove + style.rowsBelow) + 1)
        return HeadlineBlock(
            placing: .stacked(stack, title: text, above: blank * share), rows: rows,
            slack: blank / leading - Double(style.rowsAbove + style.rowsBelow), size: title.size,
            titleLines: title.lines.count, width: title.lines.map(\.width).max() ?? .zero, cost: Cost(title.cost),
            missingGlyphs: missingGlyphs)
    }
}
