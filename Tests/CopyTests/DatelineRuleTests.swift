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
    ])
    func dispatchesAreKnown(_ text: String, _ wanted: [String]) { #expect(marks(text) == wanted) }

    @Test(arguments: [
        "会议召开。本报讯（记者 王明）", "国家电网供电所开展检修", "本报电子版上线（详见第2版）", "日报社送来一封电报", "他给家里打电话（长途）",
        "网上流传的电影（片段）",
    ])
    func sentencesAreNot(_ text: String) { #expect(marks(text) == []) }

    @Test func rangesCountCharacters() {
        #expect(DatelineRule.marks(in: "本报讯（记者 王明）会议")[1].range == 3..<10)
    }
}
