internal import Copy
internal import Layouts

/// The planner's input for an automatic page: the stories with their variants, and the cells that are taken.
struct PagePlanInput: Sendable {
    let layout: Layout
    private(set) var stories: [Story]
    /// The variants of each story.
    private(set) var variants: [StoryVariants]
    /// The cells of furniture and of stories that are placed already.
    let fixed: [GridRect]

    /// - Parameters:
    ///   - variants: the variants of each story.
    ///   - taken: the cells of stories that the planner does not place.
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
    /// The column-lines that each story takes in its cheapest variant.
    var cheapestCells: [Int] { variants.map(\.cheapestCells) }

    /// The same page with another story in the place of one of its stories.
    func replacing(_ index: Int, with story: Story, _ variants: StoryVariants) -> PagePlanInput {
        var input = self
        input.stories[index] = story
        input.variants[index] = variants
        return input
    }

    /// The plan of an automatic page: the places of its stories, and the cells that stay white.
    struct Planned: Sendable {
        var placements: [StoryPlacement] = []
        /// Cells that no story fills.
        var holes: [GridRect] = []
        var cost = Cost.zero
        /// The charges between the modules and those for fillers; nil when the page has no decomposition by cuts, as a
        /// pinwheel or at a stepped story.
        var charges: ItemisedCost?
    }

    /// A plan that fills the page to its last row with all stories; nil when no variants of theirs do that.
    ///
    /// - Parameters:
    ///   - depth: the depth of the search. It is small when the page is one of several to try.
    ///   - skipsCheapSearch: whether a search for a cheap plan has already failed.
    ///   - meter: the work that the search may do; of its own unless given.
    func filled(
        _ depth: SearchBudget.SearchDepth = .usual, skipsCheapSearch: Bool = false, _ meter: SearchMeter? = nil
    ) -> Planned? {
        guard excessLines <= 0 else { return nil }
        let meter = meter ?? SearchMeter(depth < .usual ? SearchMeter.trial : SearchMeter.plan)
        if depth >= .usual, let banded = banded(meter) { return banded }
        return plan(widths, depth, skipsCheapSearch: skipsCheapSearch, meter)
    }

