import Layouts
import Pages
import Testing

@testable import Typesetting

/// The same numbers in every run.
private struct Repeatable: RandomNumberGenerator {
    private var state: UInt64 = 20

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

/// The division of a headline into lines.
struct HeadlineBreaksTests {
    /// The least cost of all divisions, found by trying each of them.
    private func leastCost(_ breaks: HeadlineBreaks, lines count: Int, width limit: Double) -> Double? {
        let end = breaks.stops.count - 1
        let mean = breaks.lineWidth(0..<breaks.stops[end]) / Double(count)
        func least(from: Int, left: Int) -> Double? {
            var best: Double?
            for to in from + 1..<end + 1 where (to == end) == (left == 1) {
                let width = breaks.lineWidth(breaks.stops[from]..<breaks.stops[to])
                if width > limit + HeadlineBreaks.tolerance { continue }
                let off = (width - mean) / mean
                var sum = HeadlineBreaks.Cost.imbalance * off * off
                if left > 1 {
                    guard let rest = least(from: to, left: left - 1) else { continue }
                    sum += breaks.cost[breaks.stops[to]]! + rest
                } else if width <= 2.5 {
                    sum += HeadlineBreaks.Cost.stub
                }
                best = min(best ?? .infinity, sum)
            }
            return best
        }
        return least(from: 0, left: count).map { $0 + HeadlineBreaks.Cost.extraLine * Double(count - 1) }
    }

    @Test func findsTheCheapestDivision() throws {
        let typesetter = try SampleTypesetter.make()
        var random = Repeatable()
        let pieces = ["江边", "的", "“晨雾”", "12.5", "GDP", " ", "大桥", "，", "通车了", "——", "在", "老街", "（上）", "合作社"]
        var found = 0
        for _ in 0..<60 {
            let title = (0..<Int.random(in: 2...7, using: &random)).map { _ in pieces.randomElement(using: &random)! }
            let text = typesetter.headlineText(title.joined(), role: "hei")
            let whole = text.breaks.lineWidth(0..<text.shaped.cells.count)
            for count in 2...4 {
                for share in [0.5, 0.8, 1.0, 1.1, 1.5, 2.5] {
                    let width = whole / Double(count) * share
                    let best = text.breaks.best(lines: count, width: width)
                    let least = leastCost(text.breaks, lines: count, width: width)
                    #expect((best == nil) == (least == nil))
                    guard let best, let least else { continue }
                    found += 1
                    #expect(abs(best.cost - least) < 1e-6)
                    #expect(best.lines.count == count)
                    #expect(best.lines.allSatisfy { text.breaks.lineWidth($0) <= width + HeadlineBreaks.tolerance })
                    #expect(best.lines.first?.lowerBound == 0)
                    #expect(best.lines.last?.upperBound == text.shaped.cells.count)
                    #expect(zip(best.lines, best.lines.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
                }
            }
        }
        #expect(found > 200)
    }

    /// Ten thousand characters in a column: some six hundred lines. The square of their number would take minutes.
    @Test(.timeLimit(.minutes(10))) func dividesLongTextsInTime() throws {
        let typesetter = try SampleTypesetter.make()
        for text in [String(repeating: "国", count: 10_000), String(repeating: "春天来了", count: 2_500)] {
            let headline = typesetter.headlineText(text, role: "hei")
            let best = headline.breaks.best(lines: 630, width: 17)
            #expect(best?.lines.count == 630)
            #expect(headline.breaks.best(lines: 580, width: 17) == nil)
        }
    }

    @Test(.timeLimit(.minutes(10))) func measuresRowsOfSpacesInTime() throws {
        let text = "江" + String(repeating: " ", count: 20_000) + "边"
        let headline = try SampleTypesetter.make().headlineText(text, role: "hei")
        #expect(headline.breaks.best(lines: 2, width: 17)?.lines.count == 2)
    }
}
