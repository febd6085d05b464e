import Diagnostics
import Testing

@testable import Copy

@Suite struct ParagraphSeamTests {
    private func paragraphs(_ lines: [String], separatedBy separator: String = "\n\n") -> [String] {
        let text = (["大桥通车", "本报讯 今天，大桥通车。"] + lines).joined(separator: separator)
        return readRaw(text).articles[0].body.dropFirst().map(\.text)
    }

    @Test(arguments: [
        ("各项准备工作正在有序推进，参赛队正在抓紧最后的", "训练时间。", "各项准备工作正在有序推进，参赛队正在抓紧最后的训练时间。"),
        ("走进老街，", "灯火通明。", "走进老街，灯火通明。"),
        ("要抓生产、抓管理、", "抓销售。", "要抓生产、抓管理、抓销售。"),
        ("全县今年新建和改建农村公路，总投资达到20", "23万元，比去年多。", "全县今年新建和改建农村公路，总投资达到2023万元，比去年多。"),
        ("他说：“这座桥我们盼了", "十年。”", "他说：“这座桥我们盼了十年。”"),
        ("要落实“安全第一", "”的要求。", "要落实“安全第一”的要求。"),
        ("会议强调，要压实责任", "，确保安全。", "会议强调，要压实责任，确保安全。"),
        ("他去年读完了长篇小说《", "红旗谱》。", "他去年读完了长篇小说《红旗谱》。"),
        ("这家企业今年一季度累计出口新能源商用车，其中电动 SUV", "and MPV 最多。", "这家企业今年一季度累计出口新能源商用车，其中电动 SUV and MPV 最多。"),
    ])
    func joinsAParagraphCutInsideASentence(_ first: String, _ second: String, _ whole: String) {
        #expect(paragraphs([first, second]) == [whole])
        #expect(paragraphs([first, second], separatedBy: "\n") == [whole])
    }

    @Test(arguments: ["明天会更好。", "真好啊！", "怎么办？", "他说：“好。”", "明天会更好……", "他这样回答：", "（完。）"])
    func keepsACompleteParagraph(_ end: String) {
        #expect(paragraphs(["乡亲们都来了，" + end, "后来大家都散了。"]).count == 2)
    }

    @Test func joinsThreePieces() {
        #expect(paragraphs(["一辆商务车，载着", "招商干部，", "出发了。"]) == ["一辆商务车，载着招商干部，出发了。"])
    }

    @Test func joinsAcrossACaption() {
        let read = readRaw(
            "大桥通车\n\n本报讯 今天，大桥通车，两岸群众往来更加\n\n\n\n大桥全景 记者 王明 摄\n\n便捷。\n\n村民都来了。")
        #expect(read.articles[0].body.map(\.text) == ["本报讯 今天，大桥通车，两岸群众往来更加便捷。", "村民都来了。"])
        #expect(read.articles[0].photos.map(\.after) == [1])
    }

    @Test func keepsTheParagraphsOfAQuotation() {
        #expect(paragraphs(["他说：“先修路。", "“再架桥。”"]).count == 2)
    }

    @Test func warnsOfAFullStopInsideAnOpenQuotation() {
        let read = readRaw("大桥通车\n\n本报讯 今天，大桥通车。\n\n他说：“先修路。\n\n再架桥。”大家都笑了。")
        #expect(read.articles[0].body.count == 2)
        #expect(read.warnings.map(\.place?.line) == [7])
    }

    @Test func warnsOfAClosingQuoteWithoutAFullStop() {
        let read = readRaw("大桥通车\n\n本报讯 今天，大桥通车。\n\n全县深入开展“百日攻坚”活动，集中力量推进“四好农村路”\n\n县长出席仪式。")
        #expect(read.articles[0].body.count == 3)
        #expect(read.warnings.map(\.place?.line) == [7])
    }

    @Test func aMissingIndentJoinsIndentedParagraphs() {
        let read = readRaw(
            """
            防汛工作会议召开
            　　本报讯 6月20日，全县防汛工作会议召开，各乡镇和县级有关部门主要负责人参加了会议。
            　　会议要求，各乡镇要提高认识，压实责任，做好值班值守，确保群众生命财产安全。
            各部门要加强会商研判，及时发布预警信息，严格执行二十四小时值班和领导带班制度。
            　　会议强调，要加强巡查，发现险情及时处置，坚决防止发生人员伤亡事故，确保安全。
            　　县领导参加会议，各乡镇街道和县级有关部门的主要负责同志在各自的分会场参加会议。
            """)
        #expect(read.articles[0].body.count == 4)
        #expect(read.warnings.count == 1)
    }
}
