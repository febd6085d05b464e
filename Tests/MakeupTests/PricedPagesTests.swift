import Copy
import Diagnostics
import Layouts
import Testing

@testable import Makeup

/// The planner's sum, the evaluator's plain cost and the sum of its charges by term are exactly equal.
struct PricedPagesTests {
    private enum Kind: CaseIterable { case cut, pinwheel, stepped }

    @Test("pages made by cuts, as pinwheels and round a stepped story")
    func inventedStories() throws {
        var kinds: [Kind: Int] = [:]
        for seed in 0..<32 {
            var chance = SeededRandom(600 + seed)
            let masthead = seed % 4 == 0 ? [GridRect(columns: 0..<2, rows: 0..<4)] : []
            let page = BarePage.random(
                stories: 3 + seed % 4, columns: 4, rows: 36, fixed: masthead, heights: 4, &chance)
            if let kind = try kind(page) { kinds[kind, default: 0] += 1 }
        }
        kinds[.pinwheel, default: 0] += try kind(Self.pinwheel(middleCost: 7)) == .pinwheel ? 1 : 0
        #expect(Kind.allCases.allSatisfy { kinds[$0, default: 0] > 0 }, "\(kinds)")
    }

    /// The form of a page, nil when its stories do not fill it. Expects equal sums.
    private func kind(_ page: BarePage) throws -> Kind? {
        guard let found = page.planner.search(.usual) else { return nil }
        let charges = try expectSame(found, page)
        if found.placements.contains(where: { $0.variant.step != nil }) { return .stepped }
        // With furniture in a corner, a page may have neither cuts nor a pinwheel.
        return charges[.cuts] > .zero || !page.fixed.isEmpty ? .cut : .pinwheel
    }

    private func expectSame(_ found: PagePlanner.Solution, _ page: BarePage) throws -> ItemisedCost {
        let dummy = page.planner.dummy(found)
        let charges = try #require(dummy.charges)
        #expect(dummy.cost == found.cost)
        #expect(page.evaluator.cost(of: dummy.placements) == found.cost)
        #expect(dummy.placements.reduce(charges.total) { $0 + $1.variant.cost } == found.cost)
        return charges
    }

    /// Four stories round a fifth, which costs more there than as one of five bands.
    static func pinwheel(middleCost: Cost, prices: Prices = Prices()) -> BarePage {
        let flat = BarePage.story([(2, 9, 0), (3, 5, 0)], columns: 3)
        let tall = BarePage.story([(1, 19, 0), (3, 5, 0)], columns: 3)
        let middle = BarePage.story([(1, 9, middleCost), (3, 5, 0)], columns: 3)
        return BarePage(
            ranks: [5, 9, 13, 17, 21], widthVariants: [flat, tall, flat, tall, middle], columns: 3, rows: 29,
            prices: prices)
    }

    private static func stories(_ page: SamplePage, _ lengths: [Int]) -> [Story] {
        lengths.enumerated().map { index, length in
            var story = page.story(
                title: "合作社里第\(index)次忙起来", rank: min(3, index + 1),
                body: SamplePage.paragraphs(Array(repeating: 60, count: length)))
            story.article.id = "s\(index)"
            return story
        }
    }

    @Test("typeset pages with and without a band across the foot")
    func typesetStories() throws {
        var isBanded = false, isStepped = false
        for more in ["", "foot-band: {frame: true}"] {
            let sample = try SamplePage(more)
            let context = sample.context, builder = ModuleBuilder(layout: sample.layout, typesetter: sample.typesetter)
            for lengths in [[11, 10, 7], [12, 10, 6], [10, 6, 5, 6], [9, 6, 6, 5], [11, 6, 6, 4]] {
                let page = context.input(context.ranked(Self.stories(sample, lengths)))
                guard let planned = page.filled() else { continue }
                let evaluator = ModuleEvaluator(sample.layout)
                let charges = try planned.placements.reduce(#require(planned.charges)) { sum, placement in
                    let charges = evaluator.charges(of: builder.module(placement))
                    #expect(charges[.other] == .zero)
                    return sum + charges
                }
                #expect(charges.total == planned.cost)
                isBanded =
                    isBanded || planned.placements.contains { $0.variant.box != nil && $0.cells.columns.count == 4 }
                isStepped = isStepped || planned.placements.contains { $0.variant.step != nil }
            }
        }
        #expect(isBanded && isStepped)
    }

    @Test("a layout's price of a cut decides whether the page is cut")
    func anExpensiveCutIsAvoided() throws {
        func isCut(_ prices: Prices) throws -> Bool {
            let page = Self.pinwheel(middleCost: prices.page.cutAcross * 4 + 1, prices: prices)
            return try #require(page.planner.plan()?.charges)[.cuts] > 0
        }
        #expect(try isCut(Prices()))
        let expensive = try SamplePage("prices: {cutAcross: 20x}").layout.prices
        let page = Self.pinwheel(middleCost: Prices().page.cutAcross * 4 + 1, prices: expensive)
        #expect(try #require(page.planner.plan()?.charges)[.cuts] == .zero)
    }

    @Test("headlines butt if a layout's price of it is zero")
    func buttingHeadsThatCostNothing() throws {
        let band = BarePage.story([(3, 9, 0)], columns: 4), column = BarePage.story([(1, 29, 0)], columns: 4)
        let story = BarePage.story([(1, 19, 0), (2, 19, 0), (3, 9, 4)], columns: 4)
        func cells(_ prices: String) throws -> [GridRect] {
            let page = BarePage(
                ranks: [1, 6, 6, 12], widthVariants: [band, story, story, column], columns: 4, rows: 29,
                prices: try SamplePage(prices).layout.prices)
            return try #require(page.planner.plan()).placements.sorted { $0.story < $1.story }.map(\.cells)
        }
        let usual = try cells(""), free = try cells("prices: {buttingHeads: 0x}")
        #expect(usual[1].columns == 0..<3 && usual[2].columns == 0..<3)
        #expect(free[1].columns.count + free[2].columns.count == 3 && free[1].rows == free[2].rows)
    }

    @Test("a layout's prices decide the cuts of a typeset page")
    func aTypesetPageFollowsItsLayout() throws {
        func cuts(_ prices: String) throws -> Int {
            let sample = try SamplePage("makeup: auto\nprices: {\(prices)}")
            let stories = Self.stories(sample, [11, 10, 7])
            let composed = sample.composed(stories.map { IllustratedArticle($0.article) })[0].value
            #expect(composed.modules.count == 3)
            return composed.report.cuts.count
        }
        #expect(try cuts("cutAcross: 1x") == 0)
        #expect(try cuts("cutAcross: 0x, cutDown: 0x") > 0)
    }
}
