import Testing

@testable import Copy

@Suite struct CompatibilityRadicalsTests {
    @Test func radicalsBecomeTheIdeographsTheyLookLike() {
        #expect(CompatibilityRadicals.unified("\u{2F08}\u{2F24}\u{2ED3}\u{2ED4}\u{2EE2}") == "人大长门马")
        #expect(CompatibilityRadicals.unified("\u{2F00}\u{2FD5}") == "\u{4E00}\u{9FA0}")
        #expect(CompatibilityRadicals.unified("\u{2E81}\u{2EF3}") == "\u{5382}\u{9F9F}")
    }

    @Test func everyRadicalWithAnIdeographHasOne() {
        let named = Set(0x2E80...0x2EF3).subtracting([0x2E80, 0x2E9A]).union(0x2F00...0x2FD5)
        for value in named {
            let unified = CompatibilityRadicals.unified(String(Unicode.Scalar(UInt32(value))!)).unicodeScalars.first!
            #expect(unified.isHan, "U+\(String(value, radix: 16))")
        }
    }

    @Test func otherCharactersStay() {
        let text = "“人” ①ａ㎡　…℃\u{2E80}"
        #expect(CompatibilityRadicals.unified(text) == text)
    }
}
