import Layouts
import Testing

@testable import Makeup

/// A story across the page's foot in a box of its own.
struct FootBandTests {
    private static func stories(_ page: SamplePage) -> [Story] {
        (1...5).map { page.story(rank: min(3, $0), body: SamplePage.paragraphs([200, 180])) }
    }

    @Test func aBandIsNeitherTooLowNorTooHigh() throws {
        let sample = try SamplePage("foot-band: {frame: true}")
        let generator = VariantGenerator(layout: sample.layout, typesetter: sample.typesetter)
        func bands(_ lengths: [Int]) -> [FootBand] {
            var story = sample.story(body: SamplePage.paragraphs(lengths))
            story.forms = .footBand
            let widthVariants = generator.variants(of: story).widths[3]
            return FootBand.candidates([nil, widthVariants], fixed: [], columns: 4, rows: 52, Prices.FootBand())
        }
        #expect(bands([300, 300, 300, 300]).isEmpty)
        let fitting = bands([200, 180])
        #expect(!fitting.isEmpty)
        #expect(fitting.allSatisfy { $0.story == 1 && $0.cells.rows.upperBound == 52 && 8...15 ~= $0.cells.rows.count })
    }

    @Test func theBandIsAboveFurnitureAtTheFoot() throws {
        let sample = try SamplePage("foot-band: {frame: true}")
        var story = sample.story(body: SamplePage.paragraphs([200, 180]))
        story.forms = .footBand
        let widthVariants = VariantGenerator(layout: sample.layout, typesetter: sample.typesetter)
            .variants(of: story).widths[3]
        let whole = GridRect(columns: 0..<4, rows: 48..<52), corner = GridRect(columns: 2..<4, rows: 48..<52)
        let over = FootBand.candidates([widthVariants], fixed: [whole], columns: 4, rows: 52, Prices.FootBand())
        #expect(!over.isEmpty && over.allSatisfy { $0.cells.rows.upperBound == 47 })
        #expect(FootBand.candidates([widthVariants], fixed: [corner], columns: 4, rows: 52, Prices.FootBand()).isEmpty)
    }

    @Test func onlySmallStoriesMayBeTheBand() throws {
        let sample = try SamplePage()
        let stories = Self.stories(sample)
        let forms = FormPolicy(boxes: 0, hasFootBand: true).forms(of: stories)
        #expect(forms.map { $0.contains(.footBand) } == [false, false, true, true, true])
    }
}
