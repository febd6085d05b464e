public import Layouts
public import Pages

/// A headline set at one size: its lines, each centred or ranged by the style, and how good it is.
public struct ComposedHeadline: Hashable, Sendable {
    public var size: Length
    /// Lines from the top; origins count from the module's left edge and the line's own baseline.
    public var lines: [ComposedLine]
    /// What its breaks and its fit cost; 0 is perfect.
    public var cost: Double
    public var missingGlyphs: [MissingGlyph]

    public init(size: Length, lines: [ComposedLine], cost: Double, missingGlyphs: [MissingGlyph]) {
        self.size = size
        self.lines = lines
        self.cost = cost
        self.missingGlyphs = missingGlyphs
    }
}

/// A headline's words ready to be set in any size and width: shaped, and every break weighed.
public final class HeadlineText {
    let shaped: ShapedText
    let breaks: HeadlineBreaks
    /// Lines that were placed and set already: most cuts are asked for again in every size, and most of both in every width.
    private var placed: [PlacedKey: WholeLine] = [:]
    private var lines: [LineKey: ComposedLine] = [:]

    private struct PlacedKey: Hashable {
        var cells: Range<Int>
        var tracking: Double
    }

    private struct LineKey: Hashable {
        var cells: Range<Int>
        var style: TextStyle

        /// By what differs between the lines of a title.
        func hash(into hasher: inout Hasher) {
            hasher.combine(cells)
            hasher.combine(style.size)
        }
    }

    init(shaped: ShapedText, breaks: HeadlineBreaks) {
        self.shaped = shaped
        self.breaks = breaks
    }

    /// Some of its cells on a line, marks tight; placed when they are asked for first.
    func placed(_ cells: Range<Int>, tracking: Double, _ profile: CompositionProfile) -> WholeLine {
        let key = PlacedKey(cells: cells, tracking: tracking)
        if let known = placed[key] { return known }
        let line = WholeLine(Array(shaped.cells[cells]), profile: profile, tracking: tracking, tightMarks: true)
        placed[key] = line
        return line
    }

    /// The same as a line in a style; set when it is asked for first.
    func line(_ cells: Range<Int>, _ style: TextStyle, _ profile: CompositionProfile) -> ComposedLine {
        let key = LineKey(cells: cells, style: style)
        if let known = lines[key] { return known }
        let line = placed(cells, tracking: style.tracking, profile).line(of: shaped, style: style)
        lines[key] = line
        return line
    }
}

extension Typesetter {
    /// The words of a headline, shaped once for all sizes and widths that are tried.
    ///
    /// - Parameters:
    ///   - role: the font's.
    ///   - context: the story's body, from which names are learned that no dictionary has.
    public func headlineText(_ text: String, role: String, context: String = "") -> HeadlineText {
        headlineText(text, role: role, context: context, vertical: ownHabits)
    }

    func headlineText(_ text: String, role: String, context: String, vertical habits: VerticalHabits?) -> HeadlineText {
        let wishes = text.split(separator: "\n", omittingEmptySubsequences: true).map { String($0) }
        let shaped = shaper.shape(
            StyledText(wishes.joined(separator: " "), role: role), language: language, halfWidthFigures: false,
            vertical: habits)
        return HeadlineText(
            shaped: shaped,
            breaks: HeadlineBreaks(
                shaped, wishes: wishes, words: words, profile: profile,
                cohesion: Cohesion(of: shaped.text, context: context)))
    }

    /// All good settings of a headline in a width: for every size of the ladder and every number of lines that fits,
    /// the one with the best breaks, the largest size first.
    ///
    /// Lines break between words only and are balanced; a line break in the text is the editor's wish and is kept
    /// while it fits. Marks take half an em, and type is never squeezed under solid (CLREQ 6.3.1).
    ///
    /// - Parameter text: in the font of the style's titles.
    public func headlines(_ text: HeadlineText, style: HeadlineStyle, width: Length) -> [ComposedHeadline] {
        settings(of: text, style: style, extent: width) { range, title, count in
            let opened = opening(text, range, style: title, width: width, lines: count)
            let line = text.line(range, opened, profile).aligned(title.align, in: width, along: text.shaped.axis)
            return given(line, title)
        }
    }

    /// The best breaks for every size and number of lines that fits an extent along the lines.
    ///
    /// - Parameter line: sets one of so many lines.
    func settings(
        of text: HeadlineText, style: HeadlineStyle, extent: Length,
        _ line: (_ cells: Range<Int>, TextStyle, _ of: Int) -> ComposedLine
    ) -> [ComposedHeadline] {
        var found: [ComposedHeadline] = []
        for size in style.sizes {
            var title = style.title
            title.size = size
            for count in 1...max(1, style.maxLines) {
                guard let set = text.breaks.best(lines: count, width: extent / size) else { continue }
                let lines = set.lines.map { line($0, title, count) }
                found.append(
                    ComposedHeadline(size: size, lines: lines, cost: set.cost, missingGlyphs: text.shaped.missingGlyphs)
                )
            }
        }
        return found
    }

    /// The same for a headline that is set in one width alone.
    public func headlines(_ text: String, style: HeadlineStyle, width: Length) -> [ComposedHeadline] {
        headlines(headlineText(text, role: style.title.role), style: style, width: width)
    }

    /// By how much of an em a single line of so many characters may open up when it is well short of its width (CLREQ
    /// 6.3.1.1): only the shortest, which would look lost. Longer ones are read by their words and stay solid.
    private static let mostOpening = [2: 1.0, 3: 0.5, 4: 0.25]

    private func opening(
        _ text: HeadlineText, _ range: Range<Int>, style: TextStyle, width: Length, lines: Int
    ) -> TextStyle {
        guard lines == 1, style.align == .center, let most = Self.mostOpening[range.count] else { return style }
        let line = text.placed(range, tracking: style.tracking, profile)
        guard line.gaps > 0 else { return style }
        let room = (width * 0.86 - style.size * line.width) / style.size / Double(line.gaps)
        var style = style
        style.tracking += min(most, max(0, room))
        return style
    }
}
