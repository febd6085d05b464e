internal import Layouts
internal import Pages

/// The measurements of a composed line: where each character of the copy stands and how much space it takes, for
/// proofs and checks.
public struct LineMeasure: Hashable, Sendable {
    public var text: String
    /// The em from the column's left edge to each character's box, one entry for each Unicode scalar.
    public var x: [Double]
    /// The em that each character takes, including its share of blanks and gaps, one entry for each Unicode scalar.
    public var advance: [Double]
    /// The em from the column's left edge to the end of the ink.
    public var width: Double
    /// The em by which every gap was opened.
    public var gap: Double
}

extension Typesetter {
    /// Composes a paragraph and measures its lines.
    ///
    /// - Parameters:
    ///   - measure: the lines' width in em.
    ///   - indent: the first line's indent in em.
    public func measure(_ text: StyledText, measure: Double, indent: Double) -> [LineMeasure] {
        let size = Length.pt(10)
        let style = TextStyle(role: "", size: size, leading: size, align: .justify, indent: indent)
        let composed = compose(text, style: style, widths: [measure])
        return composed.lines.map { Self.measure($0, $1, composed.shaped, composed.metrics) }
    }

    private static func measure(
        _ line: ParagraphComposer.Line, _ placed: Justifier.Placed, _ shaped: ShapedText, _ metrics: LineMetrics
    ) -> LineMeasure {
        let cells = Array(metrics.cells[line.start..<line.end])
        // A character's box begins before its ink by its own part of the gap, if the gap was not squeezed below that.
        var edges: [Double] = cells.indices.map { index in
            guard index > 0 else { return placed.x[0] - (line.start == 0 ? metrics.startBlank : 0) }
            let room = placed.x[index] - placed.x[index - 1] - cells[index - 1].width
            return placed.x[index] - max(0, min(room, metrics.gaps[line.start + index].after))
        }
        let end = metrics.inkEnd(line.start, line.end) - line.start
        let blank =
            line.width.isFinite
            ? max(0, min(cells[end - 1].right, line.width - placed.inkWidth)) : cells[end - 1].right
        edges.append(placed.x[cells.count - 1] + cells[cells.count - 1].width + (end == cells.count ? blank : 0))
        var measure = LineMeasure(text: "", x: [], advance: [], width: placed.inkWidth, gap: placed.opening)
        for (index, cell) in cells.enumerated() {
            let text = shaped.substring(cell.utf8)
            measure.text += text
            let count = text.unicodeScalars.count
            let advance = edges[index + 1] - edges[index]
            // —— in one cell is two characters of one em each; what follows belongs to the second. An accent has no width.
            let shares = cell.kind == .dash ? count : 1
            for scalar in 0..<count {
                let before = scalar < shares ? cell.width * Double(scalar) / Double(shares) : advance
                measure.x.append(edges[index] + before)
                measure.advance.append(
                    scalar < shares - 1 ? cell.width / Double(shares) : scalar < shares ? advance - before : 0)
            }
        }
        return measure
    }
}
