import Layouts
import Testing

@testable import Makeup

/// Furniture across the whole page shortens it.
struct PageFrameTests {
    @Test func fullFurnitureAtHeadAndFootIsLeftOut() {
        let head = GridRect(columns: 0..<3, rows: 0..<8), foot = GridRect(columns: 0..<3, rows: 50..<57)
        let ear = GridRect(columns: 2..<3, rows: 9..<14)
        let frame = PageFrame(fixed: [ear, head, foot], columns: 3, rows: 57)
        #expect(frame.rows == 9..<49)
        #expect(frame.fixed == [GridRect(columns: 2..<3, rows: 0..<5)])
        let alone = PageFrame(fixed: [ear], columns: 3, rows: 57)
        #expect(alone.rows == 0..<57 && alone.fixed == [ear])
    }

    @Test func theRuleUnderAFullMastheadIsNoCut() throws {
        // Two stories beside each other are one cut down the page that is left.
        let masthead = GridRect(columns: 0..<2, rows: 0..<4)
        let story = BarePage.story([(1, 20, 0)], columns: 2)
        let page = BarePage(ranks: [5, 9], widthVariants: [story, story], fixed: [masthead], columns: 2, rows: 25)
        let dummy = try #require(page.planner.plan())
        #expect(dummy.placements.map(\.cells.rows) == [5..<25, 5..<25])
        #expect(page.charges(dummy.placements)?[.cuts] == Prices().page.cutDown)
        #expect(dummy.cost == Prices().page.cutDown)
    }
}
