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

    @Test func whatTheFirstPageCannotHoldStandsOnTheSecond() throws {
        let copy = articles([[400, 350], [600], [500, 120], [620], [560], [550]])
        let made = pages(copy, count: 2)
        #expect(made.allSatisfy { !$0.diagnostics.hasErrors })
        let all = made.map { text($0.value) }.joined()
        for article in copy.map(\.article) {
            let places = made.indices.filter { text(made[$0].value).contains(article.title) }
            #expect(places.count == 1, "\(article.title)")
            for case .paragraph(let paragraph) in article.body {
                let isThere = all.contains(paragraph.text)
                #expect(isThere, "\(article.id)")
            }
        }
        #expect(made.allSatisfy { !$0.value.modules.isEmpty })
        // The lead stays on the first page.
        let leads = text(made[0].value).contains(copy[0].article.title)
        #expect(leads)
    }

    /// Two stories that fill no two pages whole: one goes on, with jump lines both ways.
    @Test func aLongStoryGoesOnOnTheNextPage() throws {
        let copy = articles([[500, 300], [420, 380, 400, 390, 410, 405, 395, 400, 410]])
        let made = pages(copy, count: 2)
        let texts = made.map { text($0.value) }
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

    /// Too much for all pages is an error in lines and characters, with the stories that would make room.
    @Test func tooMuchIsSaid() throws {
        let copy = articles([[900, 900], [900, 900], [900, 900], [900, 900], [900]])
        let made = pages(copy, count: 1)
        let errors = made.flatMap(\.diagnostics).filter { $0.severity == .error }
        #expect(errors.count == 1)
        #expect(errors[0].message.contains("lines"))
        #expect(errors[0].message.contains("characters"))
    }

    /// Too little leaves white, and a warning says how much.
    @Test func tooLittleIsSaid() throws {
        let made = pages(articles([[200, 100]]), count: 1)
        let warnings = made.flatMap(\.diagnostics)
        #expect(!warnings.hasErrors)
        #expect(warnings.contains { $0.message.contains(" short: ") })
        let isThere = text(made[0].value).contains("合作社里第1次忙起来")
        #expect(isThere)
    }
}
