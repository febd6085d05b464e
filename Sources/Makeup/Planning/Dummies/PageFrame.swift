internal import Layouts

/// The rows of a page between the furniture that covers its whole width at the head or at the foot.
///
/// The planner works on these rows only, because the rule beside such furniture does not count as a cut through the
/// page.
struct PageFrame {
    /// The rows, counted on the page.
    let rows: Range<Int>
    /// The other furniture, in rows counted from the first of these.
    let fixed: [GridRect]

    init(fixed: [GridRect], columns: Int, rows: Int) {
        var free = 0..<rows
        var others = fixed
        while let index = others.firstIndex(where: { area in
            area.columns == 0..<columns && area.rows.count < free.count
                && (area.rows.lowerBound == free.lowerBound || area.rows.upperBound == free.upperBound)
        }) {
            let area = others.remove(at: index).rows
            // The row next to the furniture stays white.
            free =
                area.lowerBound == free.lowerBound
                ? min(area.upperBound + 1, free.upperBound)..<free.upperBound
                : free.lowerBound..<max(area.lowerBound - 1, free.lowerBound)
        }
        self.rows = free
        self.fixed = others.map { $0.moved(rows: -free.lowerBound) }
    }

    /// A placement that is counted in these rows, converted to the page and back.
    func onPage(_ placement: Dummy.Placement) -> Dummy.Placement {
        moved(placement, by: rows.lowerBound)
    }

    func fromPage(_ placement: Dummy.Placement) -> Dummy.Placement {
        moved(placement, by: -rows.lowerBound)
    }

    private func moved(_ placement: Dummy.Placement, by rows: Int) -> Dummy.Placement {
        var placement = placement
        placement.cells = placement.cells.moved(rows: rows)
        return placement
    }
}

extension GridRect {
    func moved(rows count: Int) -> GridRect {
        GridRect(columns: columns, rows: rows.lowerBound + count..<rows.upperBound + count)
    }
}
