import Copy
import Testing
import Typesetting

@testable import Makeup

struct RankPolicyTests {
    private func story(_ lines: Int, rank: Int? = nil, deck: String? = nil, photo: Bool = false) -> Story {
        let article = Article(id: "a", title: "题", deck: deck, rank: rank, place: SamplePage.place)
        let body = Body(lengths: [.init(galley: SampleGalley.make(.lines(lines)), cost: 0)])
        return Story(article: article, rank: 1, body: body, pictures: photo ? [SamplePage.picture(3, 2)] : [])
    }

    @Test func theFirstStoryIsTheLeadAndTheNextTwoHaveTheSecondRank() {
        #expect(RankPolicy().ranks(of: (0..<5).map { _ in story(40) }) == [1, 2, 2, 3, 3])
    }

    @Test func shortStoriesHaveLowRanks() {
        #expect(RankPolicy().ranks(of: [story(3), story(7), story(8), story(14), story(15)]) == [1, 5, 4, 4, 3])
    }

    @Test func lengthADeckAndPhotosRaiseTheRank() {
        let small = [story(40), story(40), story(40)]
        #expect(RankPolicy().ranks(of: small + [story(80), story(81)]).suffix(2) == [3, 2])
        #expect(RankPolicy().ranks(of: small + [story(10, deck: "——侧记")]).last == 2)
        #expect(RankPolicy().ranks(of: small + [story(40, photo: true)]).last == 2)
        #expect(RankPolicy().ranks(of: small + [story(5, photo: true)]).last == 4)
        #expect(RankPolicy().ranks(of: small + [story(90, photo: true)]).last == 2, "no second lead")
    }

    @Test func explicitRanksAreKept() {
        let ranks = RankPolicy().ranks(of: [story(40, rank: 4), story(40, rank: 1), story(3, rank: 2), story(40)])
        #expect(ranks == [4, 1, 2, 3])
    }

    @Test func withoutAnExplicitLeadTheFirstUnrankedStoryIsTheLead() {
        #expect(RankPolicy().ranks(of: [story(40, rank: 3), story(40), story(40)]) == [3, 1, 2])
    }
}
