import Testing

@testable import Printing

struct PDFObjectScannerTests {
    private func scan(_ text: String) -> PDFObjectScanner {
        Array(text.utf8).withUnsafeBufferPointer { PDFObjectScanner($0, from: 0) }
    }

    @Test func findsReferencesOnly() {
        #expect(scan("<</A 3 0 R /B [1 2 4 0 R] /C <</D 5 0 R>>>>").referencedNumbers == [3, 4, 5])
        #expect(scan("[7 0 R 8 0 R]").referencedNumbers == [7, 8])
        #expect(scan("(3 0 R \\) (4 0 R) 5 0 R)").referencedNumbers == [])
        #expect(scan("<33203020 52>").referencedNumbers == [])
        #expect(scan("<</3 0 /R 1 /A 2 /B 0 /C /R>>").referencedNumbers == [])
    }

    @Test func anObjectEndsAtItsKeyword() {
        let plain = scan(" <</A 1>>\nendobj\n2 0 obj\n3 0 R")
        #expect(plain.range == 0..<9)
        #expect(plain.referencedNumbers == [] && plain.streamStart == nil)
        #expect(scan("17\nendobj").range == 0..<2)
    }

    @Test(arguments: ["stream\n", "stream\r\n"]) func aStreamBeginsAfterALineEnd(_ word: String) {
        let text = "<</Length 12>>\n" + word
        #expect(scan(text + "bytes").streamStart == text.utf8.count)
        #expect(scan(text).range == 0..<14)
    }

    @Test func readsAStreamsLength() throws {
        let direct = try #require(scan("<</A <</Length 7>> /Length 12 /B 1>>").length)
        #expect(direct.range == 19..<29 && direct.value == 12 && !direct.isReference)
        let elsewhere = scan("<< /Length 5 0 R\n /Filter /FlateDecode /X 6 0 R>>")
        #expect(elsewhere.length?.value == 5 && elsewhere.length?.isReference == true)
        #expect(elsewhere.length?.range == 3..<16)
        #expect(elsewhere.referencedNumbers == [6])
    }
}
