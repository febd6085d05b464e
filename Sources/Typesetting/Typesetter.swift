public import Fonts
public import Layouts
public import Pages

/// Typesets text: the entry point of this module.
///
///     let typesetter = Typesetter(fonts: fonts, language: "zh-Hans")
///     let galley = typesetter.paragraph(StyledText("本报讯……", role: "song"), style: body, measure: .pt(153))
///
/// A typesetter belongs to one task, as its font book does: neither is thread-safe.
public final class Typesetter {
    public let fonts: FontBook
    /// BCP 47, such as zh-Hans.
    public let language: String
    public let profile: CompositionProfile
    /// The direction of the lines that this typesetter returns. Vertical lines lie on their side, as `PageTurn` describes:
    /// the caller places them like horizontal ones and turns the whole upright.
    public let direction: LineDirection
    let shaper: Shaper
    let words: WordBreaker

    /// The faces that lines may name; a page with such lines lists those that it uses.
    public var faces: FaceTable { fonts.faces }
    private let hyphenator: Hyphenator
    private lazy var vertical = Typesetter(self, running: .vertical)

    /// - Parameters:
    ///   - language: BCP 47. It selects regional glyph forms and the conventions for punctuation.
    ///   - profile: the house's choices in composition.
    ///   - hyphenation: the location of the patterns by which Latin words are broken.
    public init(
        fonts: FontBook, language: String, profile: CompositionProfile = CompositionProfile(),
        hyphenation: HyphenationPatterns = HyphenationPatterns()
    ) {
        self.fonts = fonts
        self.language = language
        self.profile = profile
        direction = .horizontal
        shaper = Shaper(fonts: fonts)
        words = WordBreaker(language: language)
        hyphenator = Hyphenator(hyphenation)
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

    /// The typesetter for lines of a direction, which shares this one's fonts and dictionaries.
    ///
    /// A vertical typesetter does not return the horizontal one that it was made from.
    public func running(_ direction: LineDirection) -> Typesetter {
        precondition(self.direction == .horizontal || direction == .vertical)
        return direction == self.direction ? self : vertical
    }

    /// The options of vertical lines if this typesetter's lines are vertical; nil if they are horizontal.
    var ownVerticalOptions: VerticalOptions? { direction == .vertical ? VerticalOptions() : nil }

    /// A composed line in the orientation in which this typesetter returns it.
    func oriented(_ line: ComposedLine, _ style: TextStyle) -> ComposedLine {
        direction == .vertical ? line.lying(size: style.size) : line
    }

    /// Composes a paragraph to a measure.
    ///
    /// - Parameter style: its role is not used, because the text's spans have their own.
    public func paragraph(_ text: StyledText, style: TextStyle, measure: Length) -> ComposedParagraph {
        paragraph(text, style: style, spaces: [LineSpace(width: measure)])
    }

    /// Composes a paragraph into lines of different widths, as beside a photo.
    ///
    ///     // Three lines beside a picture of five characters, then the whole column.
    ///     let narrow = LineSpace(start: 5 * size, width: 12 * size)
    ///     typesetter.paragraph(text, style: body, spaces: [narrow, narrow, narrow, LineSpace(width: 17 * size)])
    ///
    /// - Parameter spaces: the space of each line; the last one serves all lines that follow.
    public func paragraph(_ text: StyledText, style: TextStyle, spaces: [LineSpace]) -> ComposedParagraph {
        paragraph(text, style: style, spaces: spaces, looseness: 0...0)[0]!
    }

    /// Composes a paragraph in several lengths, for copyfitting.
    ///
    /// - Parameter looseness: by how many lines a setting may be longer (or, if negative, shorter) than the best one.
    /// - Returns: the settings that exist, by their looseness. The best setting has the key 0 and always exists.
    public func paragraph(
        _ text: StyledText, style: TextStyle, measure: Length, looseness: ClosedRange<Int>
    ) -> [Int: ComposedParagraph] {
        paragraph(text, style: style, spaces: [LineSpace(width: measure)], looseness: looseness)
    }

    /// - Parameter vertical: the options of vertical lines; nil for horizontal ones.
    func paragraph(
        _ text: StyledText, style: TextStyle, measure: Length, looseness: ClosedRange<Int>, vertical: VerticalOptions?
    ) -> [Int: ComposedParagraph] {
        paragraph(text, style: style, spaces: [LineSpace(width: measure)], looseness: looseness, vertical: vertical)
    }

    func paragraph(
        _ text: StyledText, style: TextStyle, spaces: [LineSpace], looseness: ClosedRange<Int>,
        vertical: VerticalOptions? = nil
    ) -> [Int: ComposedParagraph] {
        let shaped = shapedParagraph(text, style: style, vertical: vertical)
        return paragraph(
            shaped, spaces: spaces, looseness: looseness, isLying: vertical == nil && direction == .vertical)
    }

    /// Shapes a paragraph for any measure, so that text that is tried in several widths is shaped once.
    public func shapedParagraph(_ text: StyledText, style: TextStyle) -> ShapedParagraph {
        shapedParagraph(text, style: style, vertical: nil)
    }

    private func shapedParagraph(_ text: StyledText, style: TextStyle, vertical: VerticalOptions?) -> ShapedParagraph {
        let shaped = shape(text, style: style, vertical: vertical ?? ownVerticalOptions)
        return ShapedParagraph(
            text: shaped, style: style, neededLeading: text.neededLeading(in: style, along: shaped.axis))
    }

    /// Composes a shaped paragraph to a measure.
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
        func composed(_ line: ParagraphComposer.Line, _ number: Int) -> ComposedLine {
            let space = spaces[min(number, spaces.count - 1)]
            let placed = justifier.place(line, justified: style.align == .justify)
            let composed = builder.line(line, placed).aligned(style.align, in: space.width, along: shaped.axis)
            return (isLying ? oriented(composed, style) : composed).moved(x: space.start)
        }
        let breakings = composer.breakings(looseness: looseness)
        let best = breakings[0]!.lines, bestLines = best.enumerated().map { composed($1, $0) }
        return breakings.mapValues { breaking in
            // Settings of different lengths share many lines with the best one.
            var at = 0
            let lines = breaking.lines.enumerated().map { number, line in
                while at < best.count, best[at].start < line.start { at += 1 }
                let isShared = at < best.count && best[at] == line && (at == number || spaces.count == 1)
                return isShared ? bestLines[at] : composed(line, number)
            }
            return ComposedParagraph(
                lines: lines, cost: breaking.cost, missingGlyphs: shaped.missingGlyphs,
                neededLeading: paragraph.neededLeading)
        }
    }

