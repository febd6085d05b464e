import Diagnostics
import Testing

@testable import Copy

@Suite struct JoinedCreditTests {
    @Test func joinsACreditWithTheCaptionAbove() {
        let read = readRaw("图片新闻\n\n6月20日，游客在湿地公园赏荷。\n记者 王明 摄\n\n新桥通车\n\n新华社记者 李静 摄\n")
        #expect(read.articles.map(\.title) == ["图片新闻"])
        #expect(
            read.articles[0].photos.map { [$0.caption, $0.credit] } == [
                ["6月20日，游客在湿地公园赏荷。", "记者 王明 摄"], ["新桥通车", "新华社记者 李静 摄"],
            ])
    }

    @Test func aTitleStaysATitle() {
        let read = readRaw("新桥通车\n\n记者 王明 摄\n\n本报讯 今天，大桥通车。")
        #expect(read.articles.map(\.title) == ["新桥通车"])
        #expect(read.articles[0].photos.map(\.credit) == ["记者 王明 摄"])
    }

    @Test func aCreditForAllPicturesAppliesToThoseWithoutOne() {
        let photos = readRaw(
            "大桥通车\n\n本报讯 今天，大桥通车。\n\n图为大桥。\n\n村民都来了。\n\n图为桥头。王明 摄\n\n图为老桥。\n\n大家都说好。\n\n（本版图片均由县档案馆提供）"
        ).articles[0].photos
        #expect(photos.map(\.credit) == ["（本版图片均由县档案馆提供）", "王明 摄", "（本版图片均由县档案馆提供）"])
    }
}

@Suite struct UncreditedCaptionTests {
    private func read(gap: Int, sentence: String = "村民在采摘葡萄。") -> (photos: [String], warnings: [Int?]) {
        let blankLines = String(repeating: "\n", count: gap + 1)
        let read = readRaw(
            "村里的致富经\n\n本报记者 王明 文/图\n\n盛夏时节，村里满眼青翠。\(blankLines)\(sentence)\n\n两年前，村里引进了葡萄。\n\n如今收入翻了番。")
        return (read.articles[0].photos.map { "\($0.caption) after \($0.after)" }, read.warnings.map(\.place?.line))
    }

    @Test func aShortSentenceAfterAWideGapIsACaption() {
        #expect(read(gap: 3).photos == ["村民在采摘葡萄。 after 1"])
        #expect(read(gap: 3).warnings == [9])
    }

    @Test func keepsText() {
        #expect(read(gap: 1).photos.isEmpty)
        #expect(read(gap: 2).photos.isEmpty)
        #expect(read(gap: 3, sentence: "村民在采摘葡萄。一年四季都有收成。").photos.isEmpty)
    }
}
