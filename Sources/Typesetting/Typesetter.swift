public import Fonts
public import Layouts
public import Pages

/// Sets text: the door to this module.
///
///     let typesetter = Typesetter(fonts: fonts, language: "zh-Hans")
///     let galley = typesetter.paragraph(StyledText("本报讯……", role: "song"), style: body, measure: .pt(153))
///
/// A typesetter belongs to one task, as its font book does.
public final class Typesetter {
    public let fonts: FontBook
    public let language: String
    public let profile: CompositionProfile
    /// Which way the lines of paragraphs, lines and headlines run. Vertical ones come lying on their side, as `PageTurn`
    /// has it: they are placed as horizontal ones are, and whoever placed them turns the whole upright.
    public let direction: LineDirection
    let shaper: Shaper
    let words: WordBreaker

    /// The faces that lines may name; a page with such lines lists those that it uses.
    public var faces: FaceTable { fonts.faces }
    private let hyphenator: Hyphenator
    private lazy var vertical = Typesetter(self, running: .vertical)

    public init(fonts: FontBook, language: String, profile: CompositionProfile = CompositionProfile()) {
        self.fonts = fonts
        self.language = language
        self.profile = profile
        direction = .horizontal
        shaper = Shaper(fonts: fonts)
        words = WordBreaker(language: language)
        hyphenator = Hyphenator()
    }

    private init(_ other: Typesetter, running direction: LineDirection) {
        fonts = other.fonts
        language = other.language
        profile = other.profile
        shaper = other.shaper
        words = other.words
        hyphenator = other.hyphenator
        self.direction = direction
    }

    /// The typesetter whose lines run so. One of vertical lines is asked for by the horizontal one only.
    public func running(_ direction: LineDirection) -> Typesetter {
        precondition(self.direction == .horizontal || direction == .vertical)
        return direction == self.direction ? self : vertical
    }

    /// How lines are set that this typesetter's direction makes vertical; nil for horizontal ones.
    var ownHabits: VerticalHabits? { direction == .vertical ? VerticalHabits() : nil }

    /// A line just set, as it is given out.
    func given(_ line: ComposedLine, _ style: TextStyle) -> ComposedLine {
        direction == .vertical ? line.lying(size: style.size) : line
    }

    /// Sets a paragraph to a measure, composed as a whole. The style's role is used for nothing: the text's spans have
    /// their own.
    public func paragraph(_ text: StyledText, style: TextStyle, measure: Length) -> ComposedParagraph {
        paragraph(text, style: style, spaces: [LineSpace(width: measure)])
    }

    /// Sets a paragraph into lines of different widths, as beside a photo.
    ///
    ///     // Three lines round a picture of five characters, then the whole column.
    ///     let narrow = LineSpace(start: 5 * size, width: 12 * size)
    ///     typesetter.paragraph(text, style: body, spaces: [narrow, narrow, narrow, LineSpace(width: 17 * size)])
    ///
    /// - Parameter spaces: the room of each line; the last serves all that follow.
    public func paragraph(_ text: StyledText, style: TextStyle, spaces: [LineSpace]) -> ComposedParagraph {
        paragraph(text, style: style, spaces: spaces, looseness: 0...0)[0]!
    }

    /// A paragraph in several lengths, for copyfitting: keyed by the lines that each has more (or, negative, fewer) than
    /// the best setting, which is always there under 0.
    public func paragraph(
        _ text: StyledText, style: TextStyle, measure: Length, looseness: ClosedRange<Int>
    ) -> [Int: ComposedParagraph] {
        paragraph(text, style: style, spaces: [LineSpace(width: measure)], looseness: looseness)
    }

    /// - Parameter vertical: how lines are set that run from top to bottom; nil for horizontal ones.
    func paragraph(
        _ text: StyledText, style: TextStyle, measure: Length, looseness: ClosedRange<Int>, vertical: VerticalHabits?
    ) -> [Int: ComposedParagraph] {
        paragraph(text, style: style, spaces: [LineSpace(width: measure)], looseness: looseness, vertical: vertical)
    }

    func paragraph(
        _ text: StyledText, style: TextStyle, spaces: [LineSpace], looseness: ClosedRange<Int>,
        vertical: VerticalHabits? = nil
    ) -> [Int: ComposedParagraph] {
        let shaped = shapedParagraph(text, style: style, vertical: vertical)
        return paragraph(
            shaped, spaces: spaces, looseness: looseness, isLying: vertical == nil && direction == .vertical)
    }

    /// A paragraph's words shaped, ready to be set to any measure: what is tried in several widths is shaped once.
    public func shapedParagraph(_ text: StyledText, style: TextStyle) -> ShapedParagraph {
        shapedParagraph(text, style: style, vertical: nil)
    }

    private func shapedParagraph(_ text: StyledText, style: TextStyle, vertical: VerticalHabits?) -> ShapedParagraph {
        let shaped = shape(text, style: style, vertical: vertical ?? ownHabits)
        return ShapedParagraph(
            text: shaped, style: style, neededLeading: text.neededLeading(in: style, along: shaped.axis))
    }

    /// Sets a shaped paragraph to a measure, composed as a whole.
    public func paragraph(_ shaped: ShapedParagraph, measure: Length) -> ComposedParagraph {
        paragraph(
            shaped, spaces: [LineSpace(width: measure)], looseness: 0...0, isLying: direction == .vertical)[0]!
    }

