import Copy
import Diagnostics
import Layouts
import TestSupport
import Testing
import Typesetting

@testable import Makeup

/// Applying a suggested remedy fills the page.
struct CopyfitAdvisorTests {
    private let sample: SamplePage

    init() throws { sample = try SamplePage("makeup: auto\n") }

    private func articles(_ lengths: [[Int]]) -> [Article] {
        lengths.enumerated().map { index, lengths in
            Article(
                id: "s\(index + 1)", title: "合作社里第\(index + 1)次忙起来", body: SamplePage.paragraphs(lengths),
                place: SamplePage.place)
        }
    }

    private func composed(_ articles: [Article]) -> Reported<ComposedPage> {
        sample.composed(articles.map { IllustratedArticle($0) })[0]
    }

    private func expectFilled(_ articles: [Article]) {
        let page = composed(articles)
        #expect(page.diagnostics.isEmpty)
        #expect(page.value.report.emptyLines == 0)
        #expect(page.value.modules.count == articles.count)
    }

    private let tooMuch = [[400, 350], [420, 200], [300, 120], [320], [260], [250, 130], [180]]

    @Test func theSuggestedMoveMakesRoom() throws {
        let copy = articles(tooMuch)
        let page = composed(copy)
        let error = try #require(page.diagnostics.first { $0.severity == .error })
        let match = try #require(
            error.message.wholeMatch(
                of: /page 1 is (\d+) lines? \(about (\d+) characters\) over: (.*) stands nowhere on it/))
        #expect(Int(match.1)! * sample.layout.grid.measure == Int(match.2)!)
        let left = copy.filter { match.3.contains("“\($0.title)”") }
        #expect(!left.isEmpty)
        // The proof has all stories but these.
        #expect(page.value.modules.count == copy.count - left.count)
        for story in left { #expect(error.hints.joined().contains("“\(story.title)” (")) }
        expectFilled(copy.filter { !left.contains($0) })
    }

    @Test(.slow) func theSuggestedCutMakesRoom() throws {
        // The lead grows until it is slightly too long.
        let tooLong = stride(from: 700, to: 1600, by: 40).lazy.compactMap { more -> ([Article], [String])? in
            let copy = self.articles([[400, more], [320], [280, 90], [200]])
            let hints = self.composed(copy).diagnostics.first { $0.severity == .error }?.hints
            return hints.map { (copy, $0) }
        }.first
        let (copy, hints) = try #require(tooLong)
        let cut = try #require(
            hints.joined().firstMatch(of: /or cut (\d+) lines? \(about (\d+) characters\) from “(.*?)”/))
        let index = try #require(copy.firstIndex { $0.title == cut.3 })
        var resized = copy
        resized[index] = copy[index].resized(by: -Int(cut.2)!)
        expectFilled(resized)
    }

    @Test func theSuggestedAdditionFillsThePage() throws {
        let copy = articles([[400, 250], [180], [180, 60]])
        let warning = try #require(composed(copy).diagnostics.first { $0.message.contains(" short: ") })
        #expect(warning.severity == .warning)
        let match = try #require(warning.message.firstMatch(of: /page 1 is (\d+) lines?/))
        #expect(composed(copy).value.report.emptyLines == Int(match.1))
        let longer = try #require(
            warning.hints.joined().firstMatch(of: /let “(.*?)” run \d+ lines? \(about (\d+) characters\) longer/))
        let index = try #require(copy.firstIndex { $0.title == longer.1 })
        var resized = copy
        resized[index] = copy[index].resized(by: Int(longer.2)!)
        expectFilled(resized)
    }

    @Test func aStoryLargerThanThePageIsCutOffAtItsFoot() throws {
        let page = composed(articles([Array(repeating: 300, count: 20)]))
        let module = try #require(page.value.modules.first)
        #expect(module.oversetRows > 0)
        #expect(
            page.diagnostics.contains {
                $0.message.contains("\(module.oversetRows) lines") && $0.message.contains("too long")
            })
    }
}
