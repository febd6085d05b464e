import Testing

@testable import Typesetting

/// CLREQ 6.2.2.3: what opens first if a line is too short. Nothing opens inside a word or on the last line.
struct StretchOrderTests {
    /// A long word that does not fit leaves a line that has to be opened by a known amount.
    private func opened(_ text: String, by amount: Double) -> Proof {
        Proof(text + "WWWWWWWWWWWW", measure: Proof(text).lines[0].width + amount)
    }

    @Test func wordSpaceFirst() {
        let text = "汉字ab cd"
        let proof = opened(text + "，", by: 0.7)
        #expect(proof.lines[0].gap == 0)
        #expect((proof.x(of: "c") - Proof(text).x(of: "c")) > 0.16)
    }

    @Test func hanLatinSecond() {
        let proof = opened("汉12字字，", by: 0.8)
        #expect(proof.lines[0].gap == 0 && (proof.x(of: "字") - proof.x(of: "1")).isAbout(1.4))
    }

    @Test func thenAllEqually() {
        let proof = opened("一二三四五，", by: 1.5)
        #expect(proof.lines[0].gap.isAbout(0.2))
        #expect((proof.x(of: "三") - proof.x(of: "二")).isAbout(1.2))
    }

    /// Nothing opens inside ——, a number or a word.
    @Test func neverInside() {
        let proof = opened("一——二2023三，", by: 3)
        #expect(proof.lines[0].gap > 0)
        #expect((proof.x(of: "—", at: 1) - proof.x(of: "—")).isAbout(1))
        #expect((proof.x(of: "0") - proof.x(of: "2")).isAbout(0.5))
    }

    @Test func lastLine() {
        let proof = Proof("一二三四五六七八", measure: 6)
        #expect(proof.lines[1].gap == 0 && proof.lines[1].width.isAbout(2))
    }
}
