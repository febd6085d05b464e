import Testing

@testable import Copy

@Suite struct StaticScalarsTests {
    @Test(arguments: ["记者 王明", "記者 王明"])
    func aWordIsKnownInBothWritings(_ text: String) {
        let word: StaticScalars = "记者"
        #expect(word.begins(Array(text.unicodeScalars)[...]))
        #expect(!word.begins(Array("见者".unicodeScalars)[...]))
    }
}
