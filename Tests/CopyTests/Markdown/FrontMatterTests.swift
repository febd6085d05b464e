import Copy
import Diagnostics
import Testing

@Suite struct FrontMatterTests {
    @Test func suggestsTheNearestKey() {
        let errors = errors(ofMarkdown: "---\ntitle: 甲\nkiker: 乙\n---\n今天。")
        #expect(errors.map(\.message) == ["a story has no key “kiker”"])
        #expect(errors.first?.hints == ["did you mean “kicker”?"])
        #expect(errors.first?.place?.line == 3)
    }

    @Test func reportsAllErrorsAtOnce() {
        let errors = errors(
            ofMarkdown:
                "---\ntitle: 甲\nrank: first\nphotos:\n  - file: a.jpg\n    focus: [0.5, 1.5]\n    captoin: 乙\n---\n今天。")
        #expect(errors.map(\.place?.line) == [3, 6, 7])
    }

    @Test func reportsFrontMatterWithoutAnEnd() {
        #expect(errors(ofMarkdown: "---\ntitle: 甲\n今天。").map(\.message) == ["the keys at the top are not closed"])
    }

    @Test func warnsOfAPhotoAfterTheEnd() throws {
        let read = try readMarkdown("---\ntitle: 甲\nphotos: [{file: a.jpg, after: 7}]\n---\n今天。")
        #expect(read.diagnostics.map(\.place?.line) == [3])
    }
}
