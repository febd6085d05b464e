internal import Layouts
internal import Pages

/// Makes lines of a shaped text whose cells are placed.
struct LineBuilder {
    let shaped: ShapedText
    let metrics: LineMetrics
    let style: TextStyle
    private let hasMarks: Bool
    private let runs: RunBuilder

    init(shaped: ShapedText, metrics: LineMetrics, style: TextStyle) {
        (self.shaped, self.metrics, self.style) = (shaped, metrics, style)
        hasMarks = LineMarks.stand(beside: shaped)
        runs = RunBuilder(shaped: shaped, size: style.size, ink: style.ink)
    }

    func line(_ line: ParagraphComposer.Line, _ placed: Justifier.Placed) -> ComposedLine {
        let hyphen = metrics.hyphen(line.end).map { (sign: $0, x: placed.inkWidth - $0.width) }
        let runs = runs.runs(of: metrics.cells[line.start..<line.end], x: placed.x, hyphen: hyphen)
        let marks =
            hasMarks
            ? LineMarks(shaped: shaped, metrics: metrics, style: style, line: line, placed: placed).items : []
        return ComposedLine(
            runs: runs, marks: marks, width: style.size * placed.inkWidth, isFirst: line.start == 0,
            isLast: line.isLast, adjustment: placed.adjustment, opening: placed.opening)
    }
}
