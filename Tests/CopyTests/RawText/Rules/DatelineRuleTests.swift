import Testing

@testable import Copy

@Suite struct DatelineRuleTests {
    private func marks(_ text: String) -> [String] {
        DatelineRule.marks(in: text).map { "\($0.kind) \(String(Array(text)[$0.range]))" }
    }

    @Test(arguments: [
        ("本报讯（记者 王明）6月20日，会议召开。", ["dateline 本报讯", "reporters （记者 王明）"]),
        ("本报讯 6月20日，会议召开。", ["dateline 本报讯"]),
        ("本报讯6月20日，会议召开。", ["dateline 本报讯"]),
        ("新华社北京6月20日电（记者 王明、李静）国务院", ["dateline 新华社北京6月20日电", "reporters （记者 王明、李静）"]),
        ("本报北京6月20日电 （记者王明）会议", ["dateline 本报北京6月20日电", "reporters （记者王明）"]),
        ("本报北京电 外交部发言人表示", ["dateline 本报北京电"]),
        ("据新华社北京6月20日电 国务院", ["dateline 据新华社北京6月20日电"]),
        ("中新网6月20日电 国务院", ["dateline 中新网6月20日电"]),
        ("本报综合消息 连日来", ["dateline 本报综合消息"]),
        ("【本报讯】会议召开。", ["dateline 【本报讯】"]),
        ("华龙网讯（记者 王明）会议", ["dateline 华龙网讯", "reporters （记者 王明）"]),
        ("新华社“雪龙2”号7月4日电（记者 王明）考察队", ["dateline 新华社“雪龙2”号7月4日电", "reporters （记者 王明）"]),
        ("【本报记者 王明 北京报道】会议召开。", ["dateline 【本报记者 王明 北京报道】"]),
        ("〔記者王明／台北報導〕會議召開。", ["dateline 〔記者王明／台北報導〕"]),
        ("【本報訊】會議召開。", ["dateline 【本報訊】"]),
        ("〔中央社〕氣象署表示", ["dateline 〔中央社〕"]),
        ("（美聯社紐約二十日電）美國股市", ["dateline （美聯社紐約二十日電）"]),
        ("據新華社北京6月20日電 國務院", ["dateline 據新華社北京6月20日電"]),
        ("【ロンドン共同】首相は来週", ["dateline 【ロンドン共同】"]),
        ("【北京＝山本健一】首相は来週", ["dateline 【北京＝山本健一】"]),
    ])
    func recognisesDatelines(_ text: String, _ expected: [String]) { #expect(marks(text) == expected) }

    @Test(arguments: [
        "会议召开。本报讯（记者 王明）", "国家电网供电所开展检修", "本报电子版上线（详见第2版）", "日报社送来一封电报", "他给家里打电话（长途）",
        "网上流传的电影（片段）", "【案例】李某将房屋出租", "（本报记者）", "【新华社】", "（中央社）氣象署表示", "【问：为何停电】答",
    ])
    func rejectsSentences(_ text: String) { #expect(marks(text) == []) }

    @Test func rangesCountCharacters() {
        #expect(DatelineRule.marks(in: "本报讯（记者 王明）会议")[1].range == 3..<10)
    }
}
