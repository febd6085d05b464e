import Pages
import Testing

@testable import Typesetting

/// CLREQ 5.6.1: lines along names and titles.
@Suite struct SideLineTests {
    private typealias Span = StyledText.Span

    @Test func aLineIsAsLongAsTheName() throws {
        let rules = try SampleTypesetter.horizontal([
            Span("人", role: "song"), Span("鲁迅", role: "song", line: .name), Span("说", role: "song"),
        ]).markRules
        #expect(rules.count == 1)
        #expect(rules[0].from.x.isClose(to: .pt(10)) && rules[0].to.x.isClose(to: .pt(30)))
        #expect(rules[0].from.y == rules[0].to.y && rules[0].from.y > .pt(1.2))
        #expect(rules[0].wave == nil)
    }

    @Test func neighboursDoNotTouch() throws {
        let rules = try SampleTypesetter.horizontal([
            Span("鲁迅", role: "song", line: .name), Span("绍兴", role: "song", line: .name), Span("说", role: "song"),
        ]).markRules
        #expect(rules.count == 2)
        #expect(rules.map(\.from.x.points).isClose(to: [0, 21]))
        #expect(rules.map(\.to.x.points).isClose(to: [19, 40]))
        // By no more than an eighth of an em each.
        #expect(SideLines.shortened <= 1.0 / 8)
    }

    @Test func aLineGrowsWithTheGapsOfItsText() throws {
        let text = StyledText([Span("江津区白沙镇", role: "song", line: .name), Span("的花椒树木都长得很好", role: "song")])
        let paragraph = try (SampleTypesetter.make().paragraph(text, style: SampleTypesetter.style(), measure: .pt(95)))
        let line = paragraph.lines[0]
        try #require(line.opening > 0)
        #expect(line.markRules.count == 1)
        #expect(line.markRules[0].to.x.isClose(to: .pt(60 + line.opening * 50)))
    }

    @Test func titlesHaveWavesAndVerticalTextHasItsLineOnTheLeft() throws {
        let line = try SampleTypesetter.vertical(
            StyledText([Span("读", role: "song"), Span("呐喊", role: "song", line: .title)]))
        let rule = try #require(line.markRules.first)
        #expect(rule.wave != nil)
        #expect(rule.from.x == rule.to.x && rule.from.x < .pt(-5))
        #expect(rule.from.y.isClose(to: .pt(10)) && rule.to.y.isClose(to: .pt(30)))
    }

    @Test func dotsAreOutsideALineOnTheSameSide() throws {
        let both = try SampleTypesetter.horizontal([Span("呐喊", role: "song", emphasis: true, line: .title)])
        let dots = try SampleTypesetter.horizontal([Span("呐喊", role: "song", emphasis: true)])
        #expect(both.markRuns[0].places[0].y > dots.markRuns[0].places[0].y + 1)
        #expect(both.markRules[0].from.y.points + 0.5 < both.markRuns[0].places[0].y)
        // In vertical text they have a side each.
        let down = try SampleTypesetter.vertical(StyledText([Span("呐喊", role: "song", emphasis: true, line: .title)]))
        let plain = try SampleTypesetter.vertical(StyledText([Span("呐喊", role: "song", emphasis: true)]))
        #expect(down.markRuns[0].places[0].x == plain.markRuns[0].places[0].x)
    }
}
