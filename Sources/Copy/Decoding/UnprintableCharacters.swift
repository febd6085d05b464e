internal import Diagnostics

/// Removes characters from copy that no page can show, with a warning: control characters from word processors and
/// typesetting systems, marks of text direction, and code points that are not characters. On a page such a character
/// would leave a blank or reverse a line.
///
/// Visible characters remain, with a warning if they will not look as intended.
struct UnprintableCharacters {
    private enum Kind: CaseIterable {
        case control, direction, noncharacter
        /// U+FFFD, which remains.
        case lost
        /// A right-to-left phrase that is too long for a line; it remains.
        case rightToLeft
    }

    /// For each kind, the first occurrence and the number of occurrences.
    private var found: [Kind: (line: Int, column: Int, scalar: Unicode.Scalar, count: Int)] = [:]

    /// The text without unprintable characters.
    static func removing(from source: SourceText) -> Reported<SourceText> {
        var characters = UnprintableCharacters()
        let lines = source.lines.enumerated().map { characters.clean($1, number: $0 + 1) }
        if characters.found.isEmpty { return Reported(source) }
        let clean = SourceText(file: source.file, lines: lines)
        return Reported(clean, characters.diagnostics(in: clean))
    }

    // MARK: Finding

    private mutating func clean(_ line: String, number: Int) -> String {
        guard line.unicodeScalars.contains(where: { Self.isSuspicious($0) }) else { return line }
        var clean = String.UnicodeScalarView()
        var column = 1, phrase = 0
        for scalar in line.unicodeScalars {
            let kind = Self.kind(of: scalar)
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
        kind(of: scalar) != nil || isRightToLeft(scalar)
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0x61B, 0x3000...0xD7FF: nil
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

    private func diagnostics(in source: SourceText) -> [Diagnostic] {
        Kind.allCases.compactMap { kind in
            guard let (line, column, scalar, count) = found[kind] else { return nil }
            let (message, hint) = Self.message(for: kind, "U+" + scalar.hex, count)
            return .warning(at: source.place(line: line, column: column), message, hints: hint)
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
    /// The code point in four or more hexadecimal digits.
    fileprivate var hex: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
