import Testing

@testable import Typesetting

/// CLREQ 6.2.2.2: what shrinks first if a line is too long, in equal amounts within a class.
struct SqueezeOrderTests {
    /// Two kinds of white on a line that is half an em too long: the first one shrinks, the other does not.
    @Test func lineEndFirst() {
        let line = Proof("一二，三四，五", measure: 5.5)
        #expect(line.texts[0] == "一二，三四，" && line.x(of: "三").isAbout(3))
    }

    @Test func wordSpaceBeforeInterpunct() {
        let proof = Proof("a b·三", measure: Proof("a b·三").lines[0].width - 0.05)
        #expect(proof.lines.count == 1 && proof.x(of: "b") < Proof("a b·三").x(of: "b") - 0.04)
        #expect((proof.x(of: "三") - proof.x(of: "b")).isAbout(Proof("a b·三").x(of: "三") - Proof("a b·三").x(of: "b")))
    }

    @Test func interpunctBeforeBracket() {
        let proof = Proof("一·二（三四", measure: 5.75)
        #expect(proof.lines.count == 1 && proof.x(of: "二").isAbout(1.75) && proof.x(of: "三").isAbout(3.75))
    }

    @Test func bracketBeforePause() {
        let proof = Proof("一，二（三四", measure: 5.75)
        #expect(proof.x(of: "二").isAbout(2) && proof.x(of: "三").isAbout(3.75))
    }

    @Test func pauseBeforeHanLatin() {
        let proof = Proof("一，二2三", measure: 4.75)
        #expect(
            proof.lines.count == 1 && proof.x(of: "二").isAbout(1.75)
                && (proof.x(of: "三") - proof.x(of: "2")).isAbout(0.75))
    }

    @Test func hanLatinBeforeStop() {
        let proof = Proof("一。二2三", measure: 4.9)
        #expect(proof.lines.count == 1 && proof.x(of: "二").isAbout(2) && proof.lines[0].width.isAbout(4.9))
    }

    /// Two marks of a class shrink by half each.
    @Test func equally() {
        let proof = Proof("一，二，三四", measure: 5.5)
        #expect(proof.x(of: "二").isAbout(1.75) && proof.x(of: "三").isAbout(3.5))
    }

    /// Without squeezing, the rest moves to the next line.
    @Test func pushesOut() {
        #expect(Proof("一，二，三四", measure: 5.5) { $0.squeezes = false }.lines.count == 2)
    }
}
