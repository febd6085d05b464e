internal import Copy
internal import Layouts

/// What the planner needs to know of an automatic page: its stories with their variants, and the cells that are taken.
struct PagePlanInput: Sendable {
    let layout: Layout
    private(set) var stories: [Story]
    /// The variants of each story.
    private(set) var variants: [StoryVariants]
    /// Cells that furniture and other stories hold.
    let fixed: [GridRect]

    /// - Parameters:
    ///   - variants: those of each story.
    ///   - taken: cells that stories outside the planner hold.
    init(layout: Layout, stories: [Story], variants: [StoryVariants], taken: [GridRect]) {
        self.layout = layout
        self.stories = stories
        self.variants = variants
        fixed = layout.fixedCells + taken
    }

    /// Each story's variants on 1, 2 … columns.
    var widths: [[WidthVariants]] { variants.map(\.widths) }
    /// The fewest column-lines that each story takes, the white row under it included.
    var leastCells: [Int] { variants.map(\.leastCells) }
    /// Those of each story's cheapest variant.
    var cheapestCells: [Int] { variants.map(\.cheapestCells) }

    /// The same page with another story in the place of one.
    func replacing(_ index: Int, with story: Story, _ variants: StoryVariants) -> PagePlanInput {
        var input = self
        input.stories[index] = story
        input.variants[index] = variants
        return input
    }

    /// The plan of an automatic page: the places of its stories, and what stays white.
    struct Planned: Sendable {
        var placements: [StoryPlacement] = []
        /// Cells that no story fills.
        var holes: [GridRect] = []
        var cost = Cost.zero
        /// The charges between the modules and those for fillers; nil when the page can be neither cut nor turned nor
        /// stepped.
        var charges: ItemisedCost?
    }

    /// A plan that fills the page to the last row with all of its stories; nil where none of their variants do that.
    ///
    /// - Parameters:
    ///   - depth: how far to search; not far where the page is one of several to try.
    ///   - skipsCheapSearch: whether a search for a cheap plan has failed already.
    func filled(_ depth: SearchBudget.SearchDepth = .usual, skipsCheapSearch: Bool = false) -> Planned? {
        guard excessLines <= 0 else { return nil }
        if depth >= .usual, let banded { return banded }
        return plan(widths, depth, skipsCheapSearch: skipsCheapSearch)
    }

    /// The plan with one of the stories across the page's foot; nil where the layout wants none, or where no good page
    /// has one.
    private var banded: Planned? {
        guard layout.footBand != nil, stories.count > 1 else { return nil }
        let grid = layout.grid, widths = widths
        let wide = stories.indices.map { stories[$0].forms.contains(.footBand) ? widths[$0][grid.columns - 1] : nil }
        for band in FootBand.candidates(
            wide, fixed: fixed, columns: grid.columns, rows: grid.rows, layout.prices.footBand)
        {
            let others = stories.indices.filter { $0 != band.story }
            let planner = planner(
                ranks: others.map { stories[$0].rank }, others.map { widths[$0] }, besides: [band.cells])
            guard let rest = planner.plan(.trial) else { continue }
            let own = Dummy.Placement(story: band.story, cells: band.cells, variant: band.variant)
            let placements = rest.placements.map {
                Dummy.Placement(story: others[$0.story], cells: $0.cells, variant: $0.variant)
            }
            let page = planned(
                Dummy(placements: placements + [own], cost: rest.cost + band.variant.cost, charges: rest.charges))
            if isGood(page) { return page }
        }
        return nil
    }

    /// A plan with all stories, and holes where they do not fill the page; nil when it has no room for them.
    func open() -> Planned? {
        // White rows between stories take up less than this.
        guard -excessLines >= layout.prices.fillers.leastRowsOver * layout.grid.columns else { return nil }
        let spare = -excessLines
        let loose = loosened(spare: spare), hole = layout.prices.fillers.cost(columns: 1, rows: spare)
        return plan(loose, .endless, beyond: hole) ?? plan(loose + [freeHole], .endless, beyond: hole)
    }

    /// - Parameters:
    ///   - widths: each story's variants, and perhaps those of a hole.
    ///   - beyond, skipsCheapSearch: see `PagePlanner.plan`.
    private func plan(
        _ widths: [[WidthVariants]], _ depth: SearchBudget.SearchDepth, beyond: Cost = .zero,
        skipsCheapSearch: Bool = false
    ) -> Planned? {
        planner(ranks: stories.map(\.rank), widths).plan(depth, beyond: beyond, skipsCheapSearch: skipsCheapSearch)
            .map(planned)
    }

    /// The plan that a dummy of the page's stories stands for.
    func planned(_ dummy: Dummy) -> Planned {
        var planned = Planned(cost: dummy.cost, charges: dummy.charges)
        for placement in dummy.placements {
            guard placement.story < stories.count else {
                planned.holes.append(placement.cells)
                continue
            }
            let (own, hole) = placement.parted(layout.prices.fillers)
            if let hole { planned.holes.append(hole) }
            let width = variants[placement.story].widths[own.cells.columns.count - 1]
            planned.placements.append(
                StoryPlacement(
                    story: stories[placement.story], cells: own.cells, variant: own.variant,
                    headline: width.headlines[own.variant.headline]))
        }
        planned.holes = GridRect.joined(planned.holes)
        return planned
    }

