import Diagnostics
import Testing

@testable import Copy

@Suite struct DuplicateStoriesTests {
    private static let first = "本报讯（记者 王明）6月20日，跨江大桥正式通车，两岸群众往来更加便捷。"

    @Test func removesATeaserWithAWarning() {
        let read = readRaw(
            "大桥通车\n\n\(Self.first)\n\n学校开学\n\n本报讯 今天，全县中小学开学。\n\n大桥通车\n\n\(Self.first)\n\n大桥全长三公里。")
        #expect(read.articles.map(\.title) == ["学校开学", "大桥通车"])
        #expect(read.articles.map(\.id) == ["front-1", "front-2"])
        #expect(read.articles[1].body.count == 2)
        #expect(read.warnings.map(\.message) == ["this story is left out: the story at line 9 contains its text"])
        #expect(read.warnings[0].place?.line == 1)
    }

    @Test func keepsTheFirstOfTwoEqualStories() {
        let piece = "大桥通车\n\n\(Self.first)"
        let read = readRaw(piece + "\n\n" + piece)
        #expect(read.articles.count == 1)
        #expect(read.articles[0].place.line == 1)
    }

    @Test func theTeasersPictureGoesToTheStory() {
        let read = readRaw(
            "大桥通车\n\n\n\n大桥全景 记者 王明 摄\n\n\(Self.first)\n\n大桥通车\n\n\(Self.first)\n\n大桥全长三公里。")
        #expect(read.articles.map { $0.photos.map(\.caption) } == [["大桥全景"]])
    }

    @Test func keepsShortEqualTexts() {
        let read = readRaw("甲镇开会\n\n本报讯 会议召开。\n\n乙镇开会\n\n本报讯 会议召开。")
        #expect(read.articles.count == 2)
    }
}
