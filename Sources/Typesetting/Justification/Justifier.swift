/// Gives every cell of a line its place: squeezes or opens the gaps in the orders of CLREQ 6.2.2.2 and 6.2.2.3.
struct Justifier {
    let metrics: LineMetrics

    /// A line with its cells placed.
    struct Placed: Hashable, Sendable {
        /// Em from the line's left edge to each cell.
        var x: [Double]
        /// Em of the ink from the left edge to the right end, a closing mark's blank left out and a hyphen's taken in.
        var inkWidth: Double
        /// Em added to (or, negative, taken from) the line's gaps in all.
        var adjustment: Double
        /// Em added to each gap that opens with all others.
        var opening: Double
        /// Whether the line's last mark hangs over its end.
        var hangs = false
    }

    /// - Parameter justified: whether the line is opened to its full width.
    func place(_ line: ParagraphComposer.Line, justified: Bool) -> Placed {
        if let grid = metrics.grid { return place(line, on: grid) }
        let fit = LineFit(metrics, line.start, line.end, width: line.width - line.indent)
        var gaps = [Double](repeating: 0, count: line.end - line.start)
        for position in line.start + 1..<max(line.start + 1, line.end) {
            gaps[position - line.start] = metrics.gaps[position].natural
        }
        var opening = 0.0
        if fit.change < 0 {
            squeeze(&gaps, line, by: -fit.change)
        } else if justified && !line.isLast {
            opening = open(&gaps, line, by: fit.change)
        }
        var at = line.indent
        for offset in gaps.indices {
            at += gaps[offset]
            gaps[offset] = at
            at += metrics.cells[line.start + offset].width
        }
        return placed(line, x: gaps, opening: opening, hangs: fit.hangs)
    }

    private func place(_ line: ParagraphComposer.Line, on grid: StrictGrid) -> Placed {
        let fit = LineFit(metrics, line.start, line.end, width: line.width - line.indent)
        let places = grid.places(metrics, line.start, line.end)
        return placed(line, x: places.map { line.indent + $0 }, opening: 0, hangs: fit.hangs)
    }

    private func placed(_ line: ParagraphComposer.Line, x: [Double], opening: Double, hangs: Bool) -> Placed {
        let last = metrics.inkEnd(line.start, line.end) - 1
        let ink = x[last - line.start] + metrics.cells[last].width + (metrics.hyphen(line.end)?.width ?? 0)
        return Placed(
            x: x, inkWidth: ink, adjustment: ink - line.indent - metrics.inkWidth(line.start, line.end),
            opening: opening, hangs: hangs)
    }

    /// Takes the excess order by order, equal amounts across each (CLREQ 6.2.2.2).
    private func squeeze(_ gaps: inout [Double], _ line: ParagraphComposer.Line, by excess: Double) {
        var rest = excess
        for order in LineMetrics.orders where rest > LineFit.tolerance {
            rest = level(
                line, by: rest, room: { Int(metrics.gaps[$0].order) == order ? metrics.gaps[$0].shrink : 0 },
                change: { gaps[$0 - line.start] -= $1 })
        }
    }

    /// Opens word spaces, then Han–Latin gaps, each up to half an em, then every gap alike (CLREQ 6.2.2.3).
    /// Returns what every gap got in the last step.
    private func open(_ gaps: inout [Double], _ line: ParagraphComposer.Line, by shortage: Double) -> Double {
        var rest = shortage
        for (stretch, most) in [
            (Gap.Stretch.wordSpace, SpacingRules.wordSpace.most), (.hanLatin, SpacingRules.hanLatin.most),
        ] {
            guard rest > LineFit.tolerance else { return 0 }
            rest = level(
                line, by: rest,
                room: { metrics.gaps[$0].stretch == stretch ? max(0, most - metrics.gaps[$0].natural) : 0 },
                change: { gaps[$0 - line.start] += $1 })
        }
        let count = metrics.stretchableGaps(line.start, line.end)
        guard rest > LineFit.tolerance, count > 0 else { return 0 }
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
        var takers: [(position: Int, room: Double)] = []
        for position in line.start + 1..<max(line.start + 1, metrics.inkEnd(line.start, line.end)) {
            let room = room(position)
            if room > LineFit.tolerance { takers.append((position, room)) }
        }
        takers.sort { ($0.room, $0.position) < ($1.room, $1.position) }
        var rest = amount
        for (done, taker) in takers.enumerated() {
            let share = min(taker.room, rest / Double(takers.count - done))
            change(taker.position, share)
            rest -= share
        }
        return rest
    }
}
