/// The class of a character in Chinese composition, on which the rules for marks, gaps and line edges depend.
///
/// The classes follow CLREQ 5 and 6.3.2 (where a mark's blank lies), and JLREQ appendix A where CLREQ is silent.
public enum CharacterClass: UInt8, Sendable {
    /// Ideographs, kana, and every other character that takes an em.
    case han
    /// Hangul syllables: an em each, but spaced and joined to letters and figures like Western words.
    case hangul
    /// ー ぁ っ 々: characters that may not begin a line (JLREQ 3.1.7).
    case smallKana
    /// ０ Ａ: full-width figures and letters, on the grid like Han, but unbreakable as a number or word.
    case wideWestern
    /// ① ¹ † after the word that they annotate (CLREQ 6.1.2.3). At the start of a list item they are `han`.
    case noteMark
    /// （ “ 《: the blank is on the left.
    case opening
    /// ） ” 》: the blank is on the right.
    case closing
    /// ， 、 ； ：
    case pause
    /// 。 ．
    case stop
    /// ？ ！, and ‼ ⁇ as one
    case exclamation
    /// · between the parts of a foreign name: blank on both sides.
    case interpunct
    /// — alone or as ——.
    case dash
    /// … alone or as ……
    case ellipsis
    /// ～ – and other marks that join two words; also a single — between two words.
    case connector
    /// ￥ $ № before a number.
    case prefix
    /// % ‰ ℃ after a number.
    case suffix
    case latin
    case digit
    /// . , : ) and other marks of Western text that stay with the character before them.
    case westernClosing
    /// ( [ and other marks of Western text that stay with the character after them.
    case westernOpening
    /// - / & and other signs inside Western text.
    case westernSign
    /// A space between words.
    case space
    /// The full-width space U+3000, as wide as a character.
    case wideSpace
}

extension CharacterClass {
    /// The class of a character, given by its first scalar.
    public init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF: self = .han
        case 0xAC00...0xD7A3: self = .hangul
        case 0x30FB: self = .interpunct
        case 0x30A0: self = .connector
        case 0x3041...0x30FE: self = Self.smallKanaSigns.contains(scalar) ? .smallKana : .han
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .wideWestern
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x61...0x7A: self = .latin
        case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2020, 0x2021: self = .noteMark
        case 0xB1, 0xD7, 0xF7, 0x2212, 0x2215: self = .westernSign
        case 0x20, 0x09, 0xA0, 0x2002...0x200A, 0x202F: self = .space
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x29, 0x5D, 0x7D: self = .westernClosing
        case 0x28, 0x5B, 0x7B: self = .westernOpening
        case 0x24, 0xA3, 0xA5, 0x20AC, 0x2116, 0xFF04, 0xFFE1, 0xFFE5, 0x23, 0xFF03: self = .prefix
        case 0x25, 0x2030, 0x2031, 0x2103, 0x2109, 0xB0, 0xFF05, 0xFE6A, 0xFFE0, 0x2032, 0x2033, 0x2035: self = .suffix
        case 0x22...0x7E: self = .westernSign
        case 0x3001, 0xFF0C, 0xFF1A, 0xFF1B: self = .pause
        case 0x3002, 0xFF0E, 0xFF61: self = .stop
        case 0xFF01, 0xFF1F, 0x203C, 0x2047, 0x2048, 0x2049: self = .exclamation
        case 0x2018, 0x201C, 0xFF08, 0x300A, 0x3008, 0x3010, 0x3016, 0x3014, 0xFF3B, 0xFF5B, 0x300C, 0x300E,
            0x301D, 0xFF5F, 0x3018, 0x301A:
            self = .opening
        case 0x2019, 0x201D, 0xFF09, 0x300B, 0x3009, 0x3011, 0x3017, 0x3015, 0xFF3D, 0xFF5D, 0x300D, 0x300F,
            0x301E, 0x301F, 0xFF60, 0x3019, 0x301B:
            self = .closing
        case 0xB7, 0xFF65, 0x2027, 0x2022: self = .interpunct
        case 0x3005, 0x303B, 0xFF67...0xFF70: self = .smallKana
        case 0x2014, 0x2015, 0x2E3A: self = .dash
        case 0x2025, 0x2026, 0x22EF: self = .ellipsis
        case 0xFF5E, 0x2013, 0x2010, 0x301C, 0xFF0D, 0xFF0F: self = .connector
        case 0x3000: self = .wideSpace
        case 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF: self = .latin
        default: self = .han
        }
    }

    /// The class on a page of a language (BCP 47): in Korean, curly quotation marks are Western.
    init(_ scalar: Unicode.Scalar, in language: String) {
        self.init(scalar)
        guard (0x2018...0x201D).contains(scalar.value), language.hasPrefix("ko") else { return }
        self = self == .opening ? .westernOpening : .westernClosing
    }

    /// Kana that may not begin a line. The iteration marks 々 and 〻 are not kana, but belong to the same class (JLREQ cl-09
    /// to cl-11).
    private static let smallKanaSigns: Set<Unicode.Scalar> = [
        "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ゕ", "ゖ", "ゝ", "ゞ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ",
        "ュ", "ョ", "ヮ", "ヵ", "ヶ", "ー", "ヽ", "ヾ",
    ]

    /// Whether the character is a mark whose em box is half blank.
    var isSpacedMark: Bool {
        switch self {
        case .opening, .closing, .pause, .stop, .exclamation, .interpunct: true
        default: false
        }
    }

    /// Whether the character is read: neither a mark nor a space. A paragraph's last line needs two of them (CLREQ 7.1.2).
    var isCharacter: Bool { isHan || self == .hangul || self == .wideWestern || isWestern }

    /// Whether the character is an ideograph or kana.
    var isHan: Bool { self == .han || self == .smallKana }

    /// Whether the character takes no width at a line's end.
    var isSpace: Bool { self == .space || self == .wideSpace }

    /// Whether a Han–Latin gap separates the character from Han characters (CLREQ 6.3.3).
    var isWestern: Bool { self == .latin || self == .digit }
}
