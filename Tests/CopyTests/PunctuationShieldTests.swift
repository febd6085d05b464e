import Testing

@testable import Copy

@Suite struct PunctuationShieldTests {
    @Test func whatIsRaisedIsLoweredToItself() {
        let text = "“甲”，《乙》：①２…—A.b*c\n"
        #expect(PunctuationShield.raised(text) != text)
        #expect(PunctuationShield.raised(text).utf8.count == text.utf8.count)
        #expect(PunctuationShield.lowered(PunctuationShield.raised(text)) == text)
    }
}
