import Testing

@testable import Printing

struct ContentTokenizerTests {
    /// The operations, each as its operands and its operator, separated by bars.
    private func operations(_ content: String) -> [String] {
        var tokens = ContentTokenizer(Array(content.utf8))
        var operations: [String] = []
        while let operation = tokens.next() {
            operations.append(
                (tokens.operands + [operation.name]).map { String(decoding: tokens.bytes[$0], as: UTF8.self) }
                    .joined(separator: "|"))
        }
        return operations
    }

    @Test func operandsPrecedeTheirOperator() {
        #expect(operations("1 0 0 -1 0 200 cm q\n.5 +3 m f*") == ["1|0|0|-1|0|200|cm", "q", ".5|+3|m", "f*"])
    }

    @Test func arraysAndDictionariesAreOneOperand() {
        #expect(operations("[(a]b)-120<0a1b>]TJ") == ["[(a]b)-120<0a1b>]|TJ"])
        #expect(operations("/P << /MCID 3 /X <</Y (>>)>> >> BDC") == ["/P|<< /MCID 3 /X <</Y (>>)>> >>|BDC"])
        #expect(operations("<0001>Tj/F1 9 Tf") == ["<0001>|Tj", "/F1|9|Tf"])
    }

    @Test func stringsCanContainParenthesesAndOperators() {
        #expect(operations(#"(a(b)c \) rg)Tj 0 g"#) == [#"(a(b)c \) rg)|Tj"#, "0|g"])
    }

    @Test func ignoresComments() {
        #expect(operations("1 0 % 0 rg\n0 rg") == ["1|0|0|rg"])
    }

    @Test(arguments: ["(abc", "[1 2", "<< /A", "<00", "1 2 3", "/", ")", "]", ">", ""])
    func readsTruncatedContent(_ content: String) {
        // Reading ends, whatever the content is.
        #expect(operations(content + " ").count < 3)
    }

    @Test func readsNumbers() {
        let tokens = ContentTokenizer(Array("-12.50".utf8))
        #expect(tokens.number(0..<6) == -12.5)
        #expect(ContentTokenizer(Array("1e".utf8)).number(0..<2) == nil)
    }
}
