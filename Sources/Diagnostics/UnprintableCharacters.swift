/// Removes characters from texts that no page can show, with a warning: control characters from word processors and
/// typesetting systems, marks of text direction, and code points that are not characters. On a page such a character
/// would leave a blank or reverse a line, and a zero character would end the text for a C library.
///
/// Visible characters remain, with a warning if they will not look as intended.
///
/// Every text that is printed passes through this type once: the lines of a file when it is decoded, the character
/// references of Markdown, the texts of YAML (`fault(in:)`), and the texts of a program that uses the library.
public struct UnprintableCharacters {
    private enum Kind: CaseIterable {
        case control, direction, noncharacter
        /// Accents over `mostAccents` on one character.
        case accents
        /// U+FFFD, which remains.
        case lost
        /// A right-to-left phrase that is too long for a line; it remains.
        case rightToLeft
    }

    /// For each kind, the first occurrence and the number of occurrences.
    private var found: [Kind: (line: Int, column: Int, scalar: Unicode.Scalar, count: Int)] = [:]

    /// The most accents and other characters without a width of their own on one character. Unicode's stream-safe format
    /// (UAX 15) has as many. HarfBuzz takes the square of their number in time.
    public static let mostAccents = 30

    /// The text without unprintable characters.
    public static func removing(from source: SourceText) -> Reported<SourceText> {
        var characters = UnprintableCharacters()
        let lines = source.lines.enumerated().map { characters.clean($1, number: $0 + 1) }
        if characters.found.isEmpty { return Reported(source) }
        let clean = SourceText(file: source.file, lines: lines)
        return Reported(clean, characters.diagnostics { clean.place(line: $0, column: $1) })
    }

    /// Whether a text may have characters that `removing(from:at:)` removes. The answer is quick, and no if there are none.
    public static func occur(in text: String) -> Bool { text.unicodeScalars.contains(where: isSuspicious) }

    /// A text of several lines without unprintable characters, and the warnings of those that were removed, all at the
    /// text's place. Line feeds remain.
    public static func removing(from text: String, at place: SourcePlace) -> Reported<String> {
        var characters = UnprintableCharacters()
        let clean = characters.clean(text, number: 1)
        (characters.found[.lost], characters.found[.rightToLeft]) = (nil, nil)
        return Reported(clean, characters.found.isEmpty ? [] : characters.diagnostics { _, _ in place })
    }

