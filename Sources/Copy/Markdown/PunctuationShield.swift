/// Makes `**` and `*` work beside Chinese punctuation.
///
/// CommonMark's rule for emphasis (section 6.2, left- and right-flanking runs) looks at the characters on both sides
/// of the stars: a star between an ideograph and a quotation mark, as in 树立**“安全第一”**思想, can neither open nor
/// close, so the stars would be printed. The rule was made for languages that part words by spaces. So while the
/// Markdown parser is at work, each Chinese punctuation mark is one of Unicode's noncharacters, which the parser takes
/// for a letter; afterwards it is itself again. Both have three bytes in UTF-8, so columns stay true.
enum PunctuationShield {
    private static let marks = Array("“”‘’（）《》〈〉「」『』【】〔〕—…，。、；：？！～％‰－／".unicodeScalars)
    /// U+FDD0 to U+FDEF: never in text.
    private static let first: UInt32 = 0xFDD0

    static func raised(_ text: String) -> String {
        exchange(text) { scalar in
            marks.firstIndex(of: scalar).map { Unicode.Scalar(first + UInt32($0))! }
        }
    }

    static func lowered(_ text: String) -> String {
        exchange(text) { scalar in
            (first..<first + UInt32(marks.count)).contains(scalar.value) ? marks[Int(scalar.value - first)] : nil
        }
    }

    private static func exchange(_ text: String, _ other: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(scalar.isASCII ? scalar : other(scalar) ?? scalar) }
        return String(view)
    }
}
