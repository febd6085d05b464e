internal import Layouts
public import Pages

/// A composed line of text: glyphs at their places, and how far the line was adjusted to fill its width.
///
/// Planning moves lines many times and draws few of them, so moving a line only adds to an offset. The glyphs' places
/// are computed when they are read.
public struct ComposedLine: Sendable {
    private let ownRuns: [GlyphRun]
    private let ownMarks: [Item]
    /// How far the line was moved, to the right and downwards.
    private var shift: Point
    /// From the line's start to the end of its ink.
    public var width: Length
    /// Whether the line is its paragraph's first or last one.
    public var isFirst: Bool
    public var isLast: Bool
    /// The em added to the line's gaps in total; negative if the line is squeezed.
    public var adjustment: Double
    /// The em added to every gap equally, in the last step of opening a line (CLREQ 6.2.2.3).
    public var opening: Double

    public init(
        runs: [GlyphRun], marks: [Item] = [], width: Length, isFirst: Bool = true, isLast: Bool = true,
        adjustment: Double = 0, opening: Double = 0
    ) {
        ownRuns = runs
        ownMarks = marks
        shift = .zero
        self.width = width
        self.isFirst = isFirst
        self.isLast = isLast
        self.adjustment = adjustment
        self.opening = opening
    }

    /// The text's glyph runs. Origins count from the line's left edge and its baseline; in a vertical line from the
    /// middle of its top, x from the line's axis and y from its start.
    public var runs: [GlyphRun] {
        ownRuns.map { run in
            var run = run
            run.origin = run.origin.moved(x: shift.x, y: shift.y)
            return run
        }
    }
    /// The marks beside the text: emphasis dots, lines along names, ruby. Places count as those of `runs` do.
    public var marks: [Item] { ownMarks.map { $0.moved(x: shift.x, y: shift.y) } }

    /// Everything that is drawn of the line: its text, then the marks beside it.
    public var items: [Item] { runs.map(Item.text) + marks }

    public var text: String { ownRuns.map(\.text).joined() }

    /// The line moved to the right and downwards.
    public func moved(x: Length = .zero, y: Length = .zero) -> ComposedLine {
        var line = self
        line.shift = shift.moved(x: x, y: y)
        return line
    }

    /// The line with other runs and marks.
    func replacing(_ runs: [GlyphRun], _ marks: [Item]) -> ComposedLine {
        ComposedLine(
            runs: runs, marks: marks, width: width, isFirst: isFirst, isLast: isLast, adjustment: adjustment,
            opening: opening)
    }
}

extension ComposedLine: Hashable {
    /// Lines are equal if they look the same, however they were moved there.
    public static func == (a: ComposedLine, b: ComposedLine) -> Bool {
        a.width == b.width && a.isFirst == b.isFirst && a.isLast == b.isLast && a.adjustment == b.adjustment
            && a.opening == b.opening && a.runs == b.runs && a.marks == b.marks
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(runs)
        hasher.combine(width)
    }
}

/// A paragraph composed to a measure.
public struct ComposedParagraph: Hashable, Sendable {
    public var lines: [ComposedLine]
    /// The cost of its lines in units of `LineCost`, by which settings of different lengths are compared.
    public var cost: Double
    /// The characters that the fonts of their roles lack.
    public var missingGlyphs: [MissingGlyph]
    /// The least leading that leaves room for the marks between the lines; nil if the style's leading does (CLREQ
    /// 5.6.1).
    public var neededLeading: Length?

    public init(
        lines: [ComposedLine], cost: Double = 0, missingGlyphs: [MissingGlyph] = [], neededLeading: Length? = nil
    ) {
        self.cost = cost
        self.lines = lines
        self.missingGlyphs = missingGlyphs
        self.neededLeading = neededLeading
    }
}

extension ComposedLine {
    /// How visible the adjustment of a line is.
    public enum Quality: Hashable, Sendable {
        /// The adjustment does not show.
        case even
        /// Opened so far that it shows.
        case opened
        /// Squeezed so far that it shows.
        case crammed
        /// Opened so far that its gaps look like holes.
        case gaping
    }

    /// How visible the line's adjustment is.
    public var quality: Quality {
        if opening > LineCost.hole { return .gaping }
        if opening > LineCost.unitStretch { return .opened }
        return adjustment <= -Self.crammed ? .crammed : .even
    }

    /// The em squeezed out of a line from which on it looks crammed: half an em hardly shows, two em do
    /// (`LineCost.cramming`).
    private static let crammed = 1.5
}

extension ComposedLine {
    /// The line moved to its place in a measure. Justified, spread and left-aligned lines begin at its start.
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

    /// A vertical line laid on its side: its start is at the left, and its axis is where the middle of Han type of a
    /// horizontal line is above the baseline.
    func lying(size: Length) -> ComposedLine {
        let turn = PageTurn(width: size * (0.5 - LineAxis.ascent))
        var runs = self.runs
        for index in runs.indices { runs[index].origin = turn.lying(runs[index].origin) }
        return replacing(runs, marks.map(turn.lying))
    }
}