    /// The plan with one of the stories across the page's foot; nil when the layout wants no foot band, or when no good
    /// page has one.
    private func banded(_ meter: SearchMeter) -> Planned? {
        guard layout.footBand != nil, stories.count > 1 else { return nil }
        let grid = layout.grid, widths = widths
        let wide = stories.indices.map { stories[$0].forms.contains(.footBand) ? widths[$0][grid.columns - 1] : nil }
        for band in FootBand.candidates(
            wide, fixed: fixed, columns: grid.columns, rows: grid.rows, layout.prices.footBand)
        {
            let others = stories.indices.filter { $0 != band.story }
            let planner = planner(
                ranks: others.map { stories[$0].rank }, others.map { widths[$0] }, besides: [band.cells], meter)
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

    /// A plan with all stories, and with holes if they do not fill the page; nil when the page has no room for them.
    func open(_ meter: SearchMeter = SearchMeter(SearchMeter.plan)) -> Planned? {
        // The white rows between stories take up less than this.
        guard -excessLines >= layout.prices.fillers.leastRowsOver * layout.grid.columns else { return nil }
        let spare = -excessLines
        let loose = loosened(spare: spare), hole = layout.prices.fillers.cost(columns: 1, rows: spare)
        return plan(loose, .endless, beyond: hole, meter) ?? plan(loose + [freeHole], .endless, beyond: hole, meter)
    }

    /// - Parameters:
    ///   - widths: the variants of each story, and of a hole if there is one.
    ///   - beyond, skipsCheapSearch: see `PagePlanner.plan`.
    private func plan(
        _ widths: [[WidthVariants]], _ depth: SearchBudget.SearchDepth, beyond: Cost = .zero,
        skipsCheapSearch: Bool = false, _ meter: SearchMeter
    ) -> Planned? {
        let ranks = stories.map(\.rank)
        if let dummy = planner(ranks: ranks, widths, meter)
            .plan(depth, beyond: beyond, skipsCheapSearch: skipsCheapSearch)
        {
            return planned(dummy)
        }
        // A page that is to be printed has a plan, if not the best one.
        guard meter.isSpent, depth >= .usual else { return nil }
        return planner(ranks: ranks, widths, grouped: .coarse, SearchMeter(SearchMeter.lastResort))
            .plan(.lastResort).map(planned)
    }

    /// The plan of a dummy of the page's stories.
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

    /// The largest rectangle of the page that is free.
    var largestFreeCells: GridRect? {
        let whole = GridRect(columns: 0..<layout.grid.columns, rows: 0..<layout.grid.rows)
        let free = FreeSpace(fixed: fixed, leastRows: layout.prices.page.leastStripRows).ways(in: whole).flatMap(\.self)
        func size(_ cells: GridRect) -> Int { cells.columns.count * cells.rows.count }
        return free.max { size($0) < size($1) }
    }

    /// The variants of a hole that is not under a story, such as one beside a masthead where every story is too high.
    private var freeHole: [WidthVariants] {
        Filler.variants(columns: layout.grid.columns, rows: layout.grid.rows, layout.prices.fillers)
    }

    /// - Parameters:
    ///   - ranks: the ranks of the stories. A piece without a rank is a hole.
    ///   - others: cells that are taken as if by furniture.
    ///   - groups: how coarse the groups are in which many stories are planned.
    private func planner(
        ranks: [Int], _ widths: [[WidthVariants]], besides others: [GridRect] = [],
        grouped groups: StoryGroups.Size = .usual, _ meter: SearchMeter
    ) -> PagePlanner {
        PagePlanner(
            ranks: ranks + Array(repeating: 0, count: widths.count - ranks.count), variants: widths,
            fixed: fixed + others, columns: layout.grid.columns, rows: layout.grid.rows, prices: layout.prices,
            grouped: groups, meter)
    }

    /// - Parameter spare: the column-lines that a hole may take.
    private func loosened(spare: Int) -> [[WidthVariants]] {
        widths.map { widths in
            widths.enumerated().map {
                $1.loosened(columns: $0 + 1, spare: spare, rows: layout.grid.rows, layout.prices.fillers)
            }
        }
    }

    /// The evaluated dummy of placements of all stories; nil when the page has no decomposition by cuts, as a pinwheel
    /// or at a stepped story.
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

    /// The cost of the page with every set of its stories, which are about ten at the most.
    ///
    /// - Parameters:
    ///   - isOpen: whether the page may have holes when the stories do not fill it.
    ///   - meter: the work that the costs may take. When it is spent, sets cost what they cost with cuts.
    func costs(isOpen: Bool, _ meter: SearchMeter) -> SubsetCosts {
        let ranks = stories.map(\.rank)
        guard isOpen else {
            return planner(ranks: ranks, widths, grouped: .single, meter).costs(stories: stories.count)
        }
        let loose = loosened(spare: room)
        // With the hole as another piece, the planner would have too many of them.
        let holes = stories.count < StoryGroups.Size.usual.mostGroups ? [freeHole] : []
        return planner(ranks: ranks, loose + holes, grouped: .single, meter).costs(
            stories: stories.count, hasHoles: true)
    }

    /// The column-lines by which the stories, in their smallest forms, exceed the page's room; negative when the page
    /// has more. Every module has a white row under it, and so has the page.
    var excessLines: Int { excessLines(without: []) }

    /// The same excess without some of the stories.
    func excessLines(without others: [Int]) -> Int {
        stories.indices.reduce(-room) { others.contains($1) ? $0 : $0 + variants[$1].leastCells }
    }

    /// The column-lines of the page beside its furniture.
    var columnLines: Int {
        fixed.reduce(layout.grid.columns * layout.grid.rows) { $0 - $1.columns.count * $1.rows.count }
    }

    /// The column-lines that furniture leaves free, the white rows under stories included.
    var room: Int {
        fixed.reduce(layout.grid.columns * (layout.grid.rows + 1)) { room, cells in
            // The row under furniture at the page's foot is outside the page, but it is not free either.
            room - cells.columns.count * (cells.rows.count + 1)
        }
    }
}

extension GridRect {
    /// Joins rectangles that are side by side in the same rows.
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
