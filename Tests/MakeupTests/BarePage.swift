import Layouts
import Pages

@testable import Makeup

/// A page of invented stories that have cells and costs but no type.
struct BarePage {
    var ranks: [Int]
    var widthVariants: [[WidthVariants]]
    var fixed: [GridRect] = []
    var columns: Int
    var rows: Int
    var prices = Prices()

    /// A planner that may do any work.
    var planner: PagePlanner { planner(SearchMeter(.max)) }

    func planner(_ meter: SearchMeter, grouped size: StoryGroups.Size = .usual) -> PagePlanner {
        PagePlanner(
            ranks: ranks, variants: widthVariants, fixed: fixed, columns: columns, rows: rows, prices: prices,
            grouped: size, meter)
    }

    var evaluator: DummyEvaluator {
        DummyEvaluator(ranks: ranks, fixed: fixed, columns: columns, rows: rows, prices: prices)
    }

    /// The charges between the modules of a dummy, by their terms.
    func charges(_ placements: [Dummy.Placement]) -> ItemisedCost? {
        evaluator.charges(between: placements, as: ItemisedCost.self)
    }

    /// A story with the given variants (columns, rows, cost).
    static func story(_ variants: [(columns: Int, rows: Int, cost: Cost)], columns: Int) -> [WidthVariants] {
        (1...columns).map { width in
            var widthVariants = WidthVariants(headlines: [])
            for variant in variants where variant.columns == width {
                widthVariants.variants.insert(self.variant(width, variant.rows, variant.cost))
            }
            return widthVariants
        }
    }

    static func variant(_ columns: Int, _ rows: Int, _ cost: Cost) -> Variant {
        Variant(
            columns: columns, rows: rows, headline: 0, length: 0, photo: nil, bodyRows: rows, spareRows: 0, white: 0,
            cost: cost)
    }

    /// Stepped variants at the default prices. The ends of their legs cost nothing.
    static func steppedVariants(_ variants: [Variant]) -> SteppedVariants {
        // Their headlines have no width, so any grid will do.
        let grid = Grid(
            origin: Point(x: .zero, y: .zero), columns: 4, measure: 12, bodySize: .pt(9), gutter: .pt(13),
            leading: .pt(13), rows: 52)
        return SteppedVariants(variants, ModulePricing(grid: grid, prices: Prices()))
    }

    /// Stories that about fill a page, each in a few heights in every width.
    static func random(
        stories: Int, columns: Int, rows: Int, fixed: [GridRect] = [], heights: Int = 3, _ chance: inout SeededRandom
    ) -> BarePage {
        let shares = (0..<stories).map { _ in 1 + 3 * chance.share() }
        let taken = fixed.reduce(0) { $0 + ($1.rows.count + 1) * $1.columns.count }
        let room = Double(columns * (rows + 1) - taken)
        let sum = shares.reduce(0, +)
        let widthVariants = shares.map { share in
            (1...columns).map { width in
                let ideal = room * share / sum / Double(width) - 1
                var widthVariants = WidthVariants(headlines: [])
                for step in 0..<heights {
                    let height = max(2, Int(ideal.rounded()) + step - heights / 2)
                    widthVariants.variants.insert(variant(width, height, Cost((6 * chance.share()).rounded())))
                }
                if width > 1 { widthVariants.stepped = steppedVariants(widthVariants.variants.values) }
                return widthVariants
            }
        }
        let ranks = (0..<stories).map { $0 == 0 ? 1 : 2 + chance.number(below: 3) }
        return BarePage(ranks: ranks, widthVariants: widthVariants, fixed: fixed, columns: columns, rows: rows)
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(seed) }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
    mutating func pick<Element>(_ from: [Element]) -> Element { from[number(below: from.count)] }
}
