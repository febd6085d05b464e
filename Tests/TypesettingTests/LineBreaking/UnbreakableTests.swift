import Testing

@testable import Typesetting

/// CLREQ 5.4.1, 5.7, 6.1.2: what is never divided at a line's end.
struct UnbreakableTests {
    @Test(arguments: [
        "——", "……", "13.2", "1,000", "8GW", "30%", "￥100", "US$100", "-5℃", "14：30", "２０２３", "km/h", "COVID-19", "？！",
        "1000‰",
        "PM2.5", "kW·h",
    ])
    func staysWhole(piece: String) {
        // Wherever the piece falls, it is on one line.
        for before in 1...8 {
            let text = String(repeating: "汉", count: before) + piece + "字字字字字字字字"
            let lines = Proof(text, measure: 8).texts
            #expect(lines.contains { $0.contains(piece) }, "\(lines)")
        }
    }

    /// The same line breaks at a space or a Han character.
    @Test func mayBreak() {
        #expect(Proof("汉汉汉汉汉汉汉8千瓦", measure: 8) { $0.firstFit = true }.texts.count == 2)
        #expect(!Proof("汉汉汉汉汉New York字字", measure: 8) { $0.firstFit = true }.texts.contains { $0.contains("New York") })
    }

    /// CLREQ 6.1.2.2: a number and its counter are divided only if keeping them together costs more.
    @Test func counterStays() {
        #expect(BreakCost.cost(Self.cells("2638万元"), before: 4) == BreakCost.counter)
        #expect(BreakCost.cost(Self.cells("万元2638"), before: 2) == 0)
        #expect(BreakCost.cost(Self.cells("第3名"), before: 1) == BreakCost.counter)
        #expect(BreakCost.cost(Self.cells("25 km"), before: 3) == BreakCost.unit)
        #expect(BreakCost.cost(Self.cells("of km"), before: 3) == 0)
    }

    /// CLREQ 6.1.2.3: note marks stay with the word before them; list numbers do not.
    @Test func noteMarks() {
        let kinds = { (text: String) in Self.cells(text).map(\.kind) }
        #expect(kinds("发展①，")[2] == .noteMark)
        #expect(kinds("一是：①加强")[3] == .han)
        #expect(Self.cells("发展〔12〕")[1].joint == .closed)
        #expect(Self.cells("发展〔2023〕")[1].joint == .byClass)
        #expect(!Proof("一二三四五六①七八", measure: 6).texts[1].hasPrefix("①"))
        #expect(Proof("一二三四五：①七八", measure: 6) { $0.firstFit = true }.texts[1].hasPrefix("①"))
    }

    /// No-break spaces and word joiners prevent a break, zero-width spaces allow one.
    @Test func joiners() {
        #expect(Proof("一二三四五六七八", measure: 4).texts[0] == "一二三四")
        #expect(Proof("一二三四\u{2060}五六七八", measure: 4).texts[0] == "一二三")
        #expect(Proof("一二三四\u{A0}五六七八", measure: 4).texts[0] == "一二三")
        #expect(Proof("一二AAAAAAAA\u{200B}BBBBBB", measure: 8).texts[0].hasSuffix("A\u{200B}"))
    }

    /// A word that is wider than the line breaks inside, but not before or after a mark.
    @Test func longWord() {
        let word = String(repeating: "abcdefghij", count: 6)
        let lines = Proof("（" + word + "），", measure: 8) { $0.hyphenates = false }
        #expect(lines.texts.joined() == "（" + word + "），")
        #expect(lines.lines.allSatisfy { $0.width <= 8.001 })
        #expect(lines.texts.last!.count > 2)
    }

    static func cells(_ text: String) -> [Cell] {
        Shaper(fonts: SampleFonts.book()).shape(
            StyledText(text, role: "song"), language: "zh-Hans", halfWidthFigures: true
        ).cells
    }
}
