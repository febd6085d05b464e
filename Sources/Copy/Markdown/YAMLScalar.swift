/// Text written as a YAML value, in the plainest form that reads back as the same text.
enum YAMLScalar {
    /// Marks that give a plain value another meaning when it begins with one.
    private static let indicators: Set<Character> = [
        "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
    ]
    private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

    /// - Parameter indent: the spaces before the key, for a text of several lines.
    static func written(_ text: String, indent: Int) -> String {
        if isPlain(text) { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count > 1, lines.allSatisfy({ isBlockLine($0) }) {
            let margin = String(repeating: " ", count: indent + 2)
            return "|-\n" + lines.map { margin + $0 }.joined(separator: "\n")
        }
        return quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        guard !nulls.contains(text), let first = text.first, let last = text.last else { return false }
        return !indicators.contains(first) && first != " " && last != " " && last != ":" && !text.contains(": ")
            && !text.contains(" #") && text.unicodeScalars.allSatisfy(isPrintable)
    }

    private static func isBlockLine(_ line: Substring) -> Bool {
        guard let first = line.first, let last = line.last else { return false }
        return first != " " && last != " " && line.unicodeScalars.allSatisfy(isPrintable)
    }

    /// What YAML takes as it is: no controls, no line ends of any kind, no byte order mark.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                if isPrintable(scalar) {
                    out.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return out + "\""
    }
}
