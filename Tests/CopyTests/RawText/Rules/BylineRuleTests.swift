import Testing

@testable import Copy

@Suite struct BylineRuleTests {
    private func byline(_ line: String) -> String? { RawLine(line, number: 1, gap: 0).flatMap(BylineRule.byline) }

    @Test(arguments: [
        "记者 王明 通讯员 李静", "本报记者 王明 李静 文/图", "□ 本报记者 王明", "□王明", "文/王明 图/李静", "王明 文/图",
        "作者：王明", "本报评论员", "特约记者 欧阳明", "记者 买买提·艾力", "见习记者王明", "通讯员 区委宣传部 王明",
        "记者 王明 摄影报道", "记者 张　三", "By Wang Ming", "本報記者 陳柏宇", "記者陳柏宇／台北報導", "撰文／劉怡君",
    ])
    func recognisesBylines(_ line: String) { #expect(byline(line) == line) }

    @Test func removesBrackets() { #expect(byline("（记者 王明）") == "记者 王明") }

    @Test(arguments: [
        "记者 王明 摄", "记者 王明摄", "本報記者 陳柏宇攝", "通讯员培训班开班", "记者节里话初心", "记者会召开", "记者 王明在现场看到，人很多。", "旧貌换新颜", "王明",
        "评论员文章引热议",
    ])
    func rejectsOtherLines(_ line: String) {
        #expect(byline(line) == nil)
    }

    @Test func bareNamesAreAByline() {
        let read = readRaw("春江\n\n王明\n\n江水绿了，岸上的柳树也发了芽。\n\n我坐在船头。")
        #expect(read.articles[0].byline == "王明")
        #expect(read.warnings.count == 1)
    }

    @Test func aBylineIsAboveOrBelowTheTitle() {
        for text in ["本报记者 王明\n\n让老街热起来\n\n清晨，老街醒了。", "让老街热起来\n\n本报记者 王明\n\n清晨，老街醒了。"] {
            let article = readRaw(text).articles[0]
            #expect([article.title, article.byline, article.body[0].text] == ["让老街热起来", "本报记者 王明", "清晨，老街醒了。"])
        }
    }

    @Test func aBylineAtTheEndSignsTheStoryBeforeIt() {
        let articles = readRaw(
            "让老街热起来\n\n清晨，老街醒了。\n\n本报记者 王明\n\n大桥通车\n\n本报讯（记者 李静）今天，大桥通车。"
        ).articles
        #expect(articles.map(\.byline) == ["本报记者 王明", nil])
    }
}
