internal import Copy
internal import Layouts
internal import Pages
internal import Typesetting

/// Reports on a page as an editor sees it. The report counts cells and lines of the modules, so it is the same for
/// every way in which a page was planned.
struct PageReporter {
    let layout: Layout
    let modules: [Module]

    init(_ modules: [Module], layout: Layout) {
        self.layout = layout
        self.modules = modules.sorted { $0.isBefore($1) }
    }

    /// Headlines that differ by no more than this, in points, count as one size.
    static let oneSize = 0.5

    /// - Parameter between: the planner's charges between the modules; nil if it did not place all of them.
    func report(page: Int, phases: [PageReport.Phase], charges between: ItemisedCost?) -> PageReport {
        let stories = modules.map(story)
        let between = between ?? chargesBetween, inside = chargesInside
        let charges =
            named(inside, ChargeTerm.insideModules).filter { $0.term != ChargeTerm.other.rawValue || $0.cost != 0 }
            + (between.map { named($0, ChargeTerm.betweenModules) } ?? [])
            + (between.map { named($0, [.fillers]) } ?? []).filter { $0.cost != 0 }
        let white = stories.reduce(0) { $0 + $1.whiteLines },
            empty = layout.emptyLines(beside: modules.flatMap(\.frames))
        let taken = layout.fixedCells.reduce(0) { $0 + $1.columns.count * $1.rows.count }
        let lines = layout.grid.columns * layout.grid.rows - taken
        return PageReport(
            page: page, layout: layout.name, stories: stories, whiteLines: white, columnLines: lines, emptyLines: empty,
            whiteShare: lines == 0 ? 0 : rounded(Double(white + empty) / Double(lines)), buttingHeads: buttingHeads,
            cuts: cuts, inversions: inversions, cost: (inside.total + (between?.total ?? .zero)).units,
            charges: charges,
            phases: phases.map { PageReport.Phase(name: $0.name, seconds: rounded($0.seconds)) })
    }

    private var placements: [Dummy.Placement] {
        modules.enumerated().map { Dummy.Placement(story: $0, cells: $1.pageCells, variant: $1.variant) }
    }

    private func story(_ module: Module) -> StoryReport {
        let legs = module.legs.map { leg in module.galley.lines[leg].reduce(0) { $0 + $1.rows } }
        let rooms = module.variant.legs.map { $0.rows == 0 ? 0 : $0.rows + module.emptyRows }
        let short = zip(legs, rooms).filter { $1 > 0 }.map { $1 - $0 }
        return StoryReport(
            id: module.story.article.id, title: module.story.article.title, rank: module.story.rank,
            columns: Cells(module.pageCells.columns), rows: Cells(module.pageCells.rows),
            headlineSize: rounded(module.headline.size.points), headlineLines: module.headline.titleLines,
            photo: module.variant.photo.map { photo in
                PhotoReport(
                    column: module.pageCells.columns.lowerBound + photo.column + 1, columns: photo.columns,
                    rows: photo.rows,
                    cropped: rounded(module.photos?.cropped ?? 0))
            },
            bodyLines: module.galley.rows, bodyStretch: module.galley.rows - module.body.best.rows, legs: legs,
            legRooms: rooms, legDifference: (short.max() ?? 0) - (short.min() ?? 0),
            whiteLines: max(0, rooms.reduce(0, +) - legs.reduce(0, +)),
            spareRows: module.variant.spareRows, oversetLines: module.oversetRows, cost: module.variant.cost.units)
    }

    /// The charges inside the modules, by term.
    private var chargesInside: ItemisedCost {
        modules.reduce(.zero) { sum, module in
            let area = layout.makeup == .auto ? nil : layout.areas.first { $0.cells == module.pageCells }
            return sum + ModuleEvaluator(module.layout(on: layout)).charges(of: module, photo: area?.photo)
        }
    }

    /// The charges between the modules of a page that the planner did not place, or not alone.
    private var chargesBetween: ItemisedCost? {
        DummyEvaluator(
            ranks: modules.map(\.story.rank), fixed: layout.fixedCells, columns: layout.grid.columns,
            rows: layout.grid.rows, prices: layout.prices
        ).charges(between: placements, as: ItemisedCost.self)
    }

