/// Writes text as a YAML value, in the simplest form that is read as the same text.
///
/// YAML works on code points: a star with a variation selector is another character to Swift, but a star to YAML.
public enum YAMLScalar {
    /// Characters that give a plain value another meaning at its beginning.
    private static let indicators: Set<Unicode.Scalar> = [
        "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
    ]
    private static let inlineMarks: Set<Unicode.Scalar> = [",", "[", "]", "{", "}"]
    private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

    /// The text as the value of a key on a line of its own.
    ///
    /// - Parameter indent: the number of spaces before the key, for a text of several lines.
    public static func written(_ text: String, indent: Int) -> String {
        if isPlain(text) { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.count > 1, lines.allSatisfy({ isBlockLine($0) }) {
            let margin = String(repeating: " ", count: indent + 2)
            return "|-\n" + lines.map { margin + $0 }.joined(separator: "\n")
        }
        return quoted(text)
    }

    /// The text as a value between braces or brackets, where commas, braces and brackets also have a meaning.
    public static func writtenInline(_ text: String) -> String {
        isPlain(text) && !text.unicodeScalars.contains(where: Self.inlineMarks.contains) ? text : quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard !nulls.contains(text), let first = scalars.first, let last = scalars.last else { return false }
        let parts = zip(scalars, scalars.dropFirst())
        return !indicators.contains(first) && first != " " && last != " " && last != ":"
            && !parts.contains { $0 == (":", " ") || $0 == (" ", "#") } && scalars.allSatisfy(isPrintable)
    }

    private static func isBlockLine(_ line: Substring) -> Bool {
        guard let first = line.unicodeScalars.first, let last = line.unicodeScalars.last else { return false }
        return first != " " && last != " " && line.unicodeScalars.allSatisfy(isPrintable)
    }

    /// The text as part of a comment, which ends with its line: each line end and control character becomes a space.
    public static func inComment(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(isPrintable(scalar) ? scalar : " ") }
        return String(out)
    }

    /// Whether YAML allows the character unescaped: no control characters, line ends or byte order marks.
    public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The text in double quotes, with escapes for all characters that YAML does not allow.
    public static func quoted(_ text: String) -> String {
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
