import Copy
import Diagnostics
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// Pages of few stories on which a stepped story avoids cuts.
struct SteppedPageTests {
    private let sample: SamplePage

    init() throws { sample = try SamplePage("makeup: auto\nseparators: {vertical: 0.25pt, horizontal: 0.5pt}\n") }

    private func page(_ lengths: [Int], previous: PageDummy? = nil) -> ComposedPage {
        let articles = lengths.enumerated().map { index, length in
            let body = SamplePage.paragraphs(Array(repeating: 60, count: length))
            return IllustratedArticle(
                Article(id: "s\(index)", title: "合作社里第\(index)次忙起来", body: body, place: SamplePage.place))
        }
        return sample.composed(articles, previous: previous.map { [$0] } ?? [])[0].value
    }

    /// The numbers of paragraphs of three stories that fill a page. Most of these pages have a stepped story.
    private static let copies = (0..<4).map { [11 + $0, 10, 7 - $0] }

    @Test func threeStoriesNeedNoCut() throws {
        let stepped = Self.copies.map { page($0) }.filter { $0.modules.contains { $0.variant.step != nil } }
        #expect(!stepped.isEmpty)
        for page in stepped {
            #expect(page.report.cuts.isEmpty)
            #expect(page.report.charges.contains { $0.term == "cuts" && $0.cost == 0 })
            // No two modules cover the same cell.
            let frames = page.modules.flatMap(\.frames)
            for (index, one) in frames.enumerated() {
                #expect(!frames.dropFirst(index + 1).contains { $0.overlaps(one) })
            }
            #expect(page.modules.allSatisfy { $0.overset.isEmpty })
        }
    }

    @Test func theDummyKeepsTheStep() throws {
        for copy in Self.copies {
            let first = page(copy)
            guard first.modules.contains(where: { $0.variant.step != nil }) else { continue }
            var edited = first.kept
            edited.planned = "edited"
            let again = page(copy, previous: edited)
            #expect(again.modules.map(\.cells) == first.modules.map(\.cells))
            #expect(again.modules.map(\.variant.step) == first.modules.map(\.variant.step))
            #expect(again.kept.stories.contains { $0.step != nil })
        }
    }
}
