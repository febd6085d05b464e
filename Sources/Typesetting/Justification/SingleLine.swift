internal import Layouts
internal import Pages

/// Cells placed on one line, however wide it is. Places are in em, so they serve every size.
struct SingleLine {
    private let metrics: LineMetrics
    private let line: ParagraphComposer.Line
    private var placed: Justifier.Placed
    /// The number of gaps that may open.
    let gaps: Int

    /// - Parameters:
    ///   - tracking: the em added to every gap.
    ///   - tightMarks: whether marks take half an em, as in headlines.
    init(_ cells: [Cell], profile: CompositionProfile, tracking: Double, tightMarks: Bool) {
        let metrics = LineMetrics(cells: cells, profile: profile, tracking: tracking)
        line = ParagraphComposer.Line(start: 0, end: cells.count, width: .infinity, indent: 0, isLast: true)
        var placed = Justifier.Placed(x: [], inkWidth: 0, adjustment: 0, opening: 0)
        var gaps = 0
        if !cells.isEmpty {
            placed = Justifier(metrics: metrics).place(line, justified: false)
            var removed = 0.0
            for position in cells.indices.dropFirst() {
                let gap = metrics.gaps[position]
                if tightMarks, gap.order >= 4, gap.order != 6 { removed += gap.shrink }
                if gap.stretch != .never { gaps += 1 }
                placed.x[position] -= removed
            }
            placed.inkWidth -= removed
        }
        (self.metrics, self.placed, self.gaps) = (metrics, placed, gaps)
    }

    /// The em from the line's start to the end of its ink.
    var width: Double { placed.inkWidth }

    /// Opens the gaps equally until the line is `width` em wide.
    mutating func spread(to width: Double) {
        guard gaps > 0 else { return }
        let each = (width - placed.inkWidth) / Double(gaps)
        var before = 0
        for position in metrics.cells.indices.dropFirst() {
            if metrics.gaps[position].stretch != .never { before += 1 }
            placed.x[position] += Double(before) * each
        }
        placed.inkWidth += Double(gaps) * each
    }

    /// The line composed in a style.
    ///
    /// - Parameter shaped: the text that the cells belong to.
    func line(of shaped: ShapedText, style: TextStyle) -> ComposedLine {
        guard !metrics.cells.isEmpty else { return ComposedLine(runs: [], width: .zero) }
        return LineBuilder(shaped: shaped, metrics: metrics, style: style).line(line, placed)
    }
}
