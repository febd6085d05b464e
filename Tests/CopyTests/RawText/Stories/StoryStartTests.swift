import Diagnostics
import Testing

@testable import Copy

@Suite struct StoryStartTests {
    @Test func aDatelineOpensAStory() {
        let read = readRaw("会议召开\n\n本报讯 6月20日，会议召开。\n\n学校开学\n\n本报讯 今天，学校开学。")
        #expect(read.articles.map(\.title) == ["会议召开", "学校开学"])
        #expect(read.warnings.isEmpty)
    }

    @Test func aShortLineInAFeatureIsASubhead() {
        let read = readRaw(
            "让老街热起来\n\n——城关镇更新记\n\n本报记者 王明\n\n清晨，老街醒了。\n\n旧貌换新颜\n\n三年前，这里还是棚户。\n\n烟火气回来了\n\n如今，老街有了新故事。")
        #expect(read.articles.count == 1)
        #expect(dump(read.articles).contains("  ## 旧貌换新颜\n"))
        #expect(dump(read.articles).contains("  ## 烟火气回来了\n"))
        #expect(read.warnings.isEmpty)
    }

    @Test func twoLinesMakeOneSubhead() {
        let read = readRaw("让老街热起来\n\n本报记者 王明\n\n清晨，老街醒了。\n\n三年变样\n旧貌换新颜\n\n三年前，这里还是棚户。")
        #expect(dump(read.articles).contains("  ## 三年变样 / 旧貌换新颜\n"))
    }

    @Test func briefsWithoutDatelinesAreStoriesWithAWarning() {
        let read = readRaw(
            "小区装上充电桩\n\n日前，小区新装的充电桩投入使用，居民充电方便。\n\n图书馆延长开放\n\n即日起，图书馆开放到晚上九点。\n\n社区开展免费义诊惠及百余名老人\n\n昨天，医生来到社区。")
        #expect(read.articles.map(\.title) == ["小区装上充电桩", "图书馆延长开放", "社区开展免费义诊惠及百余名老人"])
        #expect(!read.warnings.isEmpty)
    }

    @Test func afterADatelineHeadingsWithoutOneAreSubheads() {
        let read = readRaw(
            "上半年经济稳中向好\n\n本报讯 7月20日，记者获悉，上半年经济稳中向好。\n\n农业形势稳定\n\n粮食播种面积稳定。\n\n工业持续增长\n\n工业增加值增长6.5%。")
        #expect(read.articles.count == 1)
        #expect(dump(read.articles).contains("  ## 农业形势稳定\n"))
    }

    @Test func aListOfHeadingsIsAStory() {
        let read = readRaw("今日导读\n\n防汛全面部署 2版\n\n夏粮进展顺利 3版\n\n中考成绩公布 4版\n\n县委召开会议\n\n本报讯 6月20日，会议召开。")
        #expect(read.articles.map(\.title) == ["今日导读", "县委召开会议"])
        #expect(read.articles[0].body.count == 3)
        #expect(read.warnings.map(\.place?.line) == [1])
    }

    @Test func shortLinesAtTheEndAreText() {
        let read = readRaw("放假通知\n\n端午节放假三天，请做好值班。\n\n县政府办公室")
        #expect(read.articles[0].body.map(\.text) == ["端午节放假三天，请做好值班。", "县政府办公室"])
        #expect(read.warnings.count == 1)
    }

    @Test func aSignatureEndsAStory() {
        let read = readRaw("让老街热起来\n\n本报记者 王明\n\n清晨，老街醒了。（王明）\n\n我县推进农田水利项目建设\n\n连日来，工地上一片繁忙。\n\n农民都说好。")
        #expect(read.articles.count == 2)
    }

    @Test func copyThatBeginsWithTextHasNoTitle() {
        let read = readRaw("6月20日，全县防汛工作会议召开，安排部署下一阶段工作。\n\n会议强调，要抓好落实。")
        #expect(read.articles.map(\.title) == [""])
        #expect(read.warnings.map(\.message) == ["the copy begins without a title"])
    }

    /// A feature with subheads, to be followed by another story.
    private static let feature = "让老街热起来\n\n——城关镇更新记\n\n本报记者 王明\n\n清晨，老街醒了。\n\n旧貌换新颜\n\n三年前，这里还是棚户。\n\n"

    @Test(arguments: ["作者：李静", "□ 本报记者 李静", "李静 文/图", "By Li Jing"])
    func aShortHeadingWithABylineOpensAStory(_ byline: String) {
        let read = readRaw(Self.feature + "渡口\n\n\(byline)\n\n江上起了雾。\n\n我坐在船头。")
        #expect(read.articles.map(\.title) == ["让老街热起来", "渡口"])
        #expect(read.articles.map(\.byline) == ["本报记者 王明", byline])
        #expect(read.warnings.isEmpty)
    }

    @Test func aPoemAfterAFeatureKeepsItsPoet() {
        let articles = readRaw(
            Self.feature + "渡口\n\n李静\n\n清晨的码头\n还没有醒来\n雾从江心\n慢慢漫上石阶\n一只白鹭\n\n大桥通车\n\n本报讯 今天，大桥通车。"
        ).articles
        #expect(articles.map(\.title) == ["让老街热起来", "渡口", "大桥通车"])
        #expect(articles.map(\.byline) == ["本报记者 王明", "李静", nil])
    }

    @Test func aPoemHasNoSubheads() {
        let articles = readRaw(
            "渡口\n李静\n清晨的码头\n还没有醒来\n雾从江心\n慢慢漫上石阶\n一只白鹭\n\n老街换上新的路灯\n\n老街的路灯换了新的，晚上出门再不用带手电。\n\n居民都说好。"
        ).articles
        #expect(articles.map(\.title) == ["渡口", "老街换上新的路灯"])
    }

