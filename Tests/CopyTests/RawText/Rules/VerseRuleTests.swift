import Testing

@testable import Copy

@Suite struct VerseRuleTests {
    private static let stanza = "春风吹绿江南岸\n燕子归来寻旧巢\n谁家小楼听夜雨\n一枝红杏出墙头"

    @Test func versesKeepTheirLinesAndStanzas() {
        let article = readRaw("春江\n□ 张敏\n\n\(Self.stanza)\n\n又是一年芳草绿\n依然十里杏花红\n东风不解离人意\n犹送花香过小桥\n").articles[0]
        #expect(article.title == "春江")
        #expect(article.byline == "□ 张敏")
        #expect(article.body.map(\.text) == [Self.stanza, "又是一年芳草绿\n依然十里杏花红\n东风不解离人意\n犹送花香过小桥"])
    }

    @Test func theRunBeginsWithThePoemsTitle() {
        let article = readRaw("春江\n\n\(Self.stanza)\n").articles[0]
        #expect([article.title] + article.body.map(\.text) == ["春江", Self.stanza])
    }

    @Test func coupletsWithMarksAreVerse() {
        let couplets = "江南好，\n风景旧曾谙。\n日出江花红胜火，\n春来江水绿如蓝。"
        #expect(readRaw("忆江南\n\n\(couplets)\n").articles[0].body.map(\.text) == [couplets])
    }

    @Test func shortParagraphsAreNotVerse() {
        let read = readRaw("小村新事\n\n天亮了。\n\n她出门了。\n\n路很滑。\n\n她走得很慢。\n\n桥到了。")
        #expect(read.articles[0].body.count == 5)
    }

    @Test func numberedHeadingsAreNotVerse() {
        let read = readRaw("全会决议\n\n听取了报告。\n\n一、总体要求\n\n稳中求进。\n\n二、主要目标\n\n增长百分之六。")
        #expect(dump(read.articles).contains("## 一、总体要求"))
        #expect(read.articles[0].body.count == 5)
    }

    /// A headline of two or three lines below verse or a table, with another form.
    @Test func aHeadlineWithAnotherIndentIsNotVerse() {
        let verse = Self.stanza.split(separator: "\n").map { "　　" + $0 }.joined(separator: "\n")
        let articles = readRaw(
            "春江\n张敏\n\(verse)\n我县推进农田水利\n建设打造河道文明\n——沿江村见闻\n　　本报讯 今天，工程开工。"
        ).articles
        #expect(articles.map(\.title) == ["春江", "我县推进农田水利\n建设打造河道文明"])
        #expect(articles[0].body.map(\.text) == [Self.stanza])
    }

    @Test func aHeadlineBelowATableIsNotARow() {
        let rows = "姓名　单位　名次\n王明　城关镇　第一名\n李静　沿江村　第二名\n张敏　实验小学　第三名"
        let articles = readRaw(
            "书法比赛揭晓\n本报讯 比赛昨天揭晓，名单如下：\n\(rows)\n县委会议强调压实责任\n确保群众安全度汛\n本报讯 今天，会议召开。"
        ).articles
        #expect(articles[0].body.map(\.text).last == rows)
        #expect(
            articles.dropFirst().map { ($0.kicker ?? "") + $0.title.filter { $0 != "\n" } } == ["县委会议强调压实责任确保群众安全度汛"])
    }

    @Test func aLongerHeadlineIsNotVerse() {
        let articles = readRaw(
            "春江\n\n□ 张敏\n\n\(Self.stanza)\n\n全市防汛工作会议强调\n\n把责任落实到每一处堤防\n\n本报讯 今天，会议召开。"
        ).articles
        #expect(articles[0].body.map(\.text) == [Self.stanza])
        #expect(articles[1].kicker == "全市防汛工作会议强调")
        #expect(articles[1].title == "把责任落实到每一处堤防")
    }

    @Test(arguments: ["\n\n\n记者 李静\n\n", "\n记者 李静\n"])
    func aBylineOfTheNextStoryTakesNoVerseAsTitle(_ byline: String) {
        let body = readRaw("春江\n□ 张敏\n\(Self.stanza)\(byline)老街换新颜\n清晨，老街醒了。\n后来大家都来了。").articles[0].body
        #expect(body.map(\.text) == [Self.stanza])
    }

    @Test func theLastRowOfATableIsNotATitle() {
        let rows = "姓名　单位　名次\n王明　城关镇　第一名\n李静　沿江村　第二名\n张敏　实验小学　第三名"
        let articles = readRaw("书法比赛揭晓\n本报讯 比赛昨天揭晓，名单如下：\n\(rows)\n□ 记者 李静\n——城关镇见闻\n清晨，老街醒了。").articles
        #expect(articles[0].body.map(\.text).last == rows)
    }

    @Test func aPoemBelowABylineHasATitleAndAPoet() {
        let articles = readRaw(
            "老街换新颜\n\n清晨，老街醒了。\n\n本报记者 王明\n\n春江\n\n张敏\n\n\(Self.stanza)\n"
        ).articles
        #expect(articles.map(\.title) == ["老街换新颜", "春江"])
        #expect(articles.map(\.byline) == ["本报记者 王明", "张敏"])
        #expect(articles.last?.body.map(\.text) == [Self.stanza])
    }

    @Test func aHeadlineAfterTheWidestGapIsNotVerse() {
        let articles = readRaw(
            "春江\n\n□ 张敏\n\n\(Self.stanza)\n\n\n\n城关镇基层观察\n\n让老街的夜晚热起来\n\n本报讯 今天，会议召开。"
        ).articles
        #expect(articles[0].body.map(\.text) == [Self.stanza])
        #expect(articles.last?.kicker == "城关镇基层观察")
    }
}
