internal import Copy
internal import Layouts
internal import Pages
internal import Typesetting

/// Headlines in vertical lines (竖题).
extension HeadlineBlockBuilder {
    /// The length, in em, that each of several vertical lines must exceed. Shorter lines side by side could be read
    /// across as well as down.
    private static let shortestLine = 3.5

    /// The blocks of the title in vertical lines (竖题). Each is as high as its longest line; the first line is at the
    /// right.
    func verticalBlocks(for story: Story, rank: Int? = nil) -> [HeadlineBlock] {
        let rank = rank ?? story.rank
        var style = layout.headline(rank: rank)
        style.title.align = .left
        let titles = typesetter.verticalHeadlines(
            story.article.title, style: style, height: layout.grid.height, context: story.text)
        return titles.filter { title in
            title.lines.count == 1 || title.lines.allSatisfy { $0.width > title.size * Self.shortestLine }
        }
        .map { title in
            var block = upright(title, of: story.article, style)
            block.cost += smallerSize(title.size, style, rank: rank)
            return block
        }
        .sorted { $0.cost < $1.cost }
    }

    /// The title with the kicker at its right and the deck and byline at its left, in the reading order of vertical
    /// lines. All parts begin at the top, except the byline, which ends level with the longest part.
    private func upright(_ title: ComposedHeadline, of article: Article, _ style: HeadlineStyle) -> HeadlineBlock {
        let reach = title.lines.map(\.width).max() ?? .zero
        var missingGlyphs = title.missingGlyphs
        func small(_ text: String?, _ style: TextStyle, _ kind: HeadlineBlock.Part.Kind) -> [UprightPart] {
            guard let text, let composed = self.small(text, style, under: reach) else { return [] }
            missingGlyphs += composed.missingGlyphs
            return [UprightPart(kind: kind, lines: composed.lines, size: style.size)]
        }
        let parts =
            small(article.kicker, style.kicker, .kicker)
            + [UprightPart(kind: .title, lines: title.lines, size: title.size)]
            + small(article.deck, style.deck, .deck) + small(article.byline, layout[.byline], .byline)
        let gaps = zip(parts, parts.dropFirst()).map { min($0.size, $1.size) * Self.uprightGap }
        let width = zip(parts, gaps + [.zero]).reduce(Length.zero) { $0 + $1.0.width + $1.1 }
        let length = parts.map(\.length).max() ?? .zero
        let rows = Int((length / layout.grid.leading).rounded(.up))
        let above = (layout.grid.leading * Double(rows) - length) / 2
        var x = width
        let placed = zip(parts, gaps + [.zero]).map { part, gap in
            let lines = part.lines.enumerated().map { number, line in
                line.moved(
                    x: x - part.size / 2 - part.pitch * Double(number),
                    y: above + (part.kind == .byline ? length - part.length : .zero))
            }
            x = x - part.width - gap
            return HeadlineBlock.Part(kind: part.kind, lines: lines)
        }
        return HeadlineBlock(
            placing: .placed(placed), rows: rows, size: title.size, titleLines: title.lines.count, width: width,
            cost: Cost(title.cost), missingGlyphs: missingGlyphs)
    }

    /// A part of a vertical headline. Its lines are side by side, from right to left.
    private struct UprightPart {
        var kind: HeadlineBlock.Part.Kind
        var lines: [ComposedLine]
        var size: Length

        var pitch: Length { size * HeadlineBlockBuilder.titleLeading }
        var width: Length { size + pitch * Double(lines.count - 1) }
        var length: Length { lines.map(\.width).max() ?? .zero }
    }

    /// The white between the parts of a vertical headline, in em of the smaller part. It is wider than the white
    /// between parts one above the other, because lines side by side are easily taken for one text.
    private static let uprightGap = 0.8
    /// The greatest length of a kicker, deck or byline as a multiple of the title's, and the most lines that it may
    /// take.
    private static let mostReach = 1.7
    private static let mostSmallLines = 3

    /// A kicker, deck or byline in the fewest lines that fit beside a title; nil when none fit.
    private func small(_ text: String, _ style: TextStyle, under reach: Length) -> ComposedHeadline? {
        var style = style
        style.align = .left
        let lines = HeadlineStyle(
            title: style, sizes: [style.size], maxLines: Self.mostSmallLines, kicker: style, deck: style, rowsAbove: 0,
            rowsBelow: 0)
        let sets = typesetter.verticalHeadlines(text, style: lines, height: reach * Self.mostReach)
        return sets.min { $0.lines.count < $1.lines.count }
    }
}
