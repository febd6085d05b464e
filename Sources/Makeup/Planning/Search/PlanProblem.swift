internal import Layouts

/// What the planner places on a page: its stories in all their variants, and the furniture that is pinned to a corner.
///
/// What each set of these pieces costs and needs at least is computed once, for all sets. The stories come first among
/// the pieces.
final class PlanProblem: Sendable {
    /// The charges for how the pieces stand to each other.
    let pricing: PagePricing
    let steps: Prices.Steps
    let limits: PartLimits
    /// Headline ranks, 0 for furniture and fillers.
    let ranks: [Int]
    /// For each piece its variants in 1, 2 … columns; furniture has one, as large as it is.
    let variants: [[WidthVariants]]
    /// The page's edges that each piece has to touch; none for stories.
    let pins: [Edges]
    /// How many of the pieces are stories.
    let stories: Int
    /// Rows that white between modules may add to a set's own cells in any width.
    let slack: Int
    /// The page's.
    private let columns: Int
    // For every set of pieces:
    private let least: [Int]
    private let most: [Int]
    private let best: [Int]
    private let depths: [Cost]
    private let costs: [Cost]
    private let underFurniture: [Cost]
    /// What the cheapest stepped story of a set costs more than its cheapest form: with a headline of each number of
    /// columns, and with any.
    private let steppedByColumns: [[Cost]]
    private let stepped: [Cost]
    private let pinned: [(edge: Edges, set: StorySet)]

    struct Edges: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let top = Edges(rawValue: 1)
        static let bottom = Edges(rawValue: 2)
        static let left = Edges(rawValue: 4)
        static let right = Edges(rawValue: 8)

