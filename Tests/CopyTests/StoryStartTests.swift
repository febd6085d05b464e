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

    @Test func briefsWithoutDatelinesAreStoriesAndTheGuessIsSaid() {
        let read = readRaw(
            "小区装上充电桩\n\n日前，小区新装的充电桩投入使用，居民充电方便。\n\n图书馆延长开放\n\n即日起，图书馆开放到晚上九点。\n\n社区开展免费义诊惠及百余名老人\n\n昨天，医生来到社区。")
        #expect(read.articles.map(\.title) == ["小区装上充电桩", "图书馆延长开放", "社区开展免费义诊惠及百余名老人"])
        #expect(!read.warnings.isEmpty)
    }

    @Test func behindADatelineHeadingsWithoutOneAreSubheads() {
        let read = readRaw(
            "上半年经济稳中向好\n\n本报讯 7月20日，记者获悉，上半年经济稳中向好。\n\n农业形势稳定\n\n粮食播种面积稳定。\n\n工业持续增长\n\n工业增加值增长6.5%。")
        #expect(read.articles.count == 1)
        #expect(dump(read.articles).contains("  ## 农业形势稳定\n"))
    }

    @Test func aListOfHeadingsIsAPieceOfItsOwn() {
        let read = readRaw("今日导读\n\n防汛全面部署 2版\n\n夏粮进展顺利 3版\n\n中考成绩公布 4版\n\n县委召开会议\n\n本报讯 6月20日，会议召开。")
        #expect(read.articles.map(\.title) == ["今日导读", "县委召开会议"])
        #expect(read.articles[0].body.count == 3)
        #expect(read.warnings.map(\.place?.line) == [1])
    }

    @Test func shortLinesUnderEverythingAreText() {
        let read = readRaw("放假通知\n\n端午节放假三天，请做好值班。\n\n县政府办公室")
        #expect(read.articles[0].body.map(\.text) == ["端午节放假三天，请做好值班。", "县政府办公室"])
        #expect(read.warnings.count == 1)
    }

    @Test func aSignedStoryIsOver() {
        let read = readRaw("让老街热起来\n\n本报记者 王明\n\n清晨，老街醒了。（王明）\n\n我县推进农田水利项目建设\n\n连日来，工地上一片繁忙。\n\n农民都说好。")
        #expect(read.articles.count == 2)
    }

    @Test func aPieceThatOpensWithTextHasNoTitle() {
        let read = readRaw("6月20日，全县防汛工作会议召开，安排部署下一阶段工作。\n\n会议强调，要抓好落实。")
        #expect(read.articles.map(\.title) == [""])
        #expect(read.warnings.map(\.message) == ["the copy begins without a title"])
    }
}