    /// Why a text that a file writes with escapes cannot be printed: the first control character other than a tab or a
    /// line end, the first code point that is not a character, or more than `mostAccents` accents on one character. Nil if
    /// there is none.
    public static func fault(in text: String) -> (message: String, hint: String)? {
        guard occur(in: text) else { return nil }
        var accents = 0
        for scalar in text.unicodeScalars {
            accents = isAccent(scalar) ? accents + 1 : 0
            switch kind(of: scalar) {
            case .control where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value):
                if scalar.value == 0x85 { continue }
                return ("the text has a control character (\(scalar.codePoint)), which no page can show", "remove it")
            case .noncharacter:
                return ("the text has \(scalar.codePoint), which is not a character", "remove it")
            default: break
            }
            if accents > mostAccents {
                return (
                    "a character of the text has more than \(mostAccents) accents",
                    "remove the accents that are not needed"
                )
            }
        }
        return nil
    }

    // MARK: Finding

    private mutating func clean(_ line: String, number: Int) -> String {
        guard Self.occur(in: line) else { return line }
        var clean = String.UnicodeScalarView()
        var column = 1, phrase = 0, accents = 0
        for scalar in line.unicodeScalars {
            var kind = Self.kind(of: scalar)
            accents = Self.isAccent(scalar) ? accents + 1 : 0
            if accents > Self.mostAccents { kind = kind ?? .accents }
            if let kind { record(kind, number, column, scalar) }
            if kind == nil || kind == .lost {
                clean.append(scalar)
                column += 1
            }
            phrase = Self.isRightToLeft(scalar) || phrase > 0 && scalar == " " ? phrase + 1 : 0
            if phrase == Self.longestPhrase { record(.rightToLeft, number, column - phrase, scalar) }
        }
        return String(clean)
    }

    private mutating func record(_ kind: Kind, _ line: Int, _ column: Int, _ scalar: Unicode.Scalar) {
        found[kind, default: (line, column, scalar, 0)].count += 1
    }

    /// The length of a right-to-left phrase that may not fit a line of a newspaper's column, in characters.
    private static let longestPhrase = 20

    private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0x3100...0xA66E: false
        default: kind(of: scalar) != nil || isRightToLeft(scalar) || mayBeAccent(scalar)
        }
    }

    /// Whether it has no width of its own but belongs to the character before it: an accent, a vowel sign, a joiner, a
    /// variation selector.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        guard mayBeAccent(scalar) else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return true
        default: return scalar.properties.isEmojiModifier
        }
    }

    /// Whether it is in a block that has accents. Chinese copy has few characters of these blocks.
    private static func mayBeAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300: scalar.value == 0xAD
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0x302A...0x302F, 0x3099...0x309A: true
        case 0x2000...0xA66E, 0xAC00...0xFB1D, 0xFB1F...0xFDFF, 0xFE30...0xFEFE, 0xFF00...0xFFEF: false
        case 0x20000...0x3FFFF: false
        default: true
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0x61B, 0x3000...0xD7FF: nil
        case 0x0A: nil
        case 0...0x1F, 0x7F...0x9F: .control
        // A byte order mark inside the text, as concatenated files have it.
        case 0xFEFF: .control
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: .direction
        case 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: .noncharacter
        case 0xFFFD: .lost
        case let value where value & 0xFFFE == 0xFFFE: .noncharacter
        default: nil
        }
    }

    /// Whether it belongs to a right-to-left script, such as Hebrew or Arabic.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF: true
        default: false
        }
    }

    // MARK: Reporting

    private func diagnostics(_ place: (_ line: Int, _ column: Int) -> SourcePlace) -> [Diagnostic] {
        Kind.allCases.compactMap { kind in
            guard let (line, column, scalar, count) = found[kind] else { return nil }
            let (message, hint) = Self.message(for: kind, scalar.codePoint, count)
            return .warning(at: place(line, column), message, hints: hint)
        }
    }

    private static func message(for kind: Kind, _ code: String, _ count: Int) -> (String, String) {
        let (name, names, hint) =
            switch kind {
            case .control:
                (
                    "a control character (\(code)) is left out",
                    "control characters (the first is \(code)) are left out",
                    "it comes from the program that wrote the copy; check whether a word is missing there"
                )
            case .direction:
                (
                    "a mark that changes the text direction (\(code)) is left out",
                    "marks that change the text direction (the first is \(code)) are left out",
                    "if the words are in order, nothing needs to be done"
                )
            case .noncharacter:
                (
                    "\(code) is not a character and is left out",
                    "code points that are not characters (the first is \(code)) are left out",
                    "check whether a word is missing there"
                )
            case .accents:
                (
                    "an accent (\(code)) over \(mostAccents) on one character is left out",
                    "accents (the first is \(code)) over \(mostAccents) on one character are left out",
                    "no word has so many; check the program that wrote the copy"
                )
            case .lost:
                (
                    "a character was lost before the copy arrived: “\u{FFFD}” is in its place",
                    "characters were lost before the copy arrived: “\u{FFFD}” is in their place",
                    "write the missing characters, or ask for the copy again"
                )
            case .rightToLeft:
                (
                    "this right-to-left text is too long for a line, so its words will be out of order",
                    "right-to-left texts are too long for a line, so their words will be out of order",
                    "only short phrases of Hebrew or Arabic can be typeset"
                )
            }
        return (count == 1 ? name : "\(count) \(names)", hint)
    }
}

extension Unicode.Scalar {
    /// The code point in four or more hexadecimal digits, such as U+4E00.
    public var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
