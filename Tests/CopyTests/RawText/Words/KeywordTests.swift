import Testing

@testable import Copy

@Suite struct KeywordTests {
    @Test(arguments: ["记者 王明", "記者 王明"])
    func matchesSimplifiedAndTraditional(_ text: String) {
        let word: Keyword = "记者"
        #expect(word.isPrefix(of: Array(text.unicodeScalars)[...]))
        #expect(!word.isPrefix(of: Array("见者".unicodeScalars)[...]))
    }
}
