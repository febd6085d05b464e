public import Layouts
public import Pages

/// A headline composed at one size: its lines, aligned by the style, and the cost of its breaks.
public struct ComposedHeadline: Hashable, Sendable {
    public var size: Length
    /// The lines from the top. Origins count from the module's left edge and the line's own baseline.
    public var lines: [ComposedLine]
    /// The cost of its breaks and of unequal lines, comparable between settings of one headline. The lower, the better; it
    /// may be negative.
    public var cost: Double
    public var missingGlyphs: [MissingGlyph]

    public init(size: Length, lines: [ComposedLine], cost: Double, missingGlyphs: [MissingGlyph]) {
        self.size = size
        self.lines = lines
        self.cost = cost
        self.missingGlyphs = missingGlyphs
    }
}

/// A headline shaped for any size and width, with the cost of every break.
///
/// It caches the lines that it composes: most divisions recur in every size, and most lines in every width. Like its
/// typesetter, it is not thread-safe.
public final class HeadlineText {
    let shaped: ShapedText
    let breaks: HeadlineBreaks
    private var singleLines: [SingleLineKey: SingleLine] = [:]
    private var composedLines: [ComposedLineKey: ComposedLine] = [:]

    private struct SingleLineKey: Hashable {
        var cells: Range<Int>
        var tracking: Double
    }

    private struct ComposedLineKey: Hashable {
        var cells: Range<Int>
        var style: TextStyle

        /// Hashes only what differs between the lines of one title.
        func hash(into hasher: inout Hasher) {
            hasher.combine(cells)
            hasher.combine(style.size)
        }
    }

    init(shaped: ShapedText, breaks: HeadlineBreaks) {
        self.shaped = shaped
        self.breaks = breaks
    }

    /// A range of cells placed on one line, with tight marks.
    func singleLine(_ cells: Range<Int>, tracking: Double, _ profile: CompositionProfile) -> SingleLine {
        let key = SingleLineKey(cells: cells, tracking: tracking)
        if let cached = singleLines[key] { return cached }
        let line = SingleLine(Array(shaped.cells[cells]), profile: profile, tracking: tracking, tightMarks: true)
        singleLines[key] = line
        return line
    }

    /// The same cells as a line composed in a style.
    func composedLine(_ cells: Range<Int>, _ style: TextStyle, _ profile: CompositionProfile) -> ComposedLine {
        let key = ComposedLineKey(cells: cells, style: style)
        if let cached = composedLines[key] { return cached }
        let line = singleLine(cells, tracking: style.tracking, profile).line(of: shaped, style: style)
        composedLines[key] = line
        return line
    }
}

extension Typesetter {
    /// Shapes a headline for all sizes and widths that are tried.
    ///
    /// - Parameters:
    ///   - text: line breaks are the editor's.
    ///   - role: the font role.
    ///   - context: the story's body, whose repetitions tell which characters form names that no dictionary has.
    public func headlineText(_ text: String, role: String, context: String = "") -> HeadlineText {
        headlineText(text, role: role, context: context, vertical: ownVerticalOptions)
    }

    func headlineText(
        _ text: String, role: String, context: String, vertical options: VerticalOptions?
    ) -> HeadlineText {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { String($0) }
        let shaped = shaper.shape(
            StyledText(lines.joined(separator: " "), role: role), language: language, halfWidthFigures: false,
            vertical: options)
        return HeadlineText(
            shaped: shaped,
            breaks: HeadlineBreaks(
                shaped, requestedLines: lines, words: words, profile: profile,
                cohesion: Cohesion(of: shaped.text, context: context)))
    }

    /// The settings of a headline that fit a width: for every size of the style and every number of lines, the one with
    /// the best breaks, the largest size first.
    ///
    /// Lines break only between words and are about equally long. The editor's line breaks are kept if the lines fit. Marks
    /// take half an em, and type is never set tighter than solid (CLREQ 6.3.1).
    ///
    /// - Parameter text: shaped in the font role of the style's titles.
    public func headlines(_ text: HeadlineText, style: HeadlineStyle, width: Length) -> [ComposedHeadline] {
        headlines(text, style: style, lines: 1...max(1, style.maxLines), width: width)
    }

    /// The settings of a headline that fit a width, in certain numbers of lines.
    public func headlines(
        _ text: HeadlineText, style: HeadlineStyle, lines: ClosedRange<Int>, width: Length
    ) -> [ComposedHeadline] {
        settings(of: text, style: style, lines: lines, extent: width) { range, title, count in
            let opened = opened(title, text, range, width: width, lines: count)
            let line = text.composedLine(range, opened, profile)
            return oriented(line.aligned(title.align, in: width, along: text.shaped.axis), title)
        }
    }

    /// The best breaks for every size and the numbers of lines that fit an extent along the lines.
    ///
    /// - Parameter line: composes a range of cells as one of `of` lines.
    func settings(
        of text: HeadlineText, style: HeadlineStyle, lines counts: ClosedRange<Int>, extent: Length,
        _ line: (_ cells: Range<Int>, TextStyle, _ of: Int) -> ComposedLine
    ) -> [ComposedHeadline] {
        var settings: [ComposedHeadline] = []
        for size in style.sizes {
            var title = style.title
            title.size = size
            for count in counts {
                guard let best = text.breaks.best(lines: count, width: extent / size) else { continue }
                let lines = best.lines.map { line($0, title, count) }
                settings.append(
                    ComposedHeadline(
                        size: size, lines: lines, cost: best.cost, missingGlyphs: text.shaped.missingGlyphs))
            }
        }
        return settings
    }

    /// The settings of a headline that is composed to one width only.
    public func headlines(_ text: String, style: HeadlineStyle, width: Length) -> [ComposedHeadline] {
        headlines(headlineText(text, role: style.title.role), style: style, width: width)
    }

    /// The most em per gap by which a single line of a number of characters is opened if it is far shorter than its
    /// width (CLREQ 6.3.1.1). Only the shortest headlines look lost. Longer ones are read word by word and stay solid.
    private static let mostOpening = [2: 1.0, 3: 0.5, 4: 0.25]

    /// The style of a line with the tracking by which a short headline is opened.
    private func opened(
        _ style: TextStyle, _ text: HeadlineText, _ range: Range<Int>, width: Length, lines: Int
    ) -> TextStyle {
        guard lines == 1, style.align == .center, let most = Self.mostOpening[range.count] else { return style }
        let line = text.singleLine(range, tracking: style.tracking, profile)
        guard line.gaps > 0 else { return style }
        let room = (width * 0.86 - style.size * line.width) / style.size / Double(line.gaps)
        var style = style
        style.tracking += min(most, max(0, room))
        return style
    }
}
