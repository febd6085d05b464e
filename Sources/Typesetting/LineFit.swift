/// What a line has to do to fill its width: the one place where that is decided, for weighing lines and for placing them.
struct LineFit: Hashable, Sendable {
    /// Em that the gaps have to take, or, below 0, to give up.
    var change: Double
    /// Whether the mark at the line's end hangs over it (CLREQ 6.1.3).
    var hangs = false

    /// In this order (CLREQ 6.2.2.2, 6.3.2.3): the mark at the line's end keeps its blank; it gives up as much of it as
    /// the line needs; it hangs, where that is wanted; the gaps are squeezed.
    init(_ metrics: LineMetrics, _ start: Int, _ end: Int, width: Double) {
        let ink = metrics.inkWidth(start, end)
        if ink <= width + Self.tolerance {
            change = max(0, width - ink - metrics.endBlank(start, end))
            return
        }
        let hanging = metrics.hanging(start, end)
        change = width - ink + hanging
        hangs = hanging > 0
        if abs(change) < Self.tolerance { change = 0 }
    }

    /// Em by which sums of doubles may be off.
    static let tolerance = 1e-9
}
