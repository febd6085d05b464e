import Testing

@testable import Typesetting

/// CLREQ 6.3.2: where a mark's blank lies, marks in a row, marks at line edges.
struct MarkSpacingTests {
    /// Two marks in a row take one and a half em: the half em between them is removed.
    @Test(arguments: ["），", "。”", "：“", "》、", "）（", "》《", "”。", "，“"]) func pairs(pair: String) {
        let proof = Proof("汉" + pair + "字")
        #expect(proof.x(of: "字").isAbout(2.5))
        // Without tightening, each mark keeps its em.
        #expect(Proof("汉" + pair + "字") { $0.tightensMarks = false }.x(of: "字").isAbout(3))
    }

    @Test func threeInARow() { #expect(Proof("汉》”，字").x(of: "字").isAbout(3)) }

    /// A single mark keeps its em, its ink at the left for ， and at the right for （.
    @Test func single() {
        #expect(Proof("汉，字").x(of: "字").isAbout(2))
        #expect(Proof("汉（字").x(of: "字").isAbout(2))
    }

    /// An opening mark loses its left half at a line's start, and at the paragraph's behind its indent.
    @Test func lineStart() {
        #expect(Proof("“一二三", indent: 2).x(of: "一").isAbout(2.5))
        #expect(Proof("“一二三", indent: 2) { $0.trimsParagraphStart = false }.x(of: "一").isAbout(3))
        let proof = Proof("一二三四五六（七八", measure: 6)
        #expect(proof.texts[1] == "（七八" && proof.x(of: "七", line: 1).isAbout(0.5))
    }

    /// A mark at a line's end loses its blank if the line needs it, and keeps its em if not.
    @Test func lineEnd() {
        #expect(Proof("“一二三四五，六七", measure: 6).texts[0] == "“一二三四五，")
        #expect(Proof("“一二三四五，六七", measure: 6).lines[0].width.isAbout(6))
        #expect(Proof("一二三四五，六七", measure: 6).lines[0].width.isAbout(5.5))
    }

    /// CLREQ 5.1.1.4: ？！ and ！！ are a rigid unit of two em that neither breaks nor opens.
    @Test(arguments: ["？！", "！！"]) func rigid(pair: String) {
        let scalars = Array(pair.unicodeScalars)
        let natural = Proof("汉" + pair + "字")
        #expect(
            natural.x(of: scalars[1], at: scalars[0] == scalars[1] ? 1 : 0).isAbout(2) && natural.x(of: "字").isAbout(3))
        let opened = Proof("汉汉" + pair + "汉汉汉WWWWW", measure: 9)
        let line = opened.lines[0]
        #expect(line.gap > 0 && (line.x[3] - line.x[2]).isAbout(1))
    }

    /// CLREQ 5.1.1.3: in Taiwan and Hong Kong pause and stop marks stand in the middle and take 0.75 em at a line's end;
    /// ？！ fill their em and are not adjusted.
    @Test(arguments: ["zh-Hant", "zh-Hant-HK"]) func centred(language: String) {
        let end = Proof("一二三四五六。七", measure: 6.75, language: language)
        #expect(end.texts[0] == "一二三四五六。" && end.advance(of: "。").isAbout(0.75))
        let question = UnbreakableTests.cells("？")
        #expect(question[0].right == 0.5)
        #expect(MarkBox(.exclamation, "？", in: PunctuationStyle(language: language))!.right == 0)
        // A mainland line of the same width trims the mark to half an em.
        #expect(Proof("一二三四五六。七", measure: 6.5).advance(of: "。").isAbout(0.5))
    }

    /// The place of the interpunct depends on its class: LXGW WenKai and Noto draw it a third of an em wide.
    @Test func interpunct() {
        let proof = Proof("卡尔·马克思")
        #expect(proof.x(of: "马").isAbout(3))
        #expect(UnbreakableTests.cells("kW·h")[2].kind == .westernSign)
    }

    /// CLREQ 5.1.1.2: scientific text ends its sentences with ．, which keeps its em like 。
    @Test func scientificStop() {
        #expect(Proof("汉．字").x(of: "字").isAbout(2))
        #expect(!Proof("一二三四五六．七", measure: 6).texts[1].hasPrefix("．"))
    }

    /// The full-width space is as wide as a character, and neither begins a line nor widens its end.
    @Test func wideSpace() {
        #expect(Proof("张三　李四").x(of: "李").isAbout(3))
        let proof = Proof("一二三四　五六", measure: 4)
        #expect(proof.texts == ["一二三四　", "五六"] && proof.lines[0].width.isAbout(4))
    }
}