    /// The largest rectangle of the page that nothing holds.
    var largestFreeCells: GridRect? {
        let whole = GridRect(columns: 0..<layout.grid.columns, rows: 0..<layout.grid.rows)
        let free = FreeSpace(fixed: fixed, leastRows: layout.prices.page.leastStripRows).ways(in: whole).flatMap(\.self)
        func size(_ cells: GridRect) -> Int { cells.columns.count * cells.rows.count }
        return free.max { size($0) < size($1) }
    }

    /// The variants of a hole that stands under no story, such as one beside a masthead where no story is so low.
    private var freeHole: [WidthVariants] {
        Filler.variants(columns: layout.grid.columns, rows: layout.grid.rows, layout.prices.fillers)
    }

    /// - Parameters:
    ///   - ranks: those of the stories; a piece without one is a hole.
    ///   - others: cells that are taken as by furniture.
    private func planner(
        ranks: [Int], _ widths: [[WidthVariants]], besides others: [GridRect] = []
    ) -> PagePlanner {
        PagePlanner(
            ranks: ranks + Array(repeating: 0, count: widths.count - ranks.count), variants: widths,
            fixed: fixed + others, columns: layout.grid.columns, rows: layout.grid.rows, prices: layout.prices)
    }

    /// - Parameter spare: column-lines that a hole may take.
    private func loosened(spare: Int) -> [[WidthVariants]] {
        widths.map { widths in
            widths.enumerated().map {
                $1.loosened(columns: $0 + 1, spare: spare, rows: layout.grid.rows, layout.prices.fillers)
            }
        }
    }

    /// The dummy of placements of all stories, evaluated; nil when they are neither cut nor a pinwheel nor stepped.
    func dummy(_ placements: [Dummy.Placement]) -> Dummy? {
        DummyEvaluator(
            ranks: stories.map(\.rank), fixed: fixed, columns: layout.grid.columns, rows: layout.grid.rows,
            prices: layout.prices
        ).dummy(placements)
    }

    /// Whether the page is good enough to print: no cut from edge to edge, and hardly any white.
    func isGood(_ planned: Planned) -> Bool {
        planned.charges?[.cuts] == .zero && !isTooWhite(planned)
    }

    func isTooWhite(_ planned: Planned) -> Bool {
        let white = planned.placements.reduce(0) { $0 + $1.variant.white }
        let taken = fixed.reduce(0) { $0 + $1.columns.count * $1.rows.count }
        let lines = Double(layout.grid.columns * layout.grid.rows - taken)
        return Double(white) > lines * layout.prices.page.goodWhite
    }

    /// What the page costs with every set of its stories.
    ///
    /// - Parameter isOpen: whether the page may have holes where they do not fill it.
    func costs(isOpen: Bool) -> SubsetCosts {
        let ranks = stories.map(\.rank)
        guard isOpen else { return planner(ranks: ranks, widths).costs(stories: stories.count) }
        let loose = loosened(spare: room)
        // As a piece more the hole would be too many for the planner.
        let holes = stories.count < StoryGroups.mostGroups ? [freeHole] : []
        return planner(ranks: ranks, loose + holes).costs(stories: stories.count, hasHoles: true)
    }

    /// Column-lines that the stories take at least beyond the page's room; negative when the page has more. Every module
    /// has a white row under it, and so has the page.
    var excessLines: Int { excessLines(without: []) }

    /// The same without some of the stories.
    func excessLines(without others: [Int]) -> Int {
        stories.indices.reduce(-room) { others.contains($1) ? $0 : $0 + variants[$1].leastCells }
    }

    /// Column-lines of the page beside its furniture.
    var columnLines: Int {
        fixed.reduce(layout.grid.columns * layout.grid.rows) { $0 - $1.columns.count * $1.rows.count }
    }

    /// Column-lines that furniture leaves free, the white rows under stories included.
    var room: Int {
        fixed.reduce(layout.grid.columns * (layout.grid.rows + 1)) { room, cells in
            // The row under furniture at the page's foot is not on the page, but it is not free either.
            room - cells.columns.count * (cells.rows.count + 1)
        }
    }
}

extension GridRect {
    /// Rectangles side by side in the same rows as one.
    static func joined(_ rectangles: [GridRect]) -> [GridRect] {
        var joined: [GridRect] = []
        for next in rectangles.sorted(by: {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }) {
            if let last = joined.last, last.rows == next.rows, last.columns.upperBound == next.columns.lowerBound {
                joined[joined.count - 1].columns = last.columns.lowerBound..<next.columns.upperBound
            } else {
                joined.append(next)
            }
        }
        return joined
    }
}
