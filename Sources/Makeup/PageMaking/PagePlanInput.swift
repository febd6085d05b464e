internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// A page that makes itself: its stories set and weighed in every form, ready to be planned.
struct PagePlanInput {
    let layout: Layout
    private(set) var stories: [Story]
    private let maker: ModuleBuilder
    private let clock: PhaseClock
    /// Each story's variants in 1, 2 … columns.
    private(set) var shelves: [[WidthVariants]]
    /// What furniture and stories placed by hand take.
    let fixed: [GridRect]
    /// The fewest column-lines that each story takes, with the white row under it, and those of its cheapest form.
    private(set) var leastCells: [Int]
    private(set) var cheapestCells: [Int]

    /// - Parameters:
    ///   - taken: cells that stories placed by hand stand in.
    ///   - store: shelves that are known.
    init(
        layout: Layout, typesetter: Typesetter, stories: [Story], taken: [GridRect] = [],
        store: SettingCache = SettingCache(), clock: PhaseClock = PhaseClock()
    ) {
        self.layout = layout
        self.stories = stories
        let maker = ModuleBuilder(layout: layout, typesetter: typesetter)
        self.maker = maker
        self.clock = clock
        let weighed = clock.time("variants") { store.weighed(stories) { maker.variants.variants(for: $0, $1) } }
        shelves = weighed.map(\.shelves)
        leastCells = weighed.map(\.leastCells)
        cheapestCells = weighed.map(\.cheapestCells)
        fixed = layout.fixedCells + taken
    }

    /// The page with another text in the place of one of its stories.
    func replacing(_ story: Int, with article: Article) -> PagePlanInput {
        var page = self
        let typesetter = maker.variants.bodies(measure: layout.grid.measure)
        page.stories[story].article = article
        page.stories[story].body = typesetter.body(of: article)
        let weighed = StoryVariants(maker.variants.variants(for: page.stories[story]))
        page.shelves[story] = weighed.shelves
        (page.leastCells[story], page.cheapestCells[story]) = (weighed.leastCells, weighed.cheapestCells)
        return page
    }

    /// The page planned with some of its stories.
    struct Planned {
        var modules: [Module]
        /// What is left white because nothing fills it.
        var holes: [GridRect]
        var cost: Cost
        /// For how the modules stand to each other, and for fillers; nil when the page cannot be taken apart.
        var charges: ItemisedCost?
    }

    /// The page with some of its stories, filled to the last row; nil where none of their forms do that.
    ///
    /// - Parameters:
    ///   - patience: how long to look for it; not long where it is one of several to try.
    ///   - skipsCheapSearch: whether a cheap one was looked for already, and not found.
    func filled(
        _ chosen: [Int], _ patience: SearchBudget.SearchDepth = .usual, skipsCheapSearch: Bool = false
    ) -> Planned? {
        guard excessLines(chosen) <= 0 else { return nil }
        if patience >= .usual, let banded = banded(chosen) { return banded }
        return plan(chosen, shelves: chosen.map { shelves[$0] }, patience, skipsCheapSearch: skipsCheapSearch)
    }

    /// The page with one of its stories across its foot; nil where the layout wants none, or no good page has one.
    private func banded(_ chosen: [Int]) -> Planned? {
        guard layout.footBand != nil, chosen.count > 1 else { return nil }
        let grid = layout.grid
        let wide = chosen.map { stories[$0].forms.contains(.footBand) ? shelves[$0][grid.columns - 1] : nil }
        for band in FootBand.candidates(
            wide, fixed: fixed, columns: grid.columns, rows: grid.rows, layout.prices.footBand)
        {
            let others = chosen.indices.filter { $0 != band.story }
            let planner = planner(others.map { chosen[$0] }, others.map { shelves[chosen[$0]] }, besides: [band.cells])
            guard let rest = clock.time("planning", { planner.plan(.trial) }) else { continue }
            let own = Dummy.Placement(story: band.story, cells: band.cells, variant: band.variant)
            let placements = rest.placements.map {
                Dummy.Placement(story: others[$0.story], cells: $0.cells, variant: $0.variant)
            }
            let dummy = Dummy(
                placements: placements + [own], cost: rest.cost + band.variant.cost, charges: rest.charges)
            let page = built(dummy, chosen)
            if isGood(page) { return page }
        }
        return nil
    }

    /// The page with some of its stories, and holes where they do not fill it; nil when it has no room for them.
    func open(_ chosen: [Int]) -> Planned? {
        // Where so little is over, white rows between stories take it.
        guard -excessLines(chosen) >= layout.prices.fillers.leastRowsOver * layout.grid.columns else { return nil }
        let spare = -excessLines(chosen)
        let loose = loosened(chosen, spare: spare), hole = layout.prices.fillers.cost(columns: 1, rows: spare)
        return plan(chosen, shelves: loose, .endless, beyond: hole)
            ?? plan(chosen, shelves: loose + [freeHole], .endless, beyond: hole)
    }

    /// - Parameters:
    ///   - beyond, skipsCheapSearch: see `PagePlanner.plan`.
    private func plan(
        _ chosen: [Int], shelves: [[WidthVariants]], _ patience: SearchBudget.SearchDepth, beyond: Cost = .zero,
        skipsCheapSearch: Bool = false
    ) -> Planned? {
        clock.time("planning") {
            planner(chosen, shelves).plan(patience, beyond: beyond, skipsCheapSearch: skipsCheapSearch)
        }
        .map { built($0, chosen) }
    }

