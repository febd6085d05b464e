public import Pages

/// A line of set text: glyphs at their places, and what it took to get them there.
///
/// Lines are moved again and again before they are drawn, most of them for nothing; so a line knows where it has been moved
/// to, and its glyphs follow when somebody looks at them.
public struct ComposedLine: Sendable {
    private let setRuns: [GlyphRun]
    private let setMarks: [Item]
    /// How far it was moved, to the right and downwards.
    private var shift: Point
    /// From the line's start to the end of the ink.
    public var width: Length
    public var isFirst: Bool
    public var isLast: Bool
    /// Em that were added to the line's gaps in all; negative when it was squeezed.
    public var adjustment: Double
    /// Em added to every gap alike, the last resort of opening.
    public var opening: Double

    public init(
        runs: [GlyphRun], marks: [Item] = [], width: Length, isFirst: Bool = true, isLast: Bool = true,
        adjustment: Double = 0, opening: Double = 0
    ) {
        setRuns = runs
        setMarks = marks
        shift = .zero
        self.width = width
        self.isFirst = isFirst
        self.isLast = isLast
        self.adjustment = adjustment
        self.opening = opening
    }

    /// Runs of glyphs; their origins count from the line's left edge and its baseline, those of a vertical line from
    /// the middle of its top: x from the line's axis, y from its start.
    public var runs: [GlyphRun] {
        setRuns.map { run in
            var run = run
            run.origin = run.origin.moved(x: shift.x, y: shift.y)
            return run
        }
    }
    /// What stands beside the text and belongs to it: emphasis dots, lines along names, ruby. Counted as the runs are.
    public var marks: [Item] { setMarks.map { $0.moved(x: shift.x, y: shift.y) } }

    /// All that is drawn of the line: its text, then what stands beside it.
    public var items: [Item] { runs.map(Item.text) + marks }

    public var text: String { setRuns.map(\.text).joined() }

    /// The line moved: to the right and downwards.
    public func moved(x: Length = .zero, y: Length = .zero) -> ComposedLine {
        var line = self
        line.shift = shift.moved(x: x, y: y)
        return line
    }

    /// The line with its runs and marks somewhere else.
    func placing(_ runs: [GlyphRun], _ marks: [Item]) -> ComposedLine {
        ComposedLine(
            runs: runs, marks: marks, width: width, isFirst: isFirst, isLast: isLast, adjustment: adjustment,
            opening: opening)
    }
}

extension ComposedLine: Hashable {
    /// Lines are equal that look the same, wherever they were set.
    public static func == (a: ComposedLine, b: ComposedLine) -> Bool {
        a.width == b.width && a.isFirst == b.isFirst && a.isLast == b.isLast && a.adjustment == b.adjustment
            && a.opening == b.opening && a.runs == b.runs && a.marks == b.marks
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(runs)
        hasher.combine(width)
    }
}

/// A paragraph set to a measure.
public struct ComposedParagraph: Hashable, Sendable {
    public var lines: [ComposedLine]
    /// What its lines cost by `LineCost`; settings of other lengths are compared by it.
    public var cost: Double
    /// Characters that the role's fonts do not have.
    public var missingGlyphs: [MissingGlyph]
    /// The least leading that holds what stands between the lines; nil when the style's is enough (CLREQ 5.6.1).
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
    /// How a line looks that had to be filled.
    public enum Quality: Hashable, Sendable {
        case even
        /// Opened or squeezed so far that it shows.
        case opened, crammed
        /// Opened so far that its gaps are seen as holes.
        case gaping
    }

    public var quality: Quality {
        if opening > LineCost.hole { return .gaping }
        if opening > LineCost.unitStretch { return .opened }
        return adjustment <= -Self.crammed ? .crammed : .even
    }

    /// Em squeezed out of one line: half of one is hardly seen, two make the line look crammed (`LineCost.cramming`).
    private static let crammed = 1.5
}
