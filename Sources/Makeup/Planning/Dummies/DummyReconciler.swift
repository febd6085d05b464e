internal import Layouts

/// Decides whether a page keeps the dummy that it had before, so that one more word in a story does not reshuffle the
/// others.
///
/// A dummy of the program stays as long as every story fills its cells in some variant, and no other dummy is clearly
/// better. Cells that an editor moved or pinned always stay.
struct DummyReconciler {
    let page: PagePlanInput
    let previous: PageDummy

    enum Verdict {
        case kept(Dummy)
        /// The dummy fits, and another is much better.
        case tooExpensive
        /// The reasons why the dummy does not fit, one for each story.
        case unfit([Reason])
    }

    struct Reason {
        var story: Story
        var text: String
    }

    /// - Parameter best: the page as the planner makes it now; nil when it finds no plan.
    func verdict(against best: PagePlanInput.Planned?) -> Verdict {
        guard previous.layout == page.layout.name, let entries = previous.entries(of: page.stories) else {
            return .unfit([])
        }
        var placements: [Dummy.Placement] = []
        var reasons: [Reason] = []
        for (index, entry) in entries.enumerated() {
            switch placement(of: index, entry, beside: entries.filter { $0.id != entry.id }.flatMap(\.frames)) {
            case .success(let placement): placements.append(placement)
            case .failure(let fault): reasons.append(Reason(story: page.stories[index], text: fault.text))
            }
        }
        guard reasons.isEmpty else { return .unfit(reasons) }
        let dummy = page.dummy(placements)
        let isEditors = previous.isEdited || entries.allSatisfy(\.isPinned)
        if !isEditors {
            guard let dummy else { return .unfit([]) }
            if let best, best.holes.isEmpty, dummy.cost > best.cost + page.layout.prices.dummies.movedStories {
                return .tooExpensive
            }
        }
        return .kept(dummy ?? Dummy(placements: placements, cost: .zero))
    }

    /// The placements of pinned stories that fit their cells, and the reasons why others do not.
    func pins() -> (placements: [Dummy.Placement], reasons: [Reason]) {
        var placements: [Dummy.Placement] = []
        var reasons: [Reason] = []
        for (index, story) in page.stories.enumerated() {
            guard let entry = previous.entry(of: story), entry.isPinned else { continue }
            switch placement(of: index, entry, beside: placements.flatMap { $0.cells.frames($0.variant.step) }) {
            case .success(let placement): placements.append(placement)
            case .failure(let fault): reasons.append(Reason(story: story, text: fault.text))
            }
        }
        return (placements, reasons)
    }

    private struct Fault: Error { var text: String }

    private func placement(of story: Int, _ entry: PageDummy.Entry, beside others: [GridRect]) -> Result<
        Dummy.Placement, Fault
    > {
        let grid = page.layout.grid, cells = entry.cells
        guard cells.isWithin(GridRect(columns: 0..<grid.columns, rows: 0..<grid.rows)) else {
            return .failure(Fault(text: "stands outside the page's \(grid.columns) columns and \(grid.rows) rows"))
        }
        if (others + page.fixed).contains(where: { other in entry.frames.contains { $0.crowds(other) } }) {
            return .failure(Fault(text: "stands in or right above what another holds; a row between them stays white"))
        }
        let all = page.variants[story].widths[cells.columns.count - 1]
        if let step = entry.step {
            guard let variant = all.stepped?.variant(rows: cells.rows.count, step: step) else {
                return .failure(Fault(text: "does not fill its legs when they end at these two rows"))
            }
            return .success(Dummy.Placement(story: story, cells: cells, variant: variant))
        }
        let variants = all.variants
        if let variant = variants[cells.rows.count] {
            return .success(Dummy.Placement(story: story, cells: cells, variant: variant))
        }
        let nearest = variants.rows.sorted { abs($0 - cells.rows.count) < abs($1 - cells.rows.count) }.prefix(3)
            .sorted()
        return .failure(
            Fault(
                text: "cannot be \(cells.rows.count) rows high on \(cells.columns.count) columns; "
                    + (nearest.isEmpty
                        ? "its headline does not fit there"
                        : "it could be " + nearest.map(String.init).joined(separator: ", "))))
    }
}

extension PageDummy.Entry {
    fileprivate var frames: [GridRect] { cells.frames(step) }
}

extension GridRect {
    /// Whether two rectangles overlap, or one is above the other without a white row between them.
    fileprivate func crowds(_ other: GridRect) -> Bool {
        columns.overlaps(other.columns) && rows.lowerBound < other.rows.upperBound + 1
            && other.rows.lowerBound < rows.upperBound + 1
    }
}