    private func named(_ charges: ItemisedCost, _ terms: [ChargeTerm]) -> [PageReport.Charge] {
        terms.map { PageReport.Charge(term: $0.rawValue, cost: charges[$0].units) }
    }

    /// Rounds to four decimal places, which are enough for a report.
    private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    /// Pairs of headlines that share a gutter and begin at the same row.
    private var buttingHeads: [PageReport.ButtingHeads] {
        modules.flatMap { left in
            modules.compactMap { right in
                guard left.pageCells.columns.upperBound == right.pageCells.columns.lowerBound,
                    left.pageCells.rows.lowerBound == right.pageCells.rows.lowerBound, left.variant.hasHeadlineAtRight,
                    right.variant.hasHeadlineAtLeft
                else { return nil }
                return PageReport.ButtingHeads(
                    left: left.story.article.id, right: right.story.article.id,
                    sizes: [rounded(left.headline.size.points), rounded(right.headline.size.points)])
            }
        }
    }

    private var cuts: [PageReport.PageCut] {
        // Furniture across the page has a rule under it, and a foot band has the edge of its box: neither is a cut.
        let columns = layout.grid.columns, rows = layout.grid.rows
        let band = FootBand.index(in: placements, fixed: layout.fixedCells, columns: columns, rows: rows)
        let others = modules.enumerated().filter { $0.offset != band }.map(\.element.pageCells)
        let frame = PageFrame(
            fixed: layout.fixedCells + (band.map { [modules[$0].pageCells] } ?? []), columns: columns, rows: rows)
        let cells = others + frame.fixed.map { $0.moved(rows: frame.rows.lowerBound) }
        guard cells.count > 1 else { return [] }
        let down = (1..<max(1, layout.grid.columns)).filter { column in
            cells.allSatisfy { $0.columns.upperBound <= column || $0.columns.lowerBound >= column }
        }
        let feet = Set(cells.map(\.rows.upperBound)).sorted()
        let across = feet.filter { row in
            row < layout.grid.rows && cells.contains { $0.rows.lowerBound > row }
                && cells.allSatisfy { $0.rows.upperBound <= row || $0.rows.lowerBound > row }
        }
        return down.map { PageReport.PageCut(direction: .down, after: $0) }
            + across.map { PageReport.PageCut(direction: .across, after: $0) }
    }

    /// Pairs of which the story of higher rank is below the other in the same columns, or has a smaller headline.
    private var inversions: [PageReport.RankInversion] {
        modules.flatMap { high in
            modules.compactMap { low in
                guard high.story.rank < low.story.rank else { return nil }
                let fault: PageReport.RankInversion.Fault? =
                    if high.pageCells.columns.overlaps(low.pageCells.columns),
                        high.pageCells.rows.lowerBound > low.pageCells.rows.lowerBound
                    {
                        .below
                    } else if high.headline.size.points < low.headline.size.points - Self.oneSize { .smaller } else {
                        nil
                    }
                return fault.map {
                    PageReport.RankInversion(story: high.story.article.id, other: low.story.article.id, fault: $0)
                }
            }
        }
    }
}

extension Layout {
    /// The cells of the grid that furniture covers.
    var fixedCells: [GridRect] {
        furniture.compactMap { block in if case .grid(let cells) = block.position { cells } else { nil } }
    }

    /// The rows of all columns that neither stories nor furniture cover, without the white rows between them.
    ///
    /// - Parameter frames: the rectangles of the page that the stories cover.
    func emptyLines(beside frames: [GridRect]) -> Int {
        let taken = frames + fixedCells
        return (0..<grid.columns).reduce(0) { sum, column in
            let leg = taken.filter { $0.columns.contains(column) }.map(\.rows).sorted { $0.lowerBound < $1.lowerBound }
            var next = 0, empty = 0
            for rows in leg {
                let gap = max(0, rows.lowerBound - next)
                empty += gap > 1 ? gap - 1 : gap
                next = rows.upperBound + 1
            }
            return sum + empty + max(0, grid.rows - next)
        }
    }
}
