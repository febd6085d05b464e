import Testing

@testable import Typesetting

/// CLREQ 6.1.1: what may not begin or end a line, by level.
struct LineEdgeTests {
    @Test(arguments: Array("、，。．：；！？‼⁇”’）》〉】〗〕］｝」』～–·‧／%‰℃").map { String($0) })
    func neverBegins(mark: String) {
        let lines = Proof("一二三四五六" + mark + "七八", measure: 6).texts
        #expect(!lines.contains { $0.hasPrefix(mark) })
        // Without rules the seventh place is the next line's first.
        #expect(
            Proof("一二三四五六" + mark + "七八", measure: 6, profile: "none") {
                $0.squeezes = false; $0.firstFit = true
            }
            .texts[1].hasPrefix(mark) || mark.unicodeScalars.first!.value < 0x2000)
    }

    @Test(arguments: Array("“‘（《〈【〖〔［｛「『￥№").map { String($0) })
    func neverEnds(mark: String) {
        let text = "一二三四五" + mark + "七八九十"
        #expect(!Proof(text, measure: 6).texts.contains { $0.hasSuffix(mark) })
        #expect(
            Proof(text, measure: 6, profile: "none") { $0.firstFit = true }.texts[0].hasSuffix(mark) || mark == "￥"
                || mark == "№")
    }

    /// GB/T 15834: no solidus at a line's end.
    @Test func solidusByLevel() {
        let text = "一二三四五／六七八"
        #expect(Proof(text, measure: 6) { $0.firstFit = true }.texts[0] == "一二三四五／")
        #expect(!Proof(text, measure: 6, profile: "GB").texts[0].hasSuffix("／"))
    }

    /// The strict level allows no —— and …… at a line's start.
    @Test(arguments: ["——", "……"]) func dashByLevel(mark: String) {
        let text = "一二三四五六" + mark + "七八九十"
        #expect(Proof(text, measure: 6) { $0.firstFit = true }.texts[1].hasPrefix(mark))
        #expect(!Proof(text, measure: 6, profile: "strict").texts[1].hasPrefix(mark))
    }

    /// JLREQ 3.1.7: small kana and ー, in Japanese and in quotations.
    @Test(arguments: ["ー", "っ", "ャ", "々"]) func smallKana(mark: String) {
        #expect(!Proof("あいうえおか" + mark + "きく", measure: 6, language: "ja").texts[1].hasPrefix(mark))
        #expect(
            Proof("あいうえおか" + mark + "きく", measure: 6, profile: "css-loose", language: "ja").texts[1].hasPrefix(mark))
    }
}
