import Copy
import Diagnostics
import Layouts
import Pages
import TestSupport
import Testing
import Typesetting

@testable import Makeup

/// Pages that share their copy.
struct PageJobTests {
    private let sample: SamplePage

    init() throws { sample = try SamplePage("makeup: auto\n") }

    private func articles(_ lengths: [[Int]]) -> [IllustratedArticle] {
        lengths.enumerated().map { index, lengths in
            IllustratedArticle(
                Article(
                    id: "s\(index + 1)", title: "合作社里第\(index + 1)次忙起来", body: SamplePage.paragraphs(lengths),
                    place: SamplePage.place))
        }
    }

    private func pages(_ articles: [IllustratedArticle], count: Int) -> [Reported<ComposedPage>] {
        sample.composed(articles, pages: count)
    }

    private func text(_ page: ComposedPage) -> String { page.page.glyphRuns.map(\.text).joined() }

    @Test func storiesThatTheFirstPageCannotHoldAreOnTheSecond() throws {
        let copy = articles([[400, 350], [600], [500, 120], [620], [560], [550]])
        let composed = pages(copy, count: 2)
        #expect(composed.allSatisfy { !$0.diagnostics.hasErrors })
        let all = composed.map { text($0.value) }.joined()
        for article in copy.map(\.article) {
            let places = composed.indices.filter { text(composed[$0].value).contains(article.title) }
            #expect(places.count == 1, "\(article.title)")
            for case .paragraph(let paragraph) in article.body {
                let isThere = all.contains(paragraph.text)
                #expect(isThere, "\(article.id)")
            }
        }
        #expect(composed.allSatisfy { !$0.value.modules.isEmpty })
        // The lead stays on the first page.
        let leads = text(composed[0].value).contains(copy[0].article.title)
        #expect(leads)
    }

    /// Two stories do not fill two pages as wholes: one continues, with jump lines in both directions.
    @Test func aLongStoryContinuesOnTheNextPage() throws {
        let copy = articles([[500, 300], [420, 380, 400, 390, 410, 405, 395, 400, 410]])
        let composed = pages(copy, count: 2)
        let texts = composed.map { text($0.value) }
        let goesOn = texts[0].contains("（下转第2版）"), comesFrom = texts[1].contains("（上接第1版）")
        #expect(goesOn && comesFrom)
        let all = texts.joined()
        for article in copy.map(\.article) {
            for case .paragraph(let paragraph) in article.body {
                let isThere = all.contains(paragraph.text)
                #expect(isThere, "\(article.id)")
            }
        }
    }

    /// Copy that is too long for all pages is an error in lines and characters, which names the stories to move.
    @Test func tooMuchCopyIsAnError() throws {
        let copy = articles([[900, 900], [900, 900], [900, 900], [900, 900], [900]])
        let composed = pages(copy, count: 1)
        let errors = composed.flatMap(\.diagnostics).filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(errors[0].message.contains("lines"))
        #expect(errors[0].message.contains("characters"))
    }

    /// Copy that is too short leaves white, and a warning says how much.
    @Test func tooLittleCopyIsAWarning() throws {
        let composed = pages(articles([[200, 100]]), count: 1)
        let warnings = composed.flatMap(\.diagnostics)
        #expect(!warnings.hasErrors)
        #expect(warnings.contains { $0.message.contains(" short: ") })
        let isThere = text(composed[0].value).contains("合作社里第1次忙起来")
        #expect(isThere)
    }
}
