/// The serialised forms of PDF's strings, numbers and arrays (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A text string: literal if it is printable ASCII, else UTF-16 in hexadecimal digits.
    static func text(_ text: String) -> String {
        var out: [UInt8] = []
        append(text: text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    static func append(text: String, to out: inout [UInt8]) {
        guard text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            out += "<FEFF".utf8
            for unit in text.utf16 {
                for shift in [12, 8, 4, 0] { out.append(digits[Int(unit >> UInt16(shift) & 15)]) }
            }
            out.append(UInt8(ascii: ">"))
            return
        }
        out.append(UInt8(ascii: "("))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
                out.append(UInt8(ascii: "\\"))
            }
            out.append(byte)
        }
        out.append(UInt8(ascii: ")"))
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// An integer in at least `digits` hexadecimal digits.
    static func hex(_ value: UInt16, _ digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// A number with at most three decimals.
    static func number(_ value: Double) -> String {
        var out: [UInt8] = []
        append(value, decimals: 3, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    static func array(_ values: [Double]) -> String { "[" + values.map(number).joined(separator: " ") + "]" }

    /// Appends a number with at most `decimals` decimals and no trailing zeros.
    static func append(_ value: Double, decimals: Int, to out: inout [UInt8]) {
        let scale = powersOfTen[decimals]
        var rest = Int((value * Double(scale)).rounded())
        if rest < 0 {
            out.append(UInt8(ascii: "-"))
            rest = -rest
        }
        append(rest / scale, to: &out)
        var fraction = rest % scale
        guard fraction > 0 else { return }
        out.append(UInt8(ascii: "."))
        var unit = scale / 10
        while fraction > 0 {
            out.append(UInt8(ascii: "0") + UInt8(fraction / unit))
            fraction %= unit
            unit /= 10
        }
    }

    /// Appends an integer that is not negative.
    static func append(_ integer: Int, to out: inout [UInt8]) {
        if integer >= 10 { append(integer / 10, to: &out) }
        out.append(UInt8(ascii: "0") + UInt8(integer % 10))
    }

    private static let powersOfTen = [1, 10, 100, 1_000, 10_000]
}
