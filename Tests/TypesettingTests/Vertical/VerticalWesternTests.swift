import Pages
import Testing

@testable import Typesetting

/// CLREQ 2.1.3: Western letters and figures in vertical lines.
@Suite struct VerticalWesternTests {
    private func orientations(_ text: String, _ options: VerticalOptions = VerticalOptions()) -> [String: VerticalForms
        .Orientation]
    {
        let scalars = Array(text.unicodeScalars)
        return Dictionary(
            uniqueKeysWithValues: WesternRun.runs(of: scalars, options: options).map { run in
                (String(String.UnicodeScalarView(scalars[run.range])), run.orientation)
            })
    }

    @Test func theOrientationDependsOnTheLength() {
        #expect(
            orientations("5月18日128人2023年12.5亿，A股GDP与5G、Wi-Fi、ADIDAS") == [
                "5": .stacked, "18": .combined, "128": .combined, "2023": .rotated, "12.5": .rotated, "A": .stacked,
                "GDP": .stacked, "5G": .stacked, "Wi-Fi": .rotated, "ADIDAS": .rotated,
            ])
        #expect(orientations("增长30%，达1234%") == ["30": .combined, "%": .stacked, "1234%": .rotated])
        // A phrase is rotated as a whole.
        #expect(orientations("看Vitamin C吧") == ["Vitamin": .rotated, "C": .rotated])
        #expect(orientations("补C吧") == ["C": .stacked])
    }

    @Test func theLimitsAreOptions() {
        var options = VerticalOptions()
        (options.mostCombinedFigures, options.mostUprightCapitals) = (2, 1)
        #expect(orientations("128人GDP", options) == ["128": .rotated, "GDP": .rotated])
    }

    @Test func wordsAreRotatedAboutTheAxisWithAQuarterEm() throws {
        let line = try SampleTypesetter.vertical("用Wi-Fi网")
        let word = try #require(line.runs.first { $0.turn == .clockwise })
        #expect(word.text == "Wi-Fi")
        // Its baseline is 0.38 em left of the axis, so that its em box's middle is on it.
        #expect(word.places.allSatisfy { $0.x.isClose(to: -3.8) })
        #expect(word.places[0].y.isClose(to: 12.5))
        #expect(word.places.map(\.y) == word.places.map(\.y).sorted())
        #expect(line.runs.filter { $0.turn == .upright }.map(\.text) == ["用", "网"])
    }

    @Test func twoFiguresShareAnEm() throws {
        let line = try SampleTypesetter.vertical("月18日")
        #expect(line.places.map(\.x).isClose(to: [-5, -5, 0, -5]))
        #expect(line.places.map(\.y).isClose(to: [8.8, 18.8, 18.8, 28.8]))
        #expect(line.text == "月18日")
    }

    @Test func threeFiguresAreNarrowed() throws {
        let line = try SampleTypesetter.vertical("共128人")
        let figures = try #require(line.runs.first { $0.text == "128" })
        // Three half em in 1.1 em.
        #expect(figures.widthScale.isClose(to: 1.1 / 1.5, within: 0.001))
        #expect(figures.places.map(\.x).isClose(to: [-5.5, -5.5 + 11.0 / 3, -5.5 + 22.0 / 3]))
        #expect(line.places.last!.y.isClose(to: 28.8))
    }

    @Test func lettersTakeAnEmEachAndAreUnbreakable() throws {
        #expect(try SampleTypesetter.vertical("说GDP好").places.map(\.y).isClose(to: [8.8, 18.8, 28.8, 38.8, 48.8]))
        let paragraph = try
            (SampleTypesetter.make().verticalParagraph(
                StyledText("国家的GDP又增长了", role: "song"), style: SampleTypesetter.style(), measure: .pt(50)))
        #expect(!paragraph.lines.contains { $0.text.hasSuffix("G") || $0.text.hasSuffix("GD") })
    }
}
