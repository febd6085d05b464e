import Copy
import Diagnostics
import Layouts
import Testing
import Typesetting

@testable import Makeup

struct BriefGroupTests {
    private func article(_ number: Int, characters: Int = 40, rank: Int? = nil, deck: String? = nil)
        -> IllustratedArticle
    {
        let place = SourcePlace(file: "front.txt", line: number)
        let text = "本报讯" + String(repeating: "黄", count: characters - 3)
        let body = [Block.paragraph(Paragraph(text, marks: [.init(.dateline, 0..<3)], place: place))]
        // A picture's width identifies its story. Briefs have no picture of their own.
        return IllustratedArticle(
            Article(id: "s\(number)", title: "简讯之\(number)", deck: deck, rank: rank, body: body, place: place),
            pictures: [SamplePage.picture(number, 1)])
    }

    private func grouped(
        _ articles: [IllustratedArticle], _ more: String = "briefs: 简讯\n"
    ) throws -> [IllustratedArticle] {
        BriefGroup(layout: try SamplePage(more).layout).grouped(articles)
    }

    @Test func briefsAreGatheredInThePlaceOfTheFirst() throws {
        let articles = [article(1, characters: 300), article(2), article(3, characters: 300), article(4), article(5)]
        let result = try grouped(articles)
        #expect(result.map(\.article.id) == ["s1", "s2+s4+s5", "s3"])
        #expect(result.map { $0.pictures.map(\.width) } == [[1], [2], [3]])
        let group = result[1].article
        #expect(group.title == "简讯")
        #expect(group.rank == 4)
        let paragraphs = group.body.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
        #expect(paragraphs.map(\.place.line) == [2, 4, 5], "each keeps its place in the copy")
        for (paragraph, number) in zip(paragraphs, [2, 4, 5]) {
            #expect(paragraph.text.hasPrefix("简讯之\(number)　本报讯"))
            #expect(paragraph.marks == [.init(.bold, 0..<4), .init(.dateline, 5..<8)])
        }
    }

    @Test func noWordOfABriefIsLost() throws {
        let articles = [article(1), article(2), article(3)]
        let group = try #require(try grouped(articles).first?.article)
        let text = group.body.map { if case .paragraph(let paragraph) = $0 { paragraph.text } else { "" } }.joined()
        for article in articles.map(\.article) {
            guard case .paragraph(let paragraph) = article.body[0] else { continue }
            #expect(text.contains(article.title + "　" + paragraph.text))
        }
    }

    @Test func anExplicitRankOverridesTheLength() throws {
        let long = [article(1, characters: 200, rank: 5), article(2, rank: 5), article(3, rank: 5)]
        #expect(try grouped(long).count == 1)
        let ranked = [article(1, rank: 2), article(2), article(3)]
        #expect(try grouped(ranked).count == 3)
    }

    @Test func storiesWithADeckAndTooFewBriefsAreNotGrouped() throws {
        #expect(try grouped([article(1, deck: "——副题"), article(2), article(3)]).count == 3)
        #expect(try grouped([article(1), article(2)]).count == 2)
    }

    @Test func nothingIsGroupedWithoutAHeadOrWhereAreasAreDrawn() throws {
        let articles = [article(1), article(2), article(3)]
        #expect(try grouped(articles, "").count == 3)
        #expect(try grouped(articles, "briefs: 简讯\nareas:\n  1: {columns: 1-4, rows: 1-20}\n").count == 3)
    }
}
