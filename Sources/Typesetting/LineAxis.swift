internal import Pages

/// Which way a line runs: to the right, or from top to bottom with the next line at its left (CLREQ 2.1.1).
enum LineAxis: Hashable, Sendable {
    case horizontal, vertical

    /// The two sides of a line: the one before its text, where the line above it or at its right is, and the one after.
    enum Side: Hashable, Sendable {
        /// Above a horizontal line, at the right of a vertical one.
        case before
        /// Below a horizontal line, at the left of a vertical one.
        case after
    }

    /// Em from the em box's top to the baseline of Han type.
    static let ascent = GlyphRun.ascent

    /// A place beside the text, from the line's origin, in em: so far along the line, and so far off its em boxes.
    func place(along: Double, off: Double, _ side: Side) -> (x: Double, y: Double) {
        switch (self, side) {
        case (.horizontal, .before): (along, -Self.ascent - off)
        case (.horizontal, .after): (along, 1 - Self.ascent + off)
        case (.vertical, .before): (0.5 + off, along)
        case (.vertical, .after): (-0.5 - off, along)
        }
    }

    func point(along: Double, off: Double, _ side: Side, em: Length) -> Point {
        let place = place(along: along, off: off, side)
        return Point(x: em * place.x, y: em * place.y)
    }
}
