import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

struct PullQuoteTests {
    @Test(arguments: [("推窗见绿，出门进园", 1), ("推窗见绿，\n出门进园", 2)])
    func aQuoteIsBetweenTwoRulesInWholeRowsAndIsNeverDivided(_ text: String, _ lines: Int) throws {
        let page = try SamplePage()
        let galley = page.story(body: [.quote(Paragraph(text, place: SamplePage.place))]).body.best
        #expect(galley.lines.count == 1)
        let quote = galley.lines[0]
        #expect(quote.kind == .quote)
        #expect(quote.rows >= lines + 2)
        let rules = quote.lines.flatMap(\.marks).compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(rules.count == 2)
        let text = quote.lines.flatMap(\.runs)
        let height = page.layout.grid.leading * Double(quote.rows)
        for rule in rules {
            #expect(rule.to.x - rule.from.x == page.layout.grid.columnWidth)
            #expect(rule.from.y > .zero && rule.from.y < height)
        }
        #expect(text.allSatisfy { $0.origin.y - $0.size * 0.88 > rules[0].from.y && $0.origin.y < rules[1].from.y })
        #expect(quote.lines.map(\.text).filter { !$0.isEmpty }.count == lines)
    }
}
