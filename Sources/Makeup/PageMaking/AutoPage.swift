internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// A page that makes itself: its stories set and weighed in every form, ready to be planned.
struct AutoPage {
    let layout: Layout
    let stories: [Story]
    private let maker: ModuleMaker
    private let clock: PhaseClock
    /// Each story's variants in 1, 2 … columns.
    let shelves: [[VariantShelf]]
    /// What furniture and stories placed by hand take.
    let fixed: [GridRect]

    /// - Parameter taken: cells that stories placed by hand stand in.
    init(layout: Layout, setter: Typesetter, stories: [Story], taken: [GridRect] = [], clock: PhaseClock = PhaseClock())
    {
        self.layout = layout
        self.stories = stories
        let grid = layout.grid
        let maker = ModuleMaker(layout: layout, setter: setter)
        self.maker = maker
        self.clock = clock
        shelves = clock.time("variants") {
            stories.map { maker.variants.shelves(for: $0, columns: grid.columns, rows: grid.rows) }
        }
        fixed = layout.fixedCells + taken
    }

    /// The page planned with some of its stories.
    struct Planned {
        var modules: [Module]
        /// What is left white because nothing fills it.
        var holes: [GridRect]
        var cost: Double
    }

    /// Plans the page with all its stories, filled to the last row; where that cannot be, fillers close it. Nil when the
    /// page has no room for them.
    func plan() -> Planned? {
        let all = Array(stories.indices)
        guard excessLines(all) <= 0 else { return nil }
        return plan(all, fillers: 0) ?? plan(all, fillers: 1) ?? plan(all, fillers: 2)
    }

    private func plan(_ chosen: [Int], fillers: Int) -> Planned? {
        clock.time("planning") { planner(chosen, fillers: fillers).plan() }.map { built($0, chosen) }
    }

    /// The page as a dummy of some of its stories has it.
    func built(_ dummy: Dummy, _ chosen: [Int]) -> Planned {
        clock.time("building") { modules(of: dummy, chosen) }
    }

    private func modules(of dummy: Dummy, _ chosen: [Int]) -> Planned {
        var planned = Planned(modules: [], holes: [], cost: dummy.cost)
        for placement in dummy.placements {
            guard placement.story < chosen.count else {
                planned.holes.append(placement.cells)
                continue
            }
            let story = chosen[placement.story]
            let shelf = shelves[story][placement.cells.columns.count - 1]
            planned.modules.append(
                maker.module(
                    stories[story], at: placement.cells, as: placement.variant,
                    headline: shelf.headlines[placement.variant.headline]))
        }
        return planned
    }

    private func planner(_ chosen: [Int], fillers: Int) -> PagePlanner {
        let filler = Filler.shelves(columns: layout.grid.columns, rows: layout.grid.rows)
        return PagePlanner(
            ranks: chosen.map { stories[$0].rank } + Array(repeating: 0, count: fillers),
            shelves: chosen.map { shelves[$0] } + Array(repeating: filler, count: fillers), fixed: fixed,
            columns: layout.grid.columns, rows: layout.grid.rows)
    }

    /// What a dummy of all stories costs, weighed afterwards; nil when it is made neither by cuts nor as a pinwheel.
    func cost(of placements: [Dummy.Placement]) -> Double? {
        charges(of: placements).map { placements.reduce($0.sum) { $0 + $1.variant.cost } }
    }

    func cost(of planned: Planned) -> Double? { cost(of: placements(of: planned)) }

    private func charges(of placements: [Dummy.Placement]) -> DummyCharges? {
        DummyWeigher(ranks: stories.map(\.rank), fixed: fixed, columns: layout.grid.columns, rows: layout.grid.rows)
            .charges(placements)
    }

    private func placements(of planned: Planned) -> [Dummy.Placement] {
        planned.modules.compactMap { module in
            stories.firstIndex { $0.article.id == module.story.article.id }
                .map { Dummy.Placement(story: $0, cells: module.cells, variant: module.variant) }
        }
    }

    /// How good the page is when it makes itself.
    struct Grade {
        var cost: Double
        /// Filled, with no cut from edge to edge, and with hardly any white.
        var isGood: Bool
    }

    /// White lines that a good page may have, of all its column-lines.
    private static let goodWhite = 0.015

    var grade: Grade {
        guard let planned = plan() else { return Grade(cost: .infinity, isGood: false) }
        let white = planned.modules.reduce(0) { $0 + $1.variant.white }
        let taken = fixed.reduce(0) { $0 + $1.columns.count * $1.rows.count }
        let lines = Double(layout.grid.columns * layout.grid.rows - taken)
        return Grade(
            cost: planned.cost,
            isGood: planned.holes.isEmpty && charges(of: placements(of: planned))?.cuts == 0
                && Double(white) <= lines * Self.goodWhite)
    }

    /// For every set of stories what the page costs with them, with fillers where it needs them; infinite where no page
    /// holds them.
    func costs(fillers: Int) -> [Double] {
        let all = Array(stories.indices)
        return planner(all, fillers: fillers).costs(stories: all.count)
    }

    /// Lines that some of the stories take at least beyond the page's room, negative when it has more.
    func excessLines(_ chosen: [Int]) -> Int {
        let needed = chosen.reduce(0) { sum, story in
            sum + (shelves[story].flatMap { $0.variants.values.map { $0.rows * $0.columns } }.min() ?? 0)
        }
        let taken = fixed.reduce(0) { $0 + $1.columns.count * $1.rows.count }
        return needed + taken - layout.grid.columns * layout.grid.rows
    }
}
