import Diagnostics
import Testing

struct SourceTextTests {
    @Test(arguments: ["一\n二\n\n三", "一\r\n二\r\n\r\n三", "一\r二\r\r三"])
    func everyLineEndEndsOneLine(_ text: String) {
        #expect(SourceText(file: "a.txt", text: text).lines == ["一", "二", "", "三"])
    }

    @Test func aPlaceHasItsLine() {
        let source = SourceText(file: "a.txt", text: "一\n二")
        #expect(source.place(line: 2, column: 1) == SourcePlace(file: "a.txt", line: 2, column: 1, excerpt: "二"))
        #expect(source.place(line: 3).excerpt == nil)
    }
}
