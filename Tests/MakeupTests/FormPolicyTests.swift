import Copy
import Testing

@testable import Makeup

struct FormPolicyTests {
    private func stories(_ page: SamplePage, _ titles: [String], rank: Int = 4, kicker: String? = nil) -> [Story] {
        titles.map { page.story(title: $0, kicker: kicker, rank: rank, body: SamplePage.paragraphs([200])) }
    }

    @Test func onlySmallStoriesMayHaveTheHeadlineBesideTheText() throws {
        let page = try SamplePage()
        let small = page.story(rank: 4, body: SamplePage.paragraphs([60]))
        let long = page.story(rank: 4, body: SamplePage.paragraphs([300, 300]))
        let lead = page.story(rank: 1, body: SamplePage.paragraphs([60]))
        let forms = FormPolicy(boxes: 0).forms(of: [lead, small, long])
        #expect(forms.map { $0.contains(.besideHeadline) } == [false, true, false])
    }

    @Test("the photo of the story of highest rank is the page's largest")
    func thePhotoOfTheHighestRankIsTheLargest() throws {
        let page = try SamplePage()
        let pictured = [4, 2, 2].map {
            page.story(rank: $0, body: SamplePage.paragraphs([60]), pictures: [SamplePage.picture(3, 2)])
        }
        let forms = FormPolicy(boxes: 0).forms(of: stories(page, ["黄桃熟了"], rank: 1) + pictured)
        #expect(forms.map { $0.contains(.leadPhoto) } == [false, false, true, false])
    }

    @Test func atMostTwoHeadlinesOfAPageAreVertical() throws {
        let stories = stories(try SamplePage(), ["黄桃熟了", "合作社里忙到深夜", "老街新颜", "江津花椒香飘海外"])
        let forms = FormPolicy(boxes: 0).forms(of: stories)
        #expect(forms.map { $0.contains(.verticalHeadline) } == [true, false, true, false])
    }

    @Test func aVerticalHeadlineHasHanCharactersOnlyAndNoOtherParts() throws {
        let page = try SamplePage()
        let mixed = stories(page, ["GDP增长5%", "“两病”用药"]) + stories(page, ["黄桃熟了"], kicker: "见闻")
        #expect(FormPolicy(boxes: 0).forms(of: mixed).allSatisfy { !$0.contains(.verticalHeadline) })
    }

    @Test(arguments: 0...2)
    func theLayoutsNumberOfStoriesIsBoxedAndNeverTheLead(_ boxes: Int) throws {
        let page = try SamplePage()
        let stories = stories(page, ["GDP增长5%"], rank: 1) + stories(page, ["“两病”用药", "5月见闻", "3条公交线路"])
        let forms = FormPolicy(boxes: boxes).forms(of: stories)
        #expect(forms.filter { $0.contains(.box) }.count == boxes)
        #expect(!forms[0].contains(.box))
    }
}
