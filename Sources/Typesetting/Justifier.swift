/// Gives every cell of a line its place: squeezes or opens the gaps in the orders of CLREQ 6.2.2.2 and 6.2.2.3.
struct Justifier {
    let metrics: LineMetrics

    /// A line with its cells placed.
    struct Placed: Hashable, Sendable {
        /// Em from the line's left edge to each cell.
        var x: [Double]
        /// Em of the ink from the left edge to the right end, a closing mark's blank left out.
        var inkWidth: Double
        /// Em added to (or, negative, taken from) the line's gaps in all.
        var adjustment: Double
        /// Em added to each gap that opens with all others.
        var opening: Double
    }

    /// - Parameter justified: whether the line is opened to its full width.
    func place(_ line: ParagraphComposer.Line, justified: Bool) -> Placed {
        let width = line.width - line.indent
        let natural = metrics.width(line.start, line.end)
        var gaps = (line.start..<line.end).map { $0 == line.start ? 0 : metrics.gaps[$0].natural }
        var opening = 0.0
        if natural > width + 1e-9 {
            squeeze(&gaps, line, by: natural - width - metrics.endBlank(line.start, line.end))
        } else if justified && !line.isLast {
            opening = open(&gaps, line, by: width - natural)
        }
        var x: [Double] = []
        x.reserveCapacity(gaps.count)
        var at = line.indent
        for (offset, gap) in gaps.enumerated() {
            at += gap
            x.append(at)
            at += metrics.cells[line.start + offset].width
        }
        let end = metrics.inkEnd(line.start, line.end)
        let ink = x[end - 1 - line.start] + metrics.cells[end - 1].width
        return Placed(x: x, inkWidth: ink, adjustment: ink - line.indent - metrics.inkWidth(line.start, line.end), opening: opening)
    }

    /// Takes the excess order by order, equal amounts across each (CLREQ 6.2.2.2).
    private func squeeze(_ gaps: inout [Double], _ line: ParagraphComposer.Line, by excess: Double) {
        var rest = excess
        for order in LineMetrics.orders where rest > 1e-9 {
            rest = level(
                line, by: rest, room: { Int(metrics.gaps[$0].order) == order ? metrics.gaps[$0].shrink : 0 },
                change: { gaps[$0 - line.start] -= $1 })
        }
    }

    /// Opens word spaces, then Han–Latin gaps, each up to half an em, then every gap alike (CLREQ 6.2.2.3).
    /// Returns what every gap got in the last step.
    private func open(_ gaps: inout [Double], _ line: ParagraphComposer.Line, by shortage: Double) -> Double {
        var rest = shortage
        for (stretch, most) in [(Gap.Stretch.wordSpace, SpacingRules.wordSpace.most), (.hanLatin, SpacingRules.hanLatin.most)] {
            guard rest > 1e-9 else { return 0 }
            rest = level(
                line, by: rest,
                room: { metrics.gaps[$0].stretch == stretch ? max(0, most - metrics.gaps[$0].natural) : 0 },
                change: { gaps[$0 - line.start] += $1 })
        }
        let count = metrics.stretchableGaps(line.start, line.end)
        guard rest > 1e-9, count > 0 else { return 0 }
        let each = rest / Double(count)
        for position in line.start + 1..<metrics.inkEnd(line.start, line.end)
        where metrics.gaps[position].stretch != .never {
            gaps[position - line.start] += each
        }
        return each
    }

    /// Shares an amount out equally over the gaps that have room, as far as each has it; returns what is left.
    private func level(
        _ line: ParagraphComposer.Line, by amount: Double, room: (Int) -> Double, change: (Int, Double) -> Void
    ) -> Double {
        let takers = (line.start + 1..<max(line.start + 1, metrics.inkEnd(line.start, line.end)))
            .map { (position: $0, room: room($0)) }
            .filter { $0.room > 1e-9 }
            .sorted { ($0.room, $0.position) < ($1.room, $1.position) }
        var rest = amount
        for (done, taker) in takers.enumerated() {
            let share = min(taker.room, rest / Double(takers.count - done))
            change(taker.position, share)
            rest -= share
        }
        return rest
    }
}
