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