    /// A paragraph broken into lines, with every cell placed in em.
    struct Composed {
        var shaped: ShapedText
        var metrics: LineMetrics
        var lines: [(ParagraphComposer.Line, Justifier.Placed)]
    }

    /// - Parameter widths: the width of each line in em; the last one serves all lines that follow.
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

    /// Shapes running text with the quotation marks of its style and the profile's choices.
    func shape(_ text: StyledText, style: TextStyle, vertical: VerticalOptions? = nil) -> ShapedText {
        let text = QuotationMarks(style.quotes, PunctuationStyle(language: language)).changed(text)
        return shaper.shape(
            text, language: language, halfWidthFigures: profile.halfWidthFigures, vertical: vertical,
            hyphenator: profile.hyphenates ? hyphenator : nil)
    }

    /// Composes text on one line, whatever its width.
    ///
    /// - Parameter measure: the width in which the line is aligned by its style; nil leaves it at the start.
    public func line(_ text: StyledText, style: TextStyle, within measure: Length? = nil) -> ComposedParagraph {
        let shaped = shape(text, style: style, vertical: ownVerticalOptions)
        return ComposedParagraph(
            lines: [oriented(singleLine(shaped, style: style, within: measure), style)],
            missingGlyphs: shaped.missingGlyphs)
    }

    /// All cells on one line with the style's tracking, spread over the measure or aligned in it if there is one.
    func singleLine(_ shaped: ShapedText, style: TextStyle, within measure: Length?) -> ComposedLine {
        var line = SingleLine(shaped.cells, profile: profile, tracking: style.tracking, tightMarks: false)
        guard let measure else { return line.line(of: shaped, style: style) }
        if style.align == .spread { line.spread(to: measure / style.size) }
        return line.line(of: shaped, style: style).aligned(style.align, in: measure, along: shaped.axis)
    }
}

/// The space of one line: where it begins in the column, and how wide it is.
public struct LineSpace: Hashable, Sendable {
    /// From the column's left edge.
    public var start: Length
    public var width: Length

    public init(start: Length = .zero, width: Length) {
        self.start = start
        self.width = width
    }
}

/// A paragraph shaped for a style, to be composed to any measure.
public struct ShapedParagraph: Sendable {
    let text: ShapedText
    let style: TextStyle
    let neededLeading: Length?
}
