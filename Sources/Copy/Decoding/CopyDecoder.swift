public import Diagnostics

/// Turns the bytes of a copy file into text.
///
/// Newsrooms hand in UTF-8 with or without a byte order mark, UTF-16 with one, and GB18030 or its subset GBK from
/// older editing systems. Nothing says which, so it is found out: by the mark, then by whether the bytes are valid
/// UTF-8, then by whether they are valid GB18030. Whatever fits none is refused with the offset of the first byte
/// that does not fit; no character is replaced by chance or dropped in silence. What no page can show is left out and
/// warned of, and what stands at a code point of former times gets today's.
///
///     let source = try CopyDecoder.decode(bytes, file: "copy/front.txt").value
public enum CopyDecoder {
    /// - Parameter file: the name by which messages call the file.
    /// - Throws: `DiagnosticsError` naming the byte offset of what cannot be read.
    public static func decode(_ bytes: [UInt8], file: String) throws -> Reported<SourceText> {
        var text = try text(of: bytes, file: file)
        // GB18030 has a byte order mark, too.
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        text = LegacyCodePoints.replaced(in: CompatibilityRadicals.unified(text))
        return UnprintableCharacters.leftOut(of: SourceText(file: file, text: text))
    }

    private static func text(of bytes: [UInt8], file: String) throws -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes, from: 3, file: file) }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, as: "UTF-16LE", file: file) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, as: "UTF-16BE", file: file) }
        if let zero = bytes.firstIndex(of: 0) {
            throw refusal(
                bytes, at: zero, file: file, "byte \(zero) is zero, so this is not a text file",
                hint:
                    "if it is UTF-16, save it with a byte order mark; if it is a word processor's file, save it as text"
            )
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let survey = UTF8Survey(of: bytes)
        if survey.looksMeant { return try utf8(bytes, from: 0, file: file) }
        return try gb18030(bytes, file: file)
    }

    private static func utf8(_ bytes: [UInt8], from start: Int, file: String) throws -> String {
        let body = start == 0 ? bytes : Array(bytes[start...])
        if let zero = body.firstIndex(of: 0) {
            throw refusal(
                bytes, at: zero + start, file: file, "byte \(zero + start) is zero, which no text has",
                hint: "save the file anew from the program that made it")
        }
        if let text = String(validating: body, as: UTF8.self) { return text }
        let offset = UTF8Survey(of: body).firstError! + start
        throw refusal(
            bytes, at: offset, file: file, "byte \(offset) (\(hex(bytes[offset]))) is not valid UTF-8",
            hint: "the rest of the file is UTF-8: mend or delete the character at that place")
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
                    hints: "save the file anew as UTF-8")
            ])
        }
        if let zero = units.firstIndex(of: 0) {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: file), "byte \(zero * 2 + 2) begins a zero character, which no text has",
                    hints: "save the file anew from the program that made it")
            ])
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func gb18030(_ bytes: [UInt8], file: String) throws -> String {
        do {
            return String(
                decoding: try StrictConverter(encoding: "gb18030").units(from: bytes), as: UTF16.self)
        } catch {
            throw refusal(
                bytes, at: error.offset, file: file,
                "byte \(error.offset) (\(hex(bytes[error.offset]))) is neither UTF-8 nor GB18030",
                hint: "save the file as UTF-8")
        }
    }

    private static func refusal(
        _ bytes: [UInt8], at offset: Int, file: String, _ sentence: String, hint: String
    ) -> DiagnosticsError {
        // A line feed is the same byte in every encoding that gets here.
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        return DiagnosticsError([.error(at: SourcePlace(file: file, line: line), sentence, hints: hint)])
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}

/// What bytes look like when read as UTF-8: whether a broken file was meant as such, or is another encoding.
private struct UTF8Survey {
    private(set) var firstError: Int?
    private var errors = 0
    /// Sequences of three bytes and more: Han characters.
    private var han = 0

    /// GBK bytes hardly ever form a valid sequence of three, so a few of them tell that UTF-8 was meant. Read as
    /// GB18030 such a file would “succeed” as gibberish.
    var looksMeant: Bool { han > errors }

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
