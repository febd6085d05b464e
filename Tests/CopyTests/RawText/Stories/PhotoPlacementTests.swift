import Testing

@testable import Copy

@Suite struct PhotoPlacementTests {
    private func placement(_ caption: String) -> (photos: [[String]], warnings: Int) {
        let read = readRaw(
            "大桥通车\n\n本报讯 今天，跨江大桥通车，两岸群众往来便捷。\n\n\n\n\(caption) 记者 王明 摄\n\n学校开学\n\n本报讯 今天，县实验小学举行开学典礼。\n\n校长讲话。")
        return (read.articles.map { $0.photos.map { "\($0.caption) after \($0.after)" } }, read.warnings.count)
    }

    @Test func aCaptionGoesToTheStoryWithItsWords() {
        #expect(placement("跨江大桥通车").photos == [["跨江大桥通车 after 1"], []])
        #expect(placement("实验小学开学典礼").photos == [[], ["实验小学开学典礼 after 0"]])
        #expect(placement("实验小学开学典礼").warnings == 0)
    }

    @Test func warnsOfACaptionThatSharesNoWords() {
        let placement = placement("夏日荷塘")
        #expect(placement.photos == [["夏日荷塘 after 1"], []])
        #expect(placement.warnings == 1)
    }

    @Test func aCaptionBetweenTitleAndTextComesFirst() {
        let read = readRaw("大桥通车\n\n\n\n夏日荷塘 记者 王明 摄\n\n本报讯 今天，大桥通车。")
        #expect(read.articles.map { $0.photos.map(\.after) } == [[0]])
    }

    @Test func aCaptionBeforeAllTitlesBelongsToTheFirst() {
        let read = readRaw("夏日荷塘 记者 王明 摄\n\n大桥通车\n\n本报讯 今天，大桥通车。")
        #expect(read.articles.map { $0.photos.map(\.caption) } == [["夏日荷塘"]])
    }
}
