/// How PDF writes names, strings, numbers and rectangles.
enum PDFSyntax {
    /// A text for people: plain where it is ASCII, else UTF-16 in hexadecimal digits.
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

    static func name(_ name: String) -> String {
        var out = "/"
        for byte in name.utf8 {
            let isPlain = (0x21..<0x7F).contains(byte) && !"#/()<>[]{}%".utf8.contains(byte)
            out += isPlain ? String(UnicodeScalar(byte)) : "#" + hex(UInt16(byte), 2)
        }
        return out
    }

    static func hex(_ value: UInt16, _ digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    static func number(_ value: Double) -> String {
        var out: [UInt8] = []
        append(value, places: 3, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    static func array(_ values: [Double]) -> String { "[" + values.map(number).joined(separator: " ") + "]" }

    /// A number with at most so many decimals and no trailing zeros.
    static func append(_ value: Double, places: Int, to out: inout [UInt8]) {
        let scale = powers[places]
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

    /// A whole number, not below 0.
    static func append(_ whole: Int, to out: inout [UInt8]) {
        if whole >= 10 { append(whole / 10, to: &out) }
        out.append(UInt8(ascii: "0") + UInt8(whole % 10))
    }

    private static let powers = [1, 10, 100, 1_000, 10_000]
}