    private func paragraph(
        _ paragraph: ShapedParagraph, spaces: [LineSpace], looseness: ClosedRange<Int>, isLying: Bool
    ) -> [Int: ComposedParagraph] {
        let shaped = paragraph.text, style = paragraph.style
        let composer = composer(shaped, style: style, widths: spaces.map { $0.width / style.size })
        let justifier = Justifier(metrics: composer.metrics)
        let builder = LineBuilder(shaped: shaped, metrics: composer.metrics, style: style)
        func set(_ line: ParagraphComposer.Line, _ number: Int) -> ComposedLine {
            let space = spaces[min(number, spaces.count - 1)]
            let placed = justifier.place(line, justified: style.align == .justify)
            let set = builder.line(line, placed).aligned(style.align, in: space.width, along: shaped.axis)
            return (isLying ? given(set, style) : set).moved(x: space.start)
        }
        let breakings = composer.breakings(looseness: looseness)
        let best = breakings[0]!.lines, lines = best.enumerated().map { set($1, $0) }
        return breakings.mapValues { breaking in
            // A paragraph's lengths have many lines in common.
            var at = 0
            let own = breaking.lines.enumerated().map { number, line in
                while at < best.count, best[at].start < line.start { at += 1 }
                let isKnown = at < best.count && best[at] == line && (at == number || spaces.count == 1)
                return isKnown ? lines[at] : set(line, number)
            }
            return ComposedParagraph(
                lines: own, cost: breaking.cost, missingGlyphs: shaped.missingGlyphs,
                neededLeading: paragraph.neededLeading)
        }
    }

    /// A paragraph broken into lines with every cell placed, in em.
    struct Composed {
        var shaped: ShapedText
        var metrics: LineMetrics
        var lines: [(ParagraphComposer.Line, Justifier.Placed)]
    }

    /// - Parameter widths: em of each line's room.
    func compose(_ text: StyledText, style: TextStyle, widths: [Double]) -> Composed {
        compose(shape(text, style: style), style: style, widths: widths)
    }

    func compose(_ shaped: ShapedText, style: TextStyle, widths: [Double]) -> Composed {
        let composer = composer(shaped, style: style, widths: widths)
        let justifier = Justifier(metrics: composer.metrics)
        return Composed(
            shaped: shaped, metrics: composer.metrics,
            lines: composer.best().lines.map { ($0, justifier.place($0, justified: style.align == .justify)) })
    }

    private func composer(_ shaped: ShapedText, style: TextStyle, widths: [Double]) -> ParagraphComposer {
        let profile = profile.with(style)
        let metrics = LineMetrics(
            cells: shaped.cells, profile: profile, tracking: style.tracking, hyphens: shaped.hyphens)
        return ParagraphComposer(
            metrics: metrics, widths: widths, indent: style.indent + metrics.startBlank, hanging: style.hangingIndent,
            justified: style.align == .justify && !profile.strictGrid, firstFit: profile.firstFit)
    }

    /// Running text shaped as its style wants it.
    func shape(_ text: StyledText, style: TextStyle, vertical: VerticalHabits? = nil) -> ShapedText {
        let text = QuotationMarks(style.quotes, Tradition(language: language)).changed(text)
        return shaper.shape(
            text, language: language, halfWidthFigures: profile.halfWidthFigures, vertical: vertical,
            hyphenator: profile.hyphenates ? hyphenator : nil)
    }

    /// Sets one line as it comes, whatever its width; with a width given it is aligned within it.
    public func line(_ text: StyledText, style: TextStyle, within measure: Length? = nil) -> ComposedParagraph {
        let shaped = shape(text, style: style, vertical: ownHabits)
        return ComposedParagraph(
            lines: [given(whole(shaped, style: style, within: measure), style)], missingGlyphs: shaped.missingGlyphs)
    }

    /// All cells on one line, letter-spaced by the style's tracking; with a width given spread over it, or aligned in it.
    func whole(_ shaped: ShapedText, style: TextStyle, within measure: Length?) -> ComposedLine {
        var whole = WholeLine(shaped.cells, profile: profile, tracking: style.tracking, tightMarks: false)
        guard let measure else { return whole.line(of: shaped, style: style) }
        if style.align == .spread { whole.spread(to: measure / style.size) }
        return whole.line(of: shaped, style: style).aligned(style.align, in: measure, along: shaped.axis)
    }
}

extension ComposedLine {
    /// The line moved to where an alignment puts it in a measure. Justified and left lines stand at the left.
    func aligned(_ alignment: TextStyle.Alignment, in measure: Length, along axis: LineAxis = .horizontal)
        -> ComposedLine
    {
        let shift: Length
        switch alignment {
        case .justify, .left, .spread: return self
        case .center: shift = (measure - width) / 2
        case .right: shift = measure - width
        }
        return axis == .horizontal ? moved(x: shift) : moved(y: shift)
    }
}

extension ComposedLine {
    /// A vertical line lying on its side: its start at the left, its axis where the middle of Han type is over a
    /// baseline.
    func lying(size: Length) -> ComposedLine {
        let turn = PageTurn(width: size * (0.5 - LineAxis.ascent))
        var runs = self.runs
        for index in runs.indices { runs[index].origin = turn.lying(runs[index].origin) }
        return placing(runs, marks.map(turn.lying))
    }
}

/// The room of one line: where it begins in the column and how wide it is.
public struct LineSpace: Hashable, Sendable {
    /// From the column's left edge.
    public var start: Length
    public var width: Length

    public init(start: Length = .zero, width: Length) {
        self.start = start
        self.width = width
    }
}

/// A paragraph's words shaped for a style, ready to be set to any measure.
public struct ShapedParagraph {
    let text: ShapedText
    let style: TextStyle
    let neededLeading: Length?
}
