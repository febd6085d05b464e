import Layouts
import Pages
import Testing

@testable import Typesetting

/// Vertical headlines (竖题) and a whole story in vertical lines (CLREQ 2.1.1).
@Suite struct VerticalBoxTests {
    private let title = TextStyle(role: "hei-heavy", size: .pt(30), leading: .pt(36))
    private var headline: HeadlineStyle {
        HeadlineStyle(
            title: title, sizes: [.pt(30), .pt(20)], maxLines: 2, kicker: title, deck: title, rowsAbove: 0, rowsBelow: 0
        )
    }
    private let rect = Rect(x: .pt(100), y: .pt(200), width: .pt(150), height: .pt(205))

    private func box(_ characters: Int, bands: Int = 2) throws -> VerticalBox {
        try SampleTypesetter.make().verticalBox(
            headline: "江津花椒走向世界", headlineStyle: headline,
            body: [StyledText(String(repeating: "椒", count: characters), role: "song")],
            style: SampleTypesetter.style(),
            in: rect, form: .init(bands: bands, bandGap: .pt(10), headlineGap: .pt(10)))
    }

    @Test func headlinesBreakBetweenWords() throws {
        let headlines = try SampleTypesetter.make().verticalHeadlines("江津花椒走向世界", style: headline, height: .pt(130))
        #expect(headlines.map(\.size.points) == [30, 20])
        #expect(headlines.map { $0.lines.map(\.text) } == [["江津花椒", "走向世界"], ["江津花椒", "走向世界"]])
        let high = try SampleTypesetter.make().verticalHeadlines("江津花椒走向世界", style: headline, height: .pt(240))
        #expect(high[0].lines.map(\.text) == ["江津花椒走向世界"])
        #expect(try SampleTypesetter.make().verticalHeadlines("江津花椒走向世界", style: headline, height: .pt(30)).isEmpty)
    }

    @Test func theHeadlineIsOnTheRightAndTheTextOnItsLeft() throws {
        let box = try box(80)
        guard case .group(let head) = box.items[0], case .group(let text) = box.items[1] else {
            Issue.record("no groups")
            return
        }
        #expect(head.role == .headline(level: 1) && text.role == .paragraph(0))
        let heads = runs(head.items), lines = runs(text.items)
        #expect(heads.map(\.text).joined() == "江津花椒走向世界")
        #expect(lines.map(\.text).joined() == String(repeating: "椒", count: 80))
        let leftOfHead = try #require(heads.flatMap(\.places).map(\.x).min())
        #expect(try #require(lines.flatMap(\.places).map(\.x).max()) + 10 <= leftOfHead)
        for place in (heads + lines).flatMap(\.places) { #expect(place.x >= 100 && place.y >= 200 && place.y < 405) }
    }

    @Test func bandsAreReadOneAfterTheOther() throws {
        // The bands are nine characters high: (205 − 10) / 2 is nine and three quarters.
        let box = try box(200)
        guard case .group(let text) = box.items[1] else { return }
        let starts = runs(text.items).map { ($0.origin.x.points, $0.origin.y.points) }
        let perBand = starts.count / 2
        #expect(starts.prefix(perBand).allSatisfy { $0.1 == 200 })
        #expect(starts.suffix(perBand).allSatisfy { $0.1 == 300 })
        #expect(starts[0].0 == starts[perBand].0 && starts[1].0.isClose(to: starts[0].0 - 16))
    }

    @Test func oversetAndEmptyLinesAreCounted() throws {
        let full = try box(400)
        #expect(full.overset > 0 && full.empty == 0 && !full.fits)
        let short = try box(20)
        #expect(short.overset == 0 && short.empty > 0 && short.fits)
    }

    private func runs(_ items: [Item]) -> [GlyphRun] {
        items.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }
}
