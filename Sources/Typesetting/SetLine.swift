public import Pages

/// A line of set text: glyphs at their places, and what it took to get them there.
public struct SetLine: Hashable, Sendable {
    /// Runs of glyphs; their origins count from the line's left edge and its baseline, those of a vertical line from
    /// the middle of its top: x from the line's axis, y from its start.
    public var runs: [GlyphRun]
    /// What stands beside the text and belongs to it: emphasis dots, lines along names, ruby. Counted as the runs are.
    public var marks: [Item]
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
        self.runs = runs
        self.marks = marks
        self.width = width
        self.isFirst = isFirst
        self.isLast = isLast
        self.adjustment = adjustment
        self.opening = opening
    }

    /// All that is drawn of the line: its text, then what stands beside it.
    public var items: [Item] { runs.map(Item.text) + marks }

    public var text: String { runs.map(\.text).joined() }

    /// The line moved: to the right and downwards.
    public func moved(x: Length = .zero, y: Length = .zero) -> SetLine {
        var line = self
        line.move(x: x, y: y)
        return line
    }

    /// Moves the line to the right and downwards.
    public mutating func move(x: Length = .zero, y: Length = .zero) {
        for index in runs.indices {
            runs[index].origin.x += x
            runs[index].origin.y += y
        }
        if !marks.isEmpty { marks = marks.map { $0.moved(x: x, y: y) } }
    }
}

/// A paragraph set to a measure.
public struct SetParagraph: Hashable, Sendable {
    public var lines: [SetLine]
    /// What its lines cost by `LineCost`; settings of other lengths are compared by it.
    public var cost: Double
    /// Characters that the role's fonts do not have.
    public var strays: [Stray]
    /// The least leading that holds what stands between the lines; nil when the style's is enough (CLREQ 5.6.1).
    public var neededLeading: Length?

    public init(lines: [SetLine], cost: Double = 0, strays: [Stray] = [], neededLeading: Length? = nil) {
        self.cost = cost
        self.lines = lines
        self.strays = strays
        self.neededLeading = neededLeading
    }
}
