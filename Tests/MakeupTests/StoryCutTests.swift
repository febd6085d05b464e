import Copy
import Testing

@testable import Makeup

/// The places at which a long story is divided, and its parts.
struct StoryCutTests {
    private func article(_ body: [Block]) -> Article {
        Article(
            id: "long", title: "长稿", deck: "——副题", byline: "记者 甲", body: body,
            photos: [Photo(file: "a.jpg", caption: "图", credit: nil, place: SamplePage.place)], place: SamplePage.place)
    }

    @Test func shortStoriesAreNotDivided() {
        #expect(StoryCut.places(in: [article(SamplePage.paragraphs([200, 200]))]).isEmpty)
    }

    @Test func theFirstPlaceIsNearTheMiddle() throws {
        let cut = try #require(StoryCut.places(in: [article(SamplePage.paragraphs([300, 200, 200, 300]))]).first)
        #expect(cut.block == 2)
    }

    /// A subhead stays with the block after it.
    @Test func aSubheadIsNeverLast() throws {
        let body =
            SamplePage.paragraphs([400]) + [.subhead(["小标题"], place: SamplePage.place)] + SamplePage.paragraphs([400])
        for cut in StoryCut.places(in: [article(body)]) { #expect(cut.block == 1) }
    }

    @Test func nothingIsLostBetweenTheParts() throws {
        let whole = article(SamplePage.paragraphs([300, 200, 200, 300]))
        let cut = try #require(StoryCut.places(in: [whole]).first)
        let parts = cut.parts(of: [IllustratedArticle(whole)]).map(\.article)
        #expect(parts.count == 2)
        #expect(parts[0].body + parts[1].body == whole.body)
        #expect(parts[0].photos == whole.photos)
        #expect(parts[1].photos.isEmpty)
        #expect(parts[1].title == whole.title)
        #expect(parts[0].id != parts[1].id)
    }
}
