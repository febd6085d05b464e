/// Setting in which every Han character stands on the grid (CLREQ 6.2.4). Marks keep their full em. A Latin word or a
/// figure that does not take a whole number of em is padded to one, half of the padding before it and half after it.
///
/// Such a line is neither squeezed nor opened. If a rule forbids its end, its last places stay empty.
struct StrictGrid: Hashable, Sendable {
    /// The em from the line's left edge to each cell's ink.
    func places(_ metrics: LineMetrics, _ start: Int, _ end: Int) -> [Double] {
        var places: [Double] = []
        places.reserveCapacity(end - start)
        walk(metrics, start, end) { places.append($0) }
        return places
    }

    /// The em from the line's left edge to the end of the last cell's ink.
    func width(_ metrics: LineMetrics, _ start: Int, _ end: Int) -> Double {
        var last = 0.0
        walk(metrics, start, end) { last = $0 }
        return last + metrics.cells[end - 1].width
    }

    /// Calls `place` with the place of each cell's ink, in order.
    private func walk(_ metrics: LineMetrics, _ start: Int, _ end: Int, _ place: (Double) -> Void) {
        var at = 0.0
        var position = start
        while position < end {
            let cell = metrics.cells[position]
            guard !isOnGrid(cell) else {
                place(at + cell.left)
                at += cell.left + cell.width + cell.right
                position += 1
                continue
            }
            let run = position..<runEnd(metrics, position, end)
            let natural = width(of: run, metrics)
            let padded = (natural - LineFit.tolerance).rounded(.up)
            // A run at a line's edge begins or ends there; any other run stands in the middle of its padded width.
            var x = at + (run.lowerBound == start || run.upperBound == end ? 0 : (padded - natural) / 2)
            for cell in run {
                if cell > run.lowerBound { x += metrics.gaps[cell].natural }
                place(x)
                x += metrics.cells[cell].width
            }
            at += padded
            position = run.upperBound
        }
    }

    private func runEnd(_ metrics: LineMetrics, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, !isOnGrid(metrics.cells[position]) { position += 1 }
        return position
    }

    private func width(of run: Range<Int>, _ metrics: LineMetrics) -> Double {
        run.reduce(0) { $0 + metrics.cells[$1].width + ($1 > run.lowerBound ? metrics.gaps[$1].natural : 0) }
    }

    /// Whether a cell takes a whole number of em by itself.
    private func isOnGrid(_ cell: Cell) -> Bool {
        guard !cell.kind.isWestern, cell.kind != .space else { return false }
        let box = cell.left + cell.width + cell.right
        return box > 0.5 && abs(box - box.rounded()) < LineFit.tolerance
    }
}
