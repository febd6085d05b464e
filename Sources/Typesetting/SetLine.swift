public import Pages

/// A line of set text: glyphs at their places, and what it took to get them there.
public struct SetLine: Hashable, Sendable {
    /// Runs of glyphs; their origins count from the line's left edge and its baseline.
    public var runs: [GlyphRun]
    /// From the left edge to the end of the ink.
    public var width: Length
    public var isFirst: Bool
    public var isLast: Bool
    /// Em that were added to the line's gaps in all; negative when it was squeezed.
    public var adjustment: Double
    /// Em added to every gap alike, the last resort of opening.
    public var opening: Double

    public init(
        runs: [GlyphRun], width: Length, isFirst: Bool = true, isLast: Bool = true, adjustment: Double = 0,
        opening: Double = 0
    ) {
        self.runs = runs
        self.width = width
        self.isFirst = isFirst
        self.isLast = isLast
        self.adjustment = adjustment
        self.opening = opening
    }

    public var text: String { runs.map(\.text).joined() }

    /// The line moved: to the right and downwards.
    public func moved(x: Length = .zero, y: Length = .zero) -> SetLine {
        var line = self
        for index in line.runs.indices {
            line.runs[index].origin.x += x
            line.runs[index].origin.y += y
        }
        return line
    }
}

/// A paragraph set to a measure.
public struct SetParagraph: Hashable, Sendable {
    public var lines: [SetLine]
    /// What its lines cost by `LineCost`; settings of other lengths are compared by it.
    public var cost: Double
    /// Characters that the role's fonts do not have.
    public var strays: [Stray]

    public init(lines: [SetLine], cost: Double = 0, strays: [Stray] = []) {
        self.cost = cost
        self.lines = lines
        self.strays = strays
    }
}