    /// The page as a dummy of some of its stories has it.
    func built(_ dummy: Dummy, _ chosen: [Int]) -> Planned {
        clock.time("building") { modules(of: dummy, chosen) }
    }

    private func modules(of dummy: Dummy, _ chosen: [Int]) -> Planned {
        var planned = Planned(modules: [], holes: [], cost: dummy.cost, charges: dummy.charges)
        for placement in dummy.placements {
            guard placement.story < chosen.count else {
                planned.holes.append(placement.cells)
                continue
            }
            let story = chosen[placement.story]
            let (own, hole) = placement.parted(layout.prices.fillers)
            if let hole { planned.holes.append(hole) }
            let shelf = shelves[story][own.cells.columns.count - 1]
            planned.modules.append(
                maker.module(
                    stories[story], at: own.cells, as: own.variant, headline: shelf.headlines[own.variant.headline]))
        }
        planned.holes = GridRect.joined(planned.holes)
        return planned
    }

    /// The story cut off at the foot of the page's largest free rectangle, for a proof.
    func oversetModule(of story: Int) -> Module? {
        let whole = GridRect(columns: 0..<layout.grid.columns, rows: 0..<layout.grid.rows)
        let free = FreeSpace(fixed: fixed, leastRows: layout.prices.page.leastStripRows).ways(in: whole).flatMap(\.self)
        func size(_ cells: GridRect) -> Int { cells.columns.count * cells.rows.count }
        return free.max { size($0) < size($1) }.flatMap {
            maker.module(stories[story], rank: nil, filling: $0, photo: nil)
        }
    }

    /// A hole under no story: what stands beside a masthead, where no story is so low.
    private var freeHole: [WidthVariants] {
        Filler.variants(columns: layout.grid.columns, rows: layout.grid.rows, layout.prices.fillers)
    }

    /// - Parameter others: what is taken as by furniture.
    private func planner(
        _ chosen: [Int], _ shelves: [[WidthVariants]], besides others: [GridRect] = []
    ) -> PagePlanner {
        let holes = shelves.count - chosen.count
        return PagePlanner(
            ranks: chosen.map { stories[$0].rank } + Array(repeating: 0, count: holes), variants: shelves,
            fixed: fixed + others, columns: layout.grid.columns, rows: layout.grid.rows, prices: layout.prices)
    }

    /// - Parameter spare: column-lines that a hole may take.
    private func loosened(_ chosen: [Int], spare: Int) -> [[WidthVariants]] {
        chosen.map { story in
            shelves[story].enumerated().map {
                $1.loosened(columns: $0 + 1, spare: spare, rows: layout.grid.rows, layout.prices.fillers)
            }
        }
    }

    /// A dummy of all stories, evaluated; nil when it is neither made by cuts nor a pinwheel nor stepped.
    func dummy(_ placements: [Dummy.Placement]) -> Dummy? {
        DummyEvaluator(
            ranks: stories.map(\.rank), fixed: fixed, columns: layout.grid.columns, rows: layout.grid.rows,
            prices: layout.prices
        ).dummy(placements)
    }

    /// Whether nobody would send the page back: no cut from edge to edge, and hardly any white.
    func isGood(_ planned: Planned) -> Bool {
        planned.charges?[.cuts] == .zero && !isTooWhite(planned)
    }

    func isTooWhite(_ planned: Planned) -> Bool {
        let white = planned.modules.reduce(0) { $0 + $1.variant.white }
        let taken = fixed.reduce(0) { $0 + $1.columns.count * $1.rows.count }
        let lines = Double(layout.grid.columns * layout.grid.rows - taken)
        return Double(white) > lines * layout.prices.page.goodWhite
    }

    /// What the page costs with every set of its stories.
    ///
    /// - Parameter isOpen: whether the page may have holes where they do not fill it.
    func costs(isOpen: Bool) -> SubsetCosts {
        let all = Array(stories.indices)
        guard isOpen else { return planner(all, shelves).costs(stories: all.count) }
        let loose = loosened(all, spare: room)
        // As a piece more the hole would be too many for the planner.
        let holes = all.count < StoryGroups.mostGroups ? [freeHole] : []
        return planner(all, loose + holes).costs(stories: all.count, hasHoles: true)
    }

    /// Column-lines that some of the stories take at least beyond the page's room, negative when it has more. Every
    /// module has a white row under it, and so has the page.
    func excessLines(_ chosen: [Int]) -> Int { chosen.reduce(-room) { $0 + leastCells[$1] } }

    /// Column-lines that the page has beside its furniture.
    var columnLines: Int {
        fixed.reduce(layout.grid.columns * layout.grid.rows) { $0 - $1.columns.count * $1.rows.count }
    }

    /// Column-lines that furniture leaves free, with the white rows under stories.
    var room: Int {
        fixed.reduce(layout.grid.columns * (layout.grid.rows + 1)) { room, cells in
            // The row under what stands at the page's foot is not on the page, but nor is it free.
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
