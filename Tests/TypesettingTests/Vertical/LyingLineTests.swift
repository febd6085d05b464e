import Layouts
import Pages
import Testing

@testable import Typesetting

/// A vertical typesetter returns lines lying on their side. Turned upright, they are the lines that `verticalParagraph`
/// returns.
struct LyingLineTests {
    private let text = StyledText("清晨六点半，“合作社”里已经亮起了12盏灯，社员们把桃子装箱。", role: "song")

    @Test func paragraphsTurnedUprightAreVerticalOnes() throws {
        let typesetter = try SampleTypesetter.make()
        let style = SampleTypesetter.style(indent: 2)
        let upright = typesetter.verticalParagraph(text, style: style, measure: .pt(100)).lines
        let lying = typesetter.running(.vertical).paragraph(text, style: style, measure: .pt(100)).lines
        #expect(lying.count == upright.count && lying.count > 1)
        let turn = PageTurn(width: .zero)
        for (number, pair) in zip(lying, upright).enumerated() {
            // The baseline of the lying line is 3.8 pt below the axis of ten-point type.
            let items = pair.0.moved(x: .pt(7), y: .pt(50 + 16 * Double(number))).items.map(turn.upright)
            let expected = pair.1.moved(x: .pt(-46.2 - 16 * Double(number)), y: .pt(7)).items
            for (item, other) in zip(items, expected) {
                guard case .text(let run) = item, case .text(let wanted) = other else { continue }
                #expect(run.glyphs == wanted.glyphs && run.text == wanted.text)
                #expect(run.origin.x.isClose(to: wanted.origin.x) && run.origin.y.isClose(to: wanted.origin.y))
            }
        }
    }

    @Test func headlineLinesRunAlongTheMeasure() throws {
        let typesetter = try SampleTypesetter.make().running(.vertical)
        let style = HeadlineStyle(
            title: TextStyle(role: "hei-heavy", size: .pt(30), leading: .pt(34), align: .center), sizes: [.pt(30)],
            maxLines: 1, kicker: SampleTypesetter.style(), deck: SampleTypesetter.style(), rowsAbove: 0, rowsBelow: 0)
        let title = try #require(typesetter.headlines("黄桃熟了", style: style, width: .pt(240)).first)
        // Upright, the glyphs stand one below the other.
        let runs = title.lines[0].items.map(PageTurn(width: .zero).upright).compactMap { item in
            if case .text(let run) = item { run } else { nil }
        }
        let places = runs.flatMap(\.places)
        #expect(places.count == 4)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1.y > $0.y + 20 && abs($1.x - $0.x) < 0.1 })
    }

    @Test func aTypesetterReturnsItselfForItsOwnDirection() throws {
        let typesetter = try SampleTypesetter.make()
        #expect(typesetter.running(.horizontal) === typesetter)
        #expect(typesetter.running(.vertical) === typesetter.running(.vertical))
    }
}
