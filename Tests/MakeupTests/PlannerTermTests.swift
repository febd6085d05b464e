import Layouts
import Testing

@testable import Makeup

/// Cases in which one cost term alone decides how the page looks.
///
/// Ranks beyond the fourth have no charge for depth, and ranks three apart may butt for nothing, so the other terms are
/// zero.
struct PlannerTermTests {
    private func plan(_ page: BarePage) throws -> [GridRect] {
        try #require(page.planner.plan()).placements.sorted { $0.story < $1.story }.map(\.cells)
    }

    @Test("depth: the higher rank is at the head, and of equal ranks the first story of the copy")
    func depth() throws {
        let story = BarePage.story([(2, 9, 0)], columns: 2)
        let alike = BarePage(ranks: [2, 2], widthVariants: [story, story], columns: 2, rows: 19)
        #expect(try plan(alike).map(\.rows) == [0..<9, 10..<19])
        let late = BarePage(ranks: [2, 1], widthVariants: [story, story], columns: 2, rows: 19)
        #expect(try plan(late).map(\.rows) == [10..<19, 0..<9])
    }

    @Test("inversion: a variant at the head is used up to the price of the inversion that it avoids")
    func inversion() throws {
        // Side by side, the ranks are in order, but the cut and the narrow variant cost more.
        func page(_ more: Cost) -> BarePage {
            let tall = BarePage.story([(2, 9, 0)], columns: 2)
            // Story 1, of higher rank, fits under story 0 at no cost and above it at a cost.
            let other = BarePage.story([(1, 9, 0), (2, 10, more)], columns: 2)
            let brief = BarePage.story([(1, 9, 0)], columns: 2)
            return BarePage(ranks: [9, 6, 12], widthVariants: [tall, other, brief], columns: 2, rows: 19)
        }
        // Story 1 and the brief share a band, which goes to the head because of the higher rank.
        let cells = try plan(page(0))
        #expect(cells[1].rows.lowerBound == 0)
        #expect(cells[0].rows.lowerBound == 10)
        let upside = [(0, 0..<2, 0..<9), (1, 0..<1, 10..<19), (2, 1..<2, 10..<19)].map { story, columns, rows in
            Dummy.Placement(
                story: story, cells: GridRect(columns: columns, rows: rows),
                variant: BarePage.variant(columns.count, rows.count, 0))
        }
        #expect(page(0).charges(upside)?[.inversion] == Prices().page.storyBelowLowerRank)
    }

    @Test("inversion: the lead under another story is charged, also under a stepped story across the page")
    func leadInversion() throws {
        let tall = BarePage.story([(2, 9, 0)], columns: 2), wide = BarePage.story([(2, 19, 0)], columns: 2)
        let page = BarePage(ranks: [3, 1], widthVariants: [tall, wide], columns: 2, rows: 29)
        func charge(_ ranks: [Int]) -> Cost? {
            var page = page
            page.ranks = ranks
            let placed = [(0, 0..<9), (1, 10..<29)].map { story, rows in
                Dummy.Placement(
                    story: story, cells: GridRect(columns: 0..<2, rows: rows),
                    variant: BarePage.variant(2, rows.count, 0))
            }
            return page.charges(placed)?[.inversion]
        }
        #expect(charge([3, 1]) == Prices().page.leadBelowLowerRank)
        #expect(charge([3, 2]) == Prices().page.storyBelowLowerRank)
        #expect(charge([1, 2]) == 0)
        // A stepped story across the page, with two others under it.
        var across = BarePage.variant(3, 20, 0)
        across.step = LegStep(columns: 1, isAtLeft: true, rows: 9)
        let under = [(0..<1, 12..<40), (1..<3, 21..<40)].enumerated().map { index, cells in
            Dummy.Placement(
                story: index + 1, cells: GridRect(columns: cells.0, rows: cells.1),
                variant: BarePage.variant(cells.0.count, cells.1.count, 0))
        }
        let stepped =
            [Dummy.Placement(story: 0, cells: GridRect(columns: 0..<3, rows: 0..<20), variant: across)] + under
        func steppedCharge(_ ranks: [Int]) -> Cost? {
            BarePage(ranks: ranks, widthVariants: [], columns: 3, rows: 40).charges(stepped)?[.inversion]
        }
        #expect(steppedCharge([3, 4, 1]) == Prices().page.leadBelowLowerRank)
        #expect(steppedCharge([1, 4, 3]) == 0)
    }

    @Test("butting: headlines of the same rank are stacked if that costs less")
    func butting() throws {
        let band = BarePage.story([(3, 9, 0)], columns: 4)
        // A column beside them keeps the stack from being a cut through the page.
        let column = BarePage.story([(1, 29, 0)], columns: 4)
        func page(_ ranks: [Int]) -> BarePage {
            let story = BarePage.story([(1, 19, 0), (2, 19, 0), (3, 9, 4)], columns: 4)
            return BarePage(ranks: ranks + [12], widthVariants: [band, story, story, column], columns: 4, rows: 29)
        }
        // With the same rank they cost 16 side by side; a stack of the more expensive variants costs 8.
        let alike = try plan(page([1, 6, 6]))
        #expect(alike[1].columns == 0..<3 && alike[2].columns == 0..<3)
        let apart = try plan(page([1, 5, 8]))
        #expect(apart[1].columns.count + apart[2].columns.count == 3)
    }

    @Test("cuts: a gutter through the whole page costs more than a rule across it, by the difference of their prices")
    func cuts() throws {
        let story = BarePage.story([(2, 9, 0), (1, 19, 0)], columns: 2)
        let page = BarePage(ranks: [5, 9], widthVariants: [story, story], columns: 2, rows: 19)
        #expect(try plan(page).map(\.columns) == [0..<2, 0..<2])
        let expensive = BarePage.story(
            [(2, 9, Prices().page.cutDown - Prices().page.cutAcross + 1), (1, 19, 0)], columns: 2)
        let other = BarePage(ranks: [5, 9], widthVariants: [story, expensive], columns: 2, rows: 19)
        #expect(try plan(other).map(\.columns) == [0..<1, 1..<2])
    }

    @Test(
        "cuts: a pinwheel may cost as much as the four rules across the page that it saves, and no more",
        arguments: [Prices().page.cutAcross * 4 - 1, Prices().page.cutAcross * 4 + 1])
    func pinwheel(middleCost: Cost) throws {
        // Four stories surround the fifth, which costs more there than as one of five bands.
        let flat = BarePage.story([(2, 9, 0), (3, 5, 0)], columns: 3)
        let tall = BarePage.story([(1, 19, 0), (3, 5, 0)], columns: 3)
        let middle = BarePage.story([(1, 9, middleCost), (3, 5, 0)], columns: 3)
        let page = BarePage(
            ranks: [5, 9, 13, 17, 21], widthVariants: [flat, tall, flat, tall, middle], columns: 3, rows: 29)
        let dummy = try #require(page.planner.plan())
        let isTurned = page.charges(dummy.placements)?[.cuts] == 0
        #expect(isTurned == (middleCost < Prices().page.cutAcross * 4))
    }
}
