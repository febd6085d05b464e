internal import Layouts
internal import Pages

/// Makes lines of a shaped text whose cells are placed.
struct LineBuilder {
    let shaped: ShapedText
    let metrics: LineMetrics
    let style: TextStyle
    private let hasMarks: Bool
    private var runs: RunBuilder

    init(shaped: ShapedText, metrics: LineMetrics, style: TextStyle) {
        (self.shaped, self.metrics, self.style) = (shaped, metrics, style)
        hasMarks = LineMarks.stand(beside: shaped)
        runs = RunBuilder(shaped: shaped, size: style.size, ink: style.ink)
    }

    mutating func line(_ line: ParagraphComposer.Line, _ placed: Justifier.Placed) -> SetLine {
        for position in line.start..<line.end {
            runs.add(metrics.cells[position], x: placed.x[position - line.start])
        }
        if let hyphen = metrics.hyphen(line.end) { runs.add(hyphen, x: placed.inkWidth - hyphen.width) }
        let marks =
            hasMarks
            ? LineMarks(shaped: shaped, metrics: metrics, style: style, line: line, placed: placed).items : []
        return SetLine(
            runs: runs.finish(), marks: marks, width: style.size * placed.inkWidth, isFirst: line.start == 0,
            isLast: line.isLast, adjustment: placed.adjustment, opening: placed.opening)
    }
}
