/// Every Han character on the grid (CLREQ 6.2.4): marks keep their full em, and what is not a whole number of em — a
/// Latin word, a figure of three digits — is padded to one, half before it and half behind.
///
/// A line of this kind is neither squeezed nor opened; where a rule forbids its end, its last places stay empty.
struct StrictGrid: Hashable, Sendable {
    /// Em from the line's left edge to each cell's ink.
    func places(_ metrics: LineMetrics, _ start: Int, _ end: Int) -> [Double] {
        var places: [Double] = []
        places.reserveCapacity(end - start)
        walk(metrics, start, end) { places.append($0) }
        return places
    }

    /// Em from the line's left edge to the end of the last cell's ink.
    func width(_ metrics: LineMetrics, _ start: Int, _ end: Int) -> Double {
        var last = 0.0
        walk(metrics, start, end) { last = $0 }
        return last + metrics.cells[end - 1].width
    }

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
            // At a line's edge the run begins or ends there; between characters it stands in the middle.
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

    /// A cell that takes a whole number of em by itself.
    private func isOnGrid(_ cell: Cell) -> Bool {
        guard !cell.kind.isWestern, cell.kind != .space else { return false }
        let box = cell.left + cell.width + cell.right
        return box > 0.5 && abs(box - box.rounded()) < LineFit.tolerance
    }
}
