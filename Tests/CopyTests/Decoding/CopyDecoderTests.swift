import Copy
import Diagnostics
import Testing

@Suite struct CopyDecoderTests {
    private static let text = "本报讯\n江边晨雾 GDP €"

    private func lines(_ bytes: [UInt8]) throws -> [String] {
        try CopyDecoder.decode(bytes, file: "copy/a.txt").value.lines
    }

    private func failure(of bytes: [UInt8]) -> Diagnostic? {
        do {
            _ = try CopyDecoder.decode(bytes, file: "copy/a.txt")
            return nil
        } catch { return (error as? DiagnosticsError)?.diagnostics.first }
    }

    @Test func utf8IsReadWithAndWithoutByteOrderMark() throws {
        let plain = [UInt8](Self.text.utf8)
        #expect(try lines(plain) == ["本报讯", "江边晨雾 GDP €"])
        #expect(try lines([0xEF, 0xBB, 0xBF] + plain) == ["本报讯", "江边晨雾 GDP €"])
    }

    @Test func utf16IsReadInBothOrders() throws {
        let units = Array(Self.text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try lines(little) == ["本报讯", "江边晨雾 GDP €"])
        #expect(try lines(big) == ["本报讯", "江边晨雾 GDP €"])
    }

    @Test func gb18030IsReadWithItsFourByteCharacters() throws {
        let gbk: [UInt8] = [177, 190, 177, 168, 209, 182, 10, 214, 208, 206, 196]
        #expect(try lines(gbk) == ["本报讯", "中文"])
        let rare: [UInt8] = [189, 173, 177, 223, 32, 0x95, 0x34, 0xA8, 0x30]
        #expect(try lines(rare).first?.unicodeScalars.contains { $0.value > 0xFFFF } == true)
    }

    @Test func everyKindOfLineEndEndsALine() throws {
        #expect(try lines([UInt8]("甲\r\n乙\r丙\n丁".utf8)) == ["甲", "乙", "丙", "丁"])
    }

    @Test func rejectsDamagedUTF8AtItsByte() {
        let bytes = [UInt8]("江边\n晨".utf8) + [0xE9, 0x9B] + [UInt8]("后面还有字".utf8)
        let failure = failure(of: bytes)
        #expect(failure?.message == "byte 10 (0xE9) is not valid UTF-8")
        #expect(failure?.place?.line == 2)
        #expect(failure?.hints.isEmpty == false)
    }

    @Test func rejectsOtherEncodingsAtTheirByte() {
        #expect(failure(of: [177, 190, 10, 0xE9, 0x20, 0x21])?.message == "byte 3 (0xE9) is neither UTF-8 nor GB18030")
        #expect(failure(of: [177, 190, 10, 177])?.message == "byte 3 (0xB1) is neither UTF-8 nor GB18030")
    }

    @Test func rejectsZeroBytes() {
        #expect(failure(of: [0x31, 0x32, 0x00, 0x33])?.message == "byte 2 is zero, so this is not a text file")
        #expect(failure(of: [0xFF, 0xFE, 0x31, 0x00, 0x00, 0x00])?.message.hasPrefix("byte 4") == true)
        #expect(failure(of: [0xEF, 0xBB, 0xBF, 0x31, 0x00])?.message.hasPrefix("byte 4") == true)
    }

    @Test func rejectsIncompleteUTF16() {
        #expect(failure(of: [0xFF, 0xFE, 0x31, 0x00, 0x00, 0xD8, 0x32, 0x00])?.message == "byte 4 is not valid UTF-16")
        #expect(failure(of: [0xFF, 0xFE, 0x31])?.message == "byte 2 is not valid UTF-16")
    }

    @Test func removesTheByteOrderMarkOfGB18030() throws {
        #expect(try lines([0x84, 0x31, 0x95, 0x33, 177, 190, 177, 168, 209, 182]) == ["本报讯"])
    }

    /// Names with characters of GBK's last row and of Extensions B, E and H, which take four bytes.
    @Test func rareNamesAreReadInGB18030() throws {
        let name: [UInt8] = [
            0xFE, 0x9F, 0x99, 0x33, 0xA9, 0x32, 0x99, 0x33, 0xFB, 0x38, 0x95, 0x34, 0xB2, 0x35, 0x9A, 0x37, 0xF8, 0x36,
        ]
        #expect(try lines(name) == ["䶮𬭎𬺈𠮷\u{31350}"])
    }

    /// GB18030-2000 used private code points for these characters; GB18030-2022 uses their own code points.
    @Test func replacesPrivateCodePointsOfGBK() throws {
        #expect(try lines([0xFE, 0x59, 0xFE, 0x51, 0xA6, 0xD9]) == ["龴\u{20087}，"])
    }

    @Test func rejectsSurrogatesInUTF8() {
        // U+D800 as some databases encode it.
        let bytes = [UInt8]("江边晨雾".utf8) + [0xED, 0xA0, 0x80]
        #expect(failure(of: bytes)?.message == "byte 12 (0xED) is not valid UTF-8")
    }
}
