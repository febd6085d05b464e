import Testing

@testable import Printing

struct PDFObjectTextTests {
    private func read(_ text: String) -> PDFObjectText {
        Array(text.utf8).withUnsafeBufferPointer { PDFObjectText($0, from: 0) }
    }

    @Test func referencesAreFoundAndNothingElse() {
        #expect(read("<</A 3 0 R /B [1 2 4 0 R] /C <</D 5 0 R>>>>").references == [3, 4, 5])
        #expect(read("[7 0 R 8 0 R]").references == [7, 8])
        #expect(read("(3 0 R \\) (4 0 R) 5 0 R)").references == [])
        #expect(read("<33203020 52>").references == [])
        #expect(read("<</3 0 /R 1 /A 2 /B 0 /C /R>>").references == [])
    }

    @Test func anObjectEndsWhereTheFileSays() {
        let plain = read(" <</A 1>>\nendobj\n2 0 obj\n3 0 R")
        #expect(plain.range == 0..<9)
        #expect(plain.references == [] && plain.streamStart == nil)
        #expect(read("17\nendobj").range == 0..<2)
    }

    @Test(arguments: ["stream\n", "stream\r\n"]) func aStreamsBytesFollowALinesEnd(_ word: String) {
        let text = "<</Length 12>>\n" + word
        #expect(read(text + "bytes").streamStart == text.utf8.count)
        #expect(read(text).range == 0..<14)
    }

    @Test func aStreamsLengthIsItsOwn() throws {
        let direct = try #require(read("<</A <</Length 7>> /Length 12 /B 1>>").length)
        #expect(direct.range == 19..<29 && direct.value == 12 && !direct.isReference)
        let elsewhere = read("<< /Length 5 0 R\n /Filter /FlateDecode /X 6 0 R>>")
        #expect(elsewhere.length?.value == 5 && elsewhere.length?.isReference == true)
        #expect(elsewhere.length?.range == 3..<16)
        #expect(elsewhere.references == [6])
    }
}