    @Test func picturesWithTitlesAtTheEndAreStories() {
        let articles = readRaw(
            "江边晨雾\n\n6月20日清晨，江面上起了大雾，渡船靠在码头等雾散去。王明 摄\n\n黄桃熟了\n\n6月21日，合作社的村民把新采的黄桃装箱过秤，送往外地。李静 摄"
        ).articles
        #expect(articles.map(\.title) == ["江边晨雾", "黄桃熟了"])
        #expect(articles.map(\.photos.count) == [1, 1])
    }

    @Test func warnsOfASubheadWithoutTextAbove() {
        let read = readRaw("让老街热起来\n\n本报记者 王明\n\n旧貌换新颜\n\n三年前，这里还是棚户。\n\n如今，老街有了新故事。")
        #expect(dump(read.articles).contains("  ## 旧貌换新颜\n"))
        #expect(read.warnings.map(\.place?.line) == [5])
    }

    @Test func gapsAboveSignedTitlesRevealOthers() {
        let signed = ["大桥", "老街", "校园"].map { "\($0)换新颜\n\n本报记者 王明\n\n清晨，\($0)醒了。\n\n后来大家都来了。\n\n\n\n" }
        let articles = readRaw(signed.joined() + "渡口的早晨\n\n江上起了雾。\n\n我坐在船头。").articles
        #expect(articles.map(\.title) == ["大桥换新颜", "老街换新颜", "校园换新颜", "渡口的早晨"])
    }

    @Test func aShortLineBelowATightSubheadIsText() {
        let read = readRaw(
            Self.feature + "三年变样\n烟火气回来\n\n如今，老街有了新故事。\n\n夜色更美\n\n老街的商户们把闲置\n\n的仓库改成了书屋，晚上也开门。")
        #expect(dump(read.articles).contains("  ## 三年变样 / 烟火气回来\n"))
        #expect(dump(read.articles).contains("  ## 夜色更美\n  老街的商户们把闲置的仓库改成了书屋"))
        #expect(read.warnings.map(\.place?.line) == [20])
    }

    @Test(arguments: ["一", "（一）", "1"])
    func aNumeralAloneIsASubhead(_ number: String) {
        let text = "让老街热起来\n□本报记者 王明\n　　清晨，老街醒了。\n　　\(number)\n　　三年前，这里还是棚户。\n　　如今，老街有了新故事，来的人一天比一天多，晚上也热闹。"
        #expect(dump(readRaw(text).articles).contains("  ## \(number)\n"))
    }

    @Test(arguments: ["关于停水的公告", "關於停水的公告", "征稿启事", "徵稿啟事"])
    func aNoticeAfterAFeatureIsAStory(_ title: String) {
        let articles = readRaw(
            Self.feature + "\(title)\n\n有关事项如下：\n\n一、时间为明天八时起。\n\n二、地点为人民路沿线。"
        ).articles
        #expect(articles.map(\.title) == ["让老街热起来", title])
    }

    @Test func aHeadingWithADeckAfterAPictureOpensAStory() {
        let articles = readRaw(
            "清扫街道\n\n图为志愿者。王明 摄\n\n快乐一夏\n\n——县青少年宫见闻\n\n记者 李静\n\n风筝飞起来了。\n\n孩子们都笑了。"
        ).articles
        #expect(articles.map(\.title) == ["清扫街道", "快乐一夏"])
        #expect(articles.last?.deck == "——县青少年宫见闻")
    }

    @Test func aDispatchBelowAHeadingGivesNoWarning() {
        let read = readRaw(Self.feature + "大桥通车\n\n本报讯 今天，大桥通车。")
        #expect(read.articles.map(\.title) == ["让老街热起来", "大桥通车"])
        #expect(read.warnings.isEmpty)
    }

    @Test func aShortHeadingWithADeckOpensAStory() {
        let read = readRaw(Self.feature + "渡口\n晨雾\n\n——江边见闻\n\n江上起了雾。\n\n我坐在船头。")
        #expect(read.articles.map(\.title) == ["让老街热起来", "渡口\n晨雾"])
        #expect(read.articles.last?.deck == "——江边见闻")
    }

    @Test func aHeadingAfterABylineOpensAStory() {
        let articles = readRaw(
            "老街换新颜\n\n——城关镇见闻\n\n清晨，老街醒了。\n\n旧貌\n\n三年前，这里还是棚户。\n\n本报记者 王明\n\n渡口\n\n江上起了雾。\n\n我坐在船头。\n\n记者 李静"
        ).articles
        #expect(articles.map(\.title) == ["老街换新颜", "渡口"])
        #expect(articles.map(\.byline) == ["本报记者 王明", "记者 李静"])
    }

    @Test func picturesWithTitlesAfterAFeatureAreStories() {
        let caption = "清晨，江面上起了大雾，渡船靠在码头等雾散去，来往的人都下了船。"
        let articles = readRaw(
            Self.feature + "江边\n\n6月20日\(caption)王明 摄\n\n黄桃\n\n6月21日\(caption)李静 摄"
        ).articles
        #expect(articles.map(\.title) == ["让老街热起来", "江边", "黄桃"])
    }

    @Test func aShortLineBelowANumberedSubheadIsText() {
        let read = readRaw(
            "让老街热起来\n\n本报记者 王明\n\n清晨，老街醒了。\n\n一、旧貌换新颜\n\n老街的商户们把闲置\n\n的仓库改成了书屋，晚上也开门。\n\n二、烟火气回来\n\n大家都说好。")
        #expect(dump(read.articles).contains("  ## 一、旧貌换新颜\n  老街的商户们把闲置的仓库改成了书屋"))
        #expect(read.warnings.map(\.place?.line) == [9])
    }
}