        /// The edges of a page that a rectangle touches.
        init(of cells: GridRect, columns: Int, rows: Int) {
            self = []
            if cells.rows.lowerBound == 0 { insert(.top) }
            if cells.rows.upperBound == rows { insert(.bottom) }
            if cells.columns.lowerBound == 0 { insert(.left) }
            if cells.columns.upperBound == columns { insert(.right) }
        }

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Whether a rectangle that touches these edges stands in a corner, or fills a whole edge.
        var isCorner: Bool { !isDisjoint(with: [.top, .bottom]) && !isDisjoint(with: [.left, .right]) }
    }

    /// - Parameters:
    ///   - ranks, variants: of the stories.
    ///   - fixed: rectangles in the page's corners that are taken.
    ///   - columns, rows: the page's.
    init(
        ranks: [Int], variants: [[WidthVariants]], fixed: [GridRect], columns: Int, rows: Int, prices: Prices
    ) {
        let pricing = PagePricing(prices.page, columns: columns, rows: rows, stories: ranks.count)
        self.pricing = pricing
        steps = prices.steps
        limits = PartLimits(prices)
        stories = ranks.count
        self.ranks = ranks + fixed.map { _ in 0 }
        self.variants = variants + fixed.map { Self.variants(of: $0, columns: columns) }
        let pins = ranks.map { _ in Edges([]) } + fixed.map { Edges(of: $0, columns: columns, rows: rows) }
        self.pins = pins
        slack = ranks.count + 2
        self.columns = columns
        let extents = self.variants.map { $0.compactMap(\.variants.extent) }
        let fewest = extents.map { $0.map(\.cells.lowerBound).min() ?? 0 }
        let largest = extents.map { $0.map(\.cells.upperBound).max() ?? 0 }
        let leastStepped = self.variants.map { $0.map { $0.stepped?.leastCost ?? .unreachable } }
        let leastSteppedOfAll = leastStepped.map { $0.min() ?? .unreachable }
        let cheapest = zip(extents, leastSteppedOfAll).map { extents, stepped in
            let least = min(extents.map(\.cost).min() ?? .unreachable, stepped)
            return least.isReachable ? least : .zero
        }
        var least = [0], most = [0], best = [PagePricing.unranked], depths = [Cost.zero], costs = [Cost.zero],
            underFurniture = [Cost.zero], stepped = [Cost.unreachable],
            steppedByColumns = Array(repeating: [Cost.unreachable], count: columns)
        let head = fixed.filter { $0.rows.lowerBound == 0 }.map { $0.rows.count + 1 }.max() ?? 0
        let lead = ranks.filter { $0 > 0 }.min()
        for set in StorySet.first(self.ranks.count).subsets where !set.isEmpty {
            // A set is one piece more than a smaller set, which comes before it.
            let piece = set.first, rest = set.subtracting(StorySet(piece)).index
            least.append(least[rest] + fewest[piece])
            most.append(most[rest] + largest[piece])
            let rank = self.ranks[piece]
            best.append(min(best[rest], rank > 0 ? rank : PagePricing.unranked))
            let depth = pricing.depthOfRow(rank: rank, place: piece)
            depths.append(depths[rest] + depth)
            costs.append(costs[rest] + cheapest[piece])
            stepped.append(min(stepped[rest], leastSteppedOfAll[piece] - cheapest[piece]))
            for width in steppedByColumns.indices {
                let own = leastStepped[piece][width] - cheapest[piece]
                steppedByColumns[width].append(min(steppedByColumns[width][rest], own))
            }
            let isLead = rank > 0 && rank == lead
            underFurniture.append(max(underFurniture[rest], isLead ? depth * head : .zero))
        }
        (self.least, self.most, self.best, self.depths, self.costs) = (least, most, best, depths, costs)
        (self.underFurniture, self.stepped, self.steppedByColumns) = (underFurniture, stepped, steppedByColumns)
        pinned = [Edges.top, .bottom, .left, .right].map { Self.pinned(pins, to: $0) }
    }

    private static func pinned(_ pins: [Edges], to edge: Edges) -> (Edges, StorySet) {
        (edge, pins.indices.reduce(.empty) { pins[$1].contains(edge) ? $0.union(StorySet($1)) : $0 })
    }

    private static func variants(of cells: GridRect, columns: Int) -> [WidthVariants] {
        (1...columns).map { width in
            guard width == cells.columns.count else { return WidthVariants(headlines: []) }
            let variant = Variant(
                columns: width, rows: cells.rows.count, headline: 0, length: 0, photo: nil, bodyRows: 0, spareRows: 0,
                white: 0, cost: .zero)
            return WidthVariants(headlines: [], variants: VariantsByRows([variant]))
        }
    }

    /// How many pieces there are.
    var count: Int { ranks.count }
    var all: StorySet { .first(count) }
    var allStories: StorySet { .first(stories) }

    /// How many stories are in a set.
    func stories(in set: StorySet) -> Int { set.intersection(allStories).count }

    /// The pieces that have to touch an edge.
    func pinned(to edge: Edges) -> StorySet { pinned.first { $0.edge == edge }!.set }

    /// The pieces that are pinned to the corners of a pinwheel: to the flat part at the head, the tall one beside it, the
    /// flat part at the foot and the tall one beside that. Nil when a piece is pinned to two of them.
    func pinned(flatIsLeft: Bool) -> [StorySet]? {
        let near = pinned(to: flatIsLeft ? .left : .right), far = pinned(to: flatIsLeft ? .right : .left)
        let top = pinned(to: .top), foot = pinned(to: .bottom)
        guard near.intersection(far).isDisjoint(with: top.union(foot)) else { return nil }
        return [top.intersection(near), top.intersection(far), foot.intersection(far), foot.intersection(near)]
    }

    /// The fewest and the most cells (columns × rows) that a set can take, without white between its pieces.
    func leastCells(_ set: StorySet) -> Int { least[set.index] }
    func mostCells(_ set: StorySet) -> Int { most[set.index] }

    /// Whether a set may take so many cells, in whatever parts: each piece may have a white row under it.
    func mayFill(_ cells: Int, _ set: StorySet) -> Bool {
        least[set.index] <= cells && cells <= most[set.index] + set.count * columns
    }

    func isFurniture(_ set: StorySet) -> Bool { best[set.index] == PagePricing.unranked }

    /// The highest rank (the lowest number) in a set; `PagePricing.unranked` for furniture.
    func bestRank(_ set: StorySet) -> Int { best[set.index] }

    /// What it costs that the set stands a row further down the page.
    func depthOfRow(_ set: StorySet) -> Cost { depths[set.index] }

    /// What the lead costs for its depth, if it is in the set, when it stands right under the page's masthead.
    func underFurniture(_ set: StorySet) -> Cost { underFurniture[set.index] }

    /// What a set costs at the very least.
    func leastCost(_ set: StorySet) -> Cost { costs[set.index] }

    /// What it costs at least that one story of a set is stepped; unreachable when none can be.
    func leastStepped(_ set: StorySet) -> Cost { stepped[set.index] }

    /// The same with a headline of so many columns.
    func leastStepped(_ set: StorySet, columns: Int) -> Cost { steppedByColumns[columns - 1][set.index] }

    /// For each number of cells what a stepped story costs at least, under a headline of so many columns, beyond its
    /// cheapest form; unreachable where its lines do not fill the legs.
    func leastStepped(_ story: Int, columns: Int, cells: Range<Int>) -> [Cost] {
        guard let stepped = variants[story][columns - 1].stepped else { return cells.map { _ in .unreachable } }
        return cells.map { stepped.leastCost(cells: $0) - costs[StorySet(story).index] }
    }
}
