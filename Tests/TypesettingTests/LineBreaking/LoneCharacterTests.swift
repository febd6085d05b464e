import Testing

@testable import Typesetting

/// CLREQ 7.1.2: a paragraph's last line is never one character (孤字不成行) if any setting avoids it.
struct LoneCharacterTests {
    @Test(arguments: 8...20) func avoided(measure: Int) {
        // One character more than whole lines hold.
        let text = String(repeating: "汉", count: measure * 3 + 1)
        let last = Proof(text, measure: Double(measure)).texts.last!
        #expect(last.count >= 2)
        let greedy = Proof(text, measure: Double(measure)) { $0.firstFit = true }.texts.last!
        #expect(greedy.count == 1)
    }

    /// A character with its mark is still one character. It moves up into the line before if that can be squeezed.
    @Test func withMark() {
        let proof = Proof("一二，三四，五六，七。", measure: 8)
        #expect(proof.texts.last!.count > 2 || proof.lines.count == 1)
    }
}
