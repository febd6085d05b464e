import Testing

@testable import Typesetting

/// CLREQ 6.1.3: one pause or stop mark may hang over the line's end, as an option.
struct HangingMarkTests {
    private let text = "一二三四五六，七八九"

    @Test func hangs() {
        let proof = Proof(text, measure: 6) { $0.hangsMarks = true }
        #expect(proof.texts[0] == "一二三四五六，" && proof.lines[0].width.isAbout(6.5) && proof.lines[0].gap == 0)
    }

    @Test func onlyAsAnOption() {
        let proof = Proof(text, measure: 6)
        #expect(proof.texts[0] == "一二三四五" && proof.lines[0].width.isAbout(6))
    }

    /// Neither a closing bracket nor a second mark hangs.
    @Test func onlyOnePauseMark() {
        let bracket = Proof("一二三四（五）七八九", measure: 6) { $0.hangsMarks = true }
        #expect(bracket.lines.allSatisfy { $0.width <= 6.001 })
        let two = Proof("一二三四五六”，七八九", measure: 6) { $0.hangsMarks = true }
        #expect(two.texts[0] != "一二三四五六”，")
    }
}
