/// Computes the place of every cell of a line: squeezes or opens the gaps in the orders of CLREQ 6.2.2.2 and 6.2.2.3.
struct Justifier {
    let metrics: LineMetrics

    /// A line with its cells placed.
    struct Placed: Hashable, Sendable {
        /// The em from the line's left edge to each cell.
        var x: [Double]
        /// The em from the line's left edge to the end of its ink, without a closing mark's blank and with a hyphen.
        var inkWidth: Double
        /// The em added to the line's gaps in total; negative if they are squeezed.
        var adjustment: Double
        /// The em added to every gap equally, in the last step of opening.
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

    /// Removes the excess order by order, in equal amounts within each order (CLREQ 6.2.2.2).
    private func squeeze(_ gaps: inout [Double], _ line: ParagraphComposer.Line, by excess: Double) {
        var rest = excess
        for order in LineMetrics.orders where rest > LineFit.tolerance {
            rest = distribute(
                rest, over: line, limit: { Int(metrics.gaps[$0].order) == order ? metrics.gaps[$0].shrink : 0 },
                change: { gaps[$0 - line.start] -= $1 })
        }
    }

    /// Opens word spaces, then Han–Latin gaps, each up to half an em, then all gaps equally (CLREQ 6.2.2.3).
    ///
    /// - Returns: the em added to every gap in the last step.
    private func open(_ gaps: inout [Double], _ line: ParagraphComposer.Line, by shortage: Double) -> Double {
        var rest = shortage
        for (stretch, most) in [
            (Gap.Stretch.wordSpace, SpacingRules.wordSpace.most), (.hanLatin, SpacingRules.hanLatin.most),
        ] {
            guard rest > LineFit.tolerance else { return 0 }
            rest = distribute(
                rest, over: line,
                limit: { metrics.gaps[$0].stretch == stretch ? max(0, most - metrics.gaps[$0].natural) : 0 },
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

    /// Distributes an amount equally over the gaps of a line, no gap taking more than its limit.
    ///
    /// - Returns: the rest that no gap can take.
    private func distribute(
        _ amount: Double, over line: ParagraphComposer.Line, limit: (Int) -> Double, change: (Int, Double) -> Void
    ) -> Double {
        var gaps: [(position: Int, limit: Double)] = []
        for position in line.start + 1..<max(line.start + 1, metrics.inkEnd(line.start, line.end)) {
            let limit = limit(position)
            if limit > LineFit.tolerance { gaps.append((position, limit)) }
        }
        gaps.sort { ($0.limit, $0.position) < ($1.limit, $1.position) }
        var rest = amount
        for (done, gap) in gaps.enumerated() {
            let share = min(gap.limit, rest / Double(gaps.count - done))
            change(gap.position, share)
            rest -= share
        }
        return rest
    }
}
