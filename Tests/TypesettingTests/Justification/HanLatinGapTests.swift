import Testing

@testable import Typesetting

/// CLREQ 6.3.3: a quarter em between Han and Latin, with its exceptions.
struct HanLatinGapTests {
    @Test func quarter() {
        #expect(Proof("汉12字").x(of: "字").isAbout(1 + 0.25 + 1 + 0.25))
        #expect(Proof("汉12字") { $0.hanLatinGap = false }.x(of: "字").isAbout(2))
    }

    /// None at the line's edges, beside marks and inside brackets.
    @Test func exceptions() {
        #expect(Proof("12字").x(of: "1").isAbout(0))
        #expect(Proof("汉，12").x(of: "1").isAbout(2))
        #expect(Proof("（12）").x(of: "1").isAbout(0.5))
        #expect(Proof("汉汉汉12汉汉", measure: 4.25).lines[0].width.isAbout(4.25))
    }

    /// A sign that belongs to the number has the gap before it.
    @Test func sign() { #expect(Proof("温-5").x(of: "-").isAbout(1.25)) }

    /// The gap shrinks to an eighth before 。 shrinks, and opens to a half before gaps between Han open.
    @Test func adjusts() {
        let squeezed = Proof("汉汉12汉汉", measure: 5.25)
        #expect(
            squeezed.lines.count == 1 && squeezed.x(of: "1").isAbout(2.125) && squeezed.lines[0].width.isAbout(5.25))
        let opened = Proof("汉汉12汉汉WWWWWWWW", measure: 6) { $0.hyphenates = false }
        #expect(opened.lines[0].gap == 0 && opened.lines[0].width.isAbout(6))
    }

    /// Figures take half an em each, so that pairs of them keep the grid; the point keeps its own width.
    @Test func figures() {
        #expect(Proof("2023").advance(of: "3").isAbout(0.5))
        #expect(Proof("4.5").advance(of: ".") < 0.4)
        #expect(!Proof("2023") { $0.halfWidthFigures = false }.advance(of: "3").isAbout(0.5))
    }

    /// Hangul is spaced like Western text: no gap, and a third of an em between words.
    @Test func korean() {
        #expect(Proof("한국12", language: "ko").x(of: "1").isAbout(Proof("한국", language: "ko").lines[0].width))
        let word = Proof("한국 신문", language: "ko"), solid = Proof("한국신문", language: "ko")
        #expect((word.lines[0].width - solid.lines[0].width).isAbout(1.0 / 3))
    }

    /// Korean curly quotation marks are as wide as the font draws them.
    @Test func koreanQuotes() {
        #expect(Proof("“한”", language: "ko").advance(of: "“") < 0.5)
        #expect(Proof("한“한”", language: "zh-Hans").advance(of: "“").isAbout(1))
    }
}
