import Layouts
import Pages
import Testing

@testable import Makeup

struct SeparatorBuilderTests {
    private func rules(_ cells: [GridRect], _ more: String = "") throws -> (layout: Layout, rules: [Rule]) {
        try rules(modules: cells.map { [$0] }, more)
    }

    private func rules(modules: [[GridRect]], _ more: String = "") throws -> (layout: Layout, rules: [Rule]) {
        let layout = try SamplePage(more).layout
        let items = SeparatorBuilder(layout: layout).items(for: modules)
        let rules = items.flatMap { item -> [Rule] in
            guard case .group(let group) = item, group.role == .furniture("rules") else { return [] }
            return group.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        }
        return (layout, rules)
    }

    @Test func neighboursHaveAHairlineInTheMiddleOfTheirGutter() throws {
        let (layout, rules) = try rules([
            GridRect(columns: 0..<2, rows: 0..<20), GridRect(columns: 2..<4, rows: 0..<30),
        ])
        let rule = try #require(rules.first)
        #expect(rules.count == 1)
        #expect(rule.from.x == rule.to.x)
        #expect(rule.from.x.isClose(to: layout.grid.x(ofColumn: 2) - layout.grid.gutter / 2))
        #expect(rule.from.y == layout.grid.y(ofRow: 0))
        #expect(rule.to.y == layout.grid.y(ofRow: 20), "only as far as both reach")
        #expect(rule.thickness == .pt(0.25))
    }

    @Test func storiesOneBelowTheOtherHaveARuleInTheWhiteRow() throws {
        let (layout, rules) = try rules([
            GridRect(columns: 0..<3, rows: 0..<20), GridRect(columns: 0..<3, rows: 21..<40),
        ])
        let rule = try #require(rules.first)
        #expect(rules.count == 1, "no rule above a story at the page's top")
        #expect(rule.from.y == rule.to.y)
        #expect(rule.from.y.isClose(to: layout.grid.y(ofRow: 20) + layout.grid.leading / 2))
        #expect(rule.from.x == layout.grid.x(ofColumn: 0))
        #expect(rule.to.x.isClose(to: layout.grid.x(ofColumn: 0) + layout.grid.width(of: 3)))
    }

    @Test func storiesThatDoNotMeetHaveNone() throws {
        let cells = [GridRect(columns: 0..<1, rows: 0..<20), GridRect(columns: 2..<4, rows: 0..<20)]
        #expect(try rules(cells).rules.isEmpty)
        let steps = [GridRect(columns: 0..<2, rows: 0..<20), GridRect(columns: 2..<4, rows: 21..<40)]
        #expect(try rules(steps).rules.filter { $0.from.x == $0.to.x }.isEmpty)
    }

    @Test func aLayoutMayHaveNone() throws {
        let cells = [GridRect(columns: 0..<2, rows: 0..<20), GridRect(columns: 2..<4, rows: 21..<30)]
        #expect(try rules(cells, "separators: {vertical: none, horizontal: none}\n").rules.isEmpty)
    }

    @Test func noRuleCutsALegThatContinues() throws {
        let stepped = GridRect(columns: 0..<3, rows: 0..<30).frames(LegStep(columns: 2, isAtLeft: true, rows: 10))
        let (layout, rules) = try rules(modules: [stepped, [GridRect(columns: 0..<2, rows: 21..<40)]])
        let across = rules.filter { $0.from.y == $0.to.y }, down = rules.filter { $0.from.x == $0.to.x }
        #expect(across.count == 1 && down.count == 1)
        #expect(across[0].to.x.isClose(to: layout.grid.x(ofColumn: 0) + layout.grid.width(of: 2)))
        #expect(down[0].from.y == layout.grid.y(ofRow: 21) && down[0].to.y == layout.grid.y(ofRow: 30))
    }
}
