import Glibc
import Layouts
import Pages

@testable import Makeup

/// The time to plan a page, by its number of stories:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark planning
///
/// The page is the front page of a broadsheet, with six columns and a masthead. Its stories are only cells and costs,
/// with about as many forms each as typeset stories have.
enum PlanningBenchmark {
    private static let columns = 6
    private static let rows = 106
    /// The time in which a page of twelve stories should be planned, in seconds.
    private static let goal = 0.05
    private static let masthead = GridRect(columns: 0..<4, rows: 0..<14)

    static func run() {
        for stories in [6, 7, 8, 9, 10, 11, 12, 14, 16] {
            let planners = (0..<5).map { planner(stories: stories, seed: UInt64($0)) }
            var worst = 0.0, sum = 0.0, found = 0, cost = Layouts.Cost.zero
            for planner in planners {
                var dummy: Dummy?
                // The shortest of a few runs, which other processes disturb least.
                let seconds = (0..<5).map { _ in
                    let time = ContinuousClock().measure { dummy = planner().plan() }.components
                    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
                }.min()!
                worst = max(worst, seconds)
                sum += seconds
                if let dummy { (found, cost) = (found + 1, cost + dummy.cost) }
            }
            let mean = sum / Double(planners.count)
            print(
                "planning \(stories) stories: \(milliseconds(mean)) ms (\((mean / goal * 100).rounded() / 100) of the goal), at most \(milliseconds(worst)); "
                    + "\(found) of \(planners.count) pages filled, at \((cost.units / Double(max(1, found))).rounded()); memory so far \(peakMegabytes) MB"
            )
        }
    }

    /// The construction of a page's planner, which is part of planning.
    private static func planner(stories: Int, seed: UInt64) -> () -> PagePlanner {
        var state = seed &* 977 &+ UInt64(stories)
        func chance() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
        let shares = (0..<stories).map { _ in 0.4 + 1.6 * chance() }
        let room = Double((rows + 1) * columns - (masthead.rows.count + 1) * masthead.columns.count)
        let sum = shares.reduce(0, +)
        let shelves = shares.map { share in (1...columns).map { shelf(cells: room * share / sum, width: $0, chance) } }
        let ranks = (0..<stories).map { $0 == 0 ? 1 : 2 + Int(chance() * 4) }
        return {
            PagePlanner(
                ranks: ranks, variants: shelves, fixed: [masthead], columns: columns, rows: rows, prices: Prices())
        }
    }

    /// A dozen heights around the one that fits the cells; the middle ones are the cheapest.
    private static func shelf(cells: Double, width: Int, _ chance: () -> Double) -> WidthVariants {
        var shelf = WidthVariants(headlines: [])
        let ideal = Int(cells / Double(width)) - 1
        for step in -5...6 where ideal + step >= 4 {
            shelf.variants.insert(
                Variant(
                    columns: width, rows: ideal + step, headline: 0, length: 0, photo: nil, bodyRows: ideal + step,
                    spareRows: 0, white: 0, cost: Layouts.Cost(2 + Double(step * step) * 0.3 + 8 * chance())))
        }
        if width > 1 { shelf.stepped = SteppedVariants(shelf.variants.values, pricing) }
        return shelf
    }

    /// No headline of these stories has a width, so any grid serves.
    private static let pricing = ModulePricing(
        grid: Grid(
            origin: .zero, columns: columns, measure: 17, bodySize: .pt(9), gutter: .pt(13.5), leading: .pt(13),
            rows: rows), prices: Prices())

    private static func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

    private static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
