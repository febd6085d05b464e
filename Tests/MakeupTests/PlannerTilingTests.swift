import Layouts
import Testing

@testable import Makeup

/// A dummy covers its page: every story once, no cell twice, and one white row between modules one above the other.
struct PlannerTilingTests {
    @Test("dummies of few stories tile the page", arguments: 0..<16)
    func tilesWithFew(seed: Int) {
        var chance = SeededRandom(200 + seed)
        let fixed = Self.fixed(seed, rows: 40)
        let page = BarePage.random(stories: 2 + seed % 6, columns: 4, rows: 40, fixed: fixed, heights: 4, &chance)
        guard let dummy = page.planner.plan() else { return }
        expectTiling(dummy, page)
    }

    @Test("dummies of many stories tile the page, and every page is found", arguments: 8...9)
    func tilesWithMany(stories: Int) throws {
        var chance = SeededRandom(300 + stories)
        let fixed = Self.fixed(stories, rows: 60)
        let page = BarePage.random(stories: stories, columns: 4, rows: 60, fixed: fixed, heights: 5, &chance)
        let dummy = try #require(page.planner.plan())
        expectTiling(dummy, page)
    }

    @Test("a narrower search costs at most a third more than the exhaustive one", arguments: [8])
    func isNearTheBest(stories: Int) throws {
        var chance = SeededRandom(400 + stories)
        let page = BarePage.random(stories: stories, columns: 3, rows: 50, heights: 4, &chance)
        let best = try #require(page.planner.plan(.exhaustive))
        let found = try #require(page.planner.plan())
        #expect(found.cost >= best.cost)
        #expect(found.cost * 3 <= best.cost * 4)
    }

    /// Nothing, a masthead, or a masthead and a band at the foot.
    private static func fixed(_ seed: Int, rows: Int) -> [GridRect] {
        let all = [GridRect(columns: 0..<2, rows: 0..<6), GridRect(columns: 0..<4, rows: rows - 4..<rows)]
        return Array(all.prefix(seed % 3))
    }

    private func expectTiling(_ dummy: Dummy, _ page: BarePage) {
        #expect(dummy.placements.map(\.story).sorted() == Array(page.ranks.indices))
        for placement in dummy.placements {
            #expect(placement.variant.columns == placement.cells.columns.count)
            #expect(placement.variant.rows == placement.cells.rows.count)
        }
        // Every cell is covered once: by a module, a fixed rectangle, or the white row under one of them.
        let modules = dummy.placements.map { $0.cells.frames($0.variant.step) } + page.fixed.map { [$0] }
        for column in 0..<page.columns {
            let leg = modules.compactMap { frames -> Range<Int>? in
                let rows = frames.filter { $0.columns.contains(column) }.map(\.rows)
                return rows.isEmpty ? nil : rows[0].lowerBound..<rows[rows.count - 1].upperBound
            }.sorted { $0.lowerBound < $1.lowerBound }
            #expect(leg.first?.lowerBound == 0)
            #expect(leg.last?.upperBound == page.rows)
            for (above, below) in zip(leg, leg.dropFirst()) { #expect(below.lowerBound == above.upperBound + 1) }
        }
    }
}
