internal import Layouts

/// The planner's input for a page: its stories with all their variants, and the furniture that is pinned to a corner.
///
/// The initializer computes the least cost and the least size of every set of these pieces. Stories come before
/// furniture in the list of pieces.
final class PlanProblem: Sendable {
    /// The prices of the pieces' positions relative to each other.
    let pricing: PagePricing
    let steps: Prices.Steps
    let limits: PartLimits
    /// Headline ranks, 0 for furniture and fillers.
    let ranks: [Int]
    /// The variants of each piece in 1, 2 … columns. Furniture has one variant, of its own size.
    let variants: [[WidthVariants]]
    /// The edges of the page that each piece must touch; none for stories.
    let pins: [Edges]
    /// The number of stories among the pieces.
    let stories: Int
    /// The number of rows that white between modules may add to a set's own cells, in any width.
    let slack: Int
    /// The number of columns on the page.
    private let columns: Int
    // One value for each set of pieces:
    private let least: [Int]
    private let most: [Int]
    private let best: [Int]
    private let depths: [Cost]
    private let costs: [Cost]
    private let underFurniture: [Cost]
    /// The least extra cost of a stepped story in each set, over the story's cheapest form: for each number of columns
    /// of its headline, and for any number.
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

        /// Whether a rectangle that touches these edges is in a corner or fills a whole edge.
        var isCorner: Bool { !isDisjoint(with: [.top, .bottom]) && !isDisjoint(with: [.left, .right]) }
    }

    /// - Parameters:
    ///   - ranks, variants: the ranks and the variants of the stories.
    ///   - fixed: occupied rectangles in the corners of the page.
    ///   - columns, rows: the size of the page.
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
            // The set consists of one piece and a smaller set. The loop visits the smaller set first.
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

    /// The number of pieces.
    var count: Int { ranks.count }
    var all: StorySet { .first(count) }
    var allStories: StorySet { .first(stories) }

    /// The number of stories in a set.
    func stories(in set: StorySet) -> Int { set.intersection(allStories).count }

    /// The pieces that must touch an edge.
    func pinned(to edge: Edges) -> StorySet { pinned.first { $0.edge == edge }!.set }

    /// The pieces that are pinned to each corner of a pinwheel, in this order: flat part at the head, tall part beside
    /// it, flat part at the foot, tall part beside that. Nil if a piece is pinned to both corners of the head or of the
    /// foot.
    func pinned(flatIsLeft: Bool) -> [StorySet]? {
        let near = pinned(to: flatIsLeft ? .left : .right), far = pinned(to: flatIsLeft ? .right : .left)
        let top = pinned(to: .top), foot = pinned(to: .bottom)
        guard near.intersection(far).isDisjoint(with: top.union(foot)) else { return nil }
        return [top.intersection(near), top.intersection(far), foot.intersection(far), foot.intersection(near)]
    }

    /// The least and the greatest number of cells (columns × rows) that a set can occupy, without white between its
    /// pieces.
    func leastCells(_ set: StorySet) -> Int { least[set.index] }
    func mostCells(_ set: StorySet) -> Int { most[set.index] }

    /// Whether a set can fill a given number of cells, however they are divided into parts. Each piece may have one row
    /// of white below it.
    func mayFill(_ cells: Int, _ set: StorySet) -> Bool {
        least[set.index] <= cells && cells <= most[set.index] + set.count * columns
    }

    func isFurniture(_ set: StorySet) -> Bool { best[set.index] == PagePricing.unranked }

    /// The highest rank (the lowest number) in a set; `PagePricing.unranked` for furniture.
    func bestRank(_ set: StorySet) -> Int { best[set.index] }

    /// The cost of moving a set one row down the page.
    func depthOfRow(_ set: StorySet) -> Cost { depths[set.index] }

    /// The cost of the lead's depth directly below the page's masthead; zero if the set does not contain the lead.
    func underFurniture(_ set: StorySet) -> Cost { underFurniture[set.index] }

    /// The sum of the least costs of a set's pieces.
    func leastCost(_ set: StorySet) -> Cost { costs[set.index] }

    /// The least extra cost of stepping one story of a set; unreachable if none of them can be stepped.
    func leastStepped(_ set: StorySet) -> Cost { stepped[set.index] }

    /// The least extra cost of stepping one story of a set under a headline of a given number of columns.
    func leastStepped(_ set: StorySet, columns: Int) -> Cost { steppedByColumns[columns - 1][set.index] }

    /// The least extra cost of stepping a story, over its cheapest form, for each number of cells. The headline has a
    /// given number of columns. The cost is unreachable if the story's lines do not fill the legs.
    func leastStepped(_ story: Int, columns: Int, cells: Range<Int>) -> [Cost] {
        guard let stepped = variants[story][columns - 1].stepped else { return cells.map { _ in .unreachable } }
        return cells.map { stepped.leastCost(cells: $0) - costs[StorySet(story).index] }
    }
}
