internal import CICU
public import Diagnostics

/// Decodes the bytes of a copy file.
///
/// Newsrooms use UTF-8 with or without a byte order mark, UTF-16 with one, and GB18030 or its subset GBK from older
/// editing systems. The decoder chooses by the mark, then by whether the bytes are valid UTF-8, then by whether they
/// are valid GB18030. It rejects other files and names the offset of the first invalid byte; it never replaces a
/// character. Characters that no page can show are removed with a warning, and obsolete code points are replaced by
/// current ones.
///
///     let source = try CopyDecoder.decode(bytes, file: "copy/front.txt").value
public enum CopyDecoder {
    /// Decodes a file.
    ///
    /// - Parameters:
    ///   - bytes: the contents of the file.
    ///   - file: the file's name, for messages.
    /// - Returns: the text, with a warning for each kind of character that was removed.
    /// - Throws: `DiagnosticsError` that names the offset of the first invalid byte.
    public static func decode(_ bytes: [UInt8], file: String) throws -> Reported<SourceText> {
        var text = try text(of: bytes, file: file)
        // GB18030 has a byte order mark, too.
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        text = LegacyCodePoints.replaced(in: CompatibilityRadicals.unified(text))
        return UnprintableCharacters.removing(from: SourceText(file: file, text: text))
    }

    private static func text(of bytes: [UInt8], file: String) throws -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes, from: 3, file: file) }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, as: "UTF-16LE", file: file) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, as: "UTF-16BE", file: file) }
        if let zero = bytes.firstIndex(of: 0) {
            throw decodingError(
                bytes, at: zero, file: file, "byte \(zero) is zero, so this is not a text file",
                hint:
                    "if it is UTF-16, save it with a byte order mark; if it is a word processor's file, save it as text"
            )
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let statistics = UTF8Statistics(of: bytes)
        if statistics.isLikelyUTF8 { return try utf8(bytes, from: 0, file: file) }
        return try gb18030(bytes, file: file)
    }

    private static func utf8(_ bytes: [UInt8], from start: Int, file: String) throws -> String {
        let body = start == 0 ? bytes : Array(bytes[start...])
        if let zero = body.firstIndex(of: 0) {
            throw decodingError(
                bytes, at: zero + start, file: file, "byte \(zero + start) is zero; text files contain no zero bytes",
                hint: "save the file again from the program that made it")
        }
        if let text = String(validating: body, as: UTF8.self) { return text }
        let offset = UTF8Statistics(of: body).firstError! + start
        throw decodingError(
            bytes, at: offset, file: file, "byte \(offset) (\(hex(bytes[offset]))) is not valid UTF-8",
            hint: "the rest of the file is UTF-8: correct or delete the character at that place")
    }

    private static func utf16(_ bytes: [UInt8], as encoding: String, file: String) throws -> String {
        let body = Array(bytes[2...])
        let units: [UInt16]
        do {
            units = try StrictConverter(encoding: encoding).units(from: body)
        } catch {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: file), "byte \(error.offset + 2) is not valid UTF-16",
                    hints: "save the file again as UTF-8")
            ])
        }
        if let zero = units.firstIndex(of: 0) {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: file),
                    "byte \(zero * 2 + 2) begins a zero character; text files contain none",
                    hints: "save the file again from the program that made it")
            ])
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func gb18030(_ bytes: [UInt8], file: String) throws -> String {
        do {
            return String(
                decoding: try StrictConverter(encoding: "gb18030").units(from: bytes), as: UTF16.self)
        } catch {
            throw decodingError(
                bytes, at: error.offset, file: file,
                "byte \(error.offset) (\(hex(bytes[error.offset]))) is neither UTF-8 nor GB18030",
                hint: "save the file as UTF-8")
        }
    }

    /// An error at the line of a byte.
    private static func decodingError(
        _ bytes: [UInt8], at offset: Int, file: String, _ message: String, hint: String
    ) -> DiagnosticsError {
        // A line feed is the same byte in UTF-8 and GB18030.
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        return DiagnosticsError([.error(at: SourcePlace(file: file, line: line), message, hints: hint)])
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}

/// Statistics of bytes read as UTF-8, which distinguish a damaged UTF-8 file from a file in another encoding.
private struct UTF8Statistics {
    private(set) var firstError: Int?
    private var errors = 0
    /// The number of sequences of three or more bytes: Han characters.
    private var han = 0

    /// Whether the bytes were meant as UTF-8: GBK bytes hardly ever form a valid sequence of three. Decoded as GB18030,
    /// such a file would become gibberish without an error.
    var isLikelyUTF8: Bool { han > errors }

    init(of bytes: [UInt8]) {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let sequence):
                if sequence.count > 2 { han += 1 }
                offset += sequence.count
            case .error(let length):
                if firstError == nil { firstError = offset }
                errors += 1
                offset += length
            case .emptyInput: return
            }
        }
    }
}

/// Decodes bytes of a legacy encoding with ICU and stops at the first invalid byte: a replacement character could be
/// printed unnoticed.
private struct StrictConverter {
    /// ICU's name of the encoding: `gb18030`, `UTF-16LE`.
    let encoding: String

    /// Bytes that are invalid in the encoding.
    struct Undecodable: Error {
        /// The offset of the first invalid byte.
        var offset: Int
    }

    /// The bytes as UTF-16 code units.
    func units(from bytes: [UInt8]) throws(Undecodable) -> [UInt16] {
        // No encoding in use turns one byte into more than two code units.
        let capacity = bytes.count * 2 + 4
        var invalidOffset: Int32 = -1
        let units = [UInt16](unsafeUninitializedCapacity: capacity) { target, count in
            bytes.withUnsafeBytes { raw in
                let source = raw.bindMemory(to: CChar.self)
                let written = icu_decode(
                    encoding, source.baseAddress, Int32(source.count), target.baseAddress, Int32(capacity),
                    &invalidOffset)
                if written < 0 { invalidOffset = 0 }
                count = max(0, Int(written))
            }
        }
        if invalidOffset >= 0 { throw Undecodable(offset: Int(invalidOffset)) }
        return units
    }
}
