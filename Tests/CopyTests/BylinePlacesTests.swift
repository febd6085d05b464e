import Diagnostics
import Testing

@testable import Copy

@Suite struct BylinePlacesTests {
    private static let bridge = "大桥换新颜\n\n清晨，大桥醒了。\n\n后来大家都来了。\n\n"
    private static let street = "老街换新颜\n\n清晨，老街醒了。\n\n后来大家都走了。\n\n"

    @Test func bylinesThatLeadTheFirstStoryLeadAll() {
        let read = readRaw("记者 王明\n\n" + Self.bridge + "□ 记者 李静\n\n" + Self.street)
        #expect(read.articles.map(\.byline) == ["记者 王明", "□ 记者 李静"])
    }

    @Test func bylinesThatStandAtTheEndOfTheLastStandAtTheEndOfAll() {
        let read = readRaw(Self.bridge + "记者 王明\n\n" + Self.street + "□ 记者 李静")
        #expect(read.articles.map(\.byline) == ["记者 王明", "□ 记者 李静"])
        #expect(read.warnings.isEmpty)
    }

    @Test func theWhiteAboutThemTells() {
        let over = readRaw(Self.bridge + "\n\n记者 王明\n\n" + Self.street)
        #expect(over.articles.map(\.byline) == [nil, "记者 王明"])
        let under = readRaw(Self.bridge + "记者 王明\n\n\n\n" + Self.street)
        #expect(under.articles.map(\.byline) == ["记者 王明", nil])
    }

    @Test func whereNothingTellsItIsSaid() {
        let read = readRaw(Self.bridge + "记者 王明\n\n" + Self.street)
        #expect(read.articles.map(\.byline) == ["记者 王明", nil])
        #expect(read.warnings.map(\.place?.line) == [7])
    }
}
