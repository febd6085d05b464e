import Testing

@testable import Copy

@Suite struct LoneCreditTests {
    @Test func aCreditOnItsOwnLineFindsItsCaption() {
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

    @Test func aCreditForAllPicturesIsOneForEachThatHasNone() {
        let photos = readRaw(
            "大桥通车\n\n本报讯 今天，大桥通车。\n\n图为大桥。\n\n村民都来了。\n\n图为桥头。王明 摄\n\n图为老桥。\n\n大家都说好。\n\n（本版图片均由县档案馆提供）"
        ).articles[0].photos
        #expect(photos.map(\.credit) == ["（本版图片均由县档案馆提供）", "王明 摄", "（本版图片均由县档案馆提供）"])
    }
}
