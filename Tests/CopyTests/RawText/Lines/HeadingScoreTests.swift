import Testing

@testable import Copy

@Suite struct HeadingScoreTests {
    private static let text = "　　清晨六点半，合作社的村民们把新采的黄桃装箱过秤，送往外地。\n"

    @Test func aLineWithAColonIsTheKickerOfTheTitleBelow() {
        let articles = readRaw(
            "　　大桥通车\n　　本报讯 今天，大桥通车。\n" + String(repeating: Self.text, count: 4)
                + "图为大桥。\n　　全市防汛工作会议强调：\n　　把责任落实到每一处堤防\n　　本报讯 今天，会议召开。"
        ).articles
        #expect(articles.map(\.title) == ["大桥通车", "把责任落实到每一处堤防"])
        #expect(articles.last?.kicker == "全市防汛工作会议强调：")
    }

    @Test func anIndentedLineAboveAContinuationIsText() {
        let body = readRaw(
            "　　大桥通车\n　　本报讯 今天，大桥通车。\n" + String(repeating: Self.text, count: 4)
                + "　　老街的商户们\n完成了管网的铺设，居民再也不用为下雨天发愁，孩子们上学也方便了许多。"
        ).articles[0].body
        #expect(body.last?.text.hasPrefix("老街的商户们完成了") ?? false)
    }
}
