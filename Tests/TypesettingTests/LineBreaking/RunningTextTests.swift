import Foundation
import TestSupport
import Testing

@testable import Typesetting

/// The limits for running text at every measure from 8 to 40 (CLREQ 6.1 to 6.3 together): 200,000 characters, shaped once
/// and composed to each measure.
struct RunningTextTests {
    private static let paragraphs: [LineMetrics] = {
        let shaper = Shaper(fonts: SampleFonts.book()), hyphenator = Hyphenator()
        let profile = CompositionProfile()
        return RunningText.paragraphs(characters: 200_000).map { paragraph in
            let shaped = shaper.shape(
                StyledText(paragraph, role: "song"), language: "zh-Hans", halfWidthFigures: true, hyphenator: hyphenator
            )
            return LineMetrics(cells: shaped.cells, profile: profile, hyphens: shaped.hyphens)
        }
    }()

    @Test(.slow, arguments: 8...40)
    func limitsHold(measure: Int) {
        var tally = LineTally(measure: Double(measure))
        for (number, metrics) in Self.paragraphs.enumerated() {
            let composer = ParagraphComposer(metrics: metrics, widths: [Double(measure)], indent: 2, justified: true)
            tally.add(composer.best().lines, metrics, placed: number % 8 == measure % 8)
        }
        #expect(tally.faults == [])
        #expect(tally.opening(percentile: 0.95) <= Self.mostOpening(measure), "\(tally)")
    }

    /// The em per gap that 95 of 100 lines stay below. In a line of twelve characters or fewer, one em is 0.08 em per gap,
    /// and one line of twenty of this text needs it however it is broken.
    private static func mostOpening(_ measure: Int) -> Double {
        measure >= 13 ? 0.06 : 1 / (Double(measure) - 2) + 1e-9
    }

    /// The sample edition's copy at the measures of newspapers.
    @Test(arguments: 11...30)
    func sampleEdition(measure: Int) throws {
        let copy = try String(contentsOfFile: Self.sampleCopy, encoding: .utf8)
        let shaper = Shaper(fonts: SampleFonts.book())
        var tally = LineTally(measure: Double(measure))
        for paragraph in copy.split(separator: "\n") where paragraph.contains("。") {
            let shaped = shaper.shape(
                StyledText(String(paragraph), role: "song"), language: "zh-Hans", halfWidthFigures: true)
            let metrics = LineMetrics(cells: shaped.cells, profile: CompositionProfile())
            let composer = ParagraphComposer(metrics: metrics, widths: [Double(measure)], indent: 2, justified: true)
            tally.add(composer.best().lines, metrics, placed: true)
        }
        #expect(tally.faults == [])
        #expect(tally.opening(percentile: 0.95) <= 0.06, "\(tally)")
    }

    private static let sampleCopy =
        #filePath.components(separatedBy: "/Tests/")[0] + "/seeds/jiangjin-2023-06-21/copy/front.txt"

    /// The tally finds a mark at a line's start if the rules allow it there.
    @Test func theTallyFindsFaults() {
        var tally = LineTally(measure: 4)
        let shaper = Shaper(fonts: SampleFonts.book())
        let shaped = shaper.shape(StyledText("一二三四，五六七八，", role: "song"), language: "zh-Hans", halfWidthFigures: true)
        let metrics = LineMetrics(cells: shaped.cells, profile: CompositionProfile(level: .none))
        let lines = ParagraphComposer(metrics: metrics, widths: [4], indent: 0, justified: true).best().lines
        tally.add(lines, metrics, placed: false)
        #expect(tally.faults.contains { $0.hasPrefix("prohibited start") })
    }
}
