internal import Diagnostics

/// Leaves out of copy what no page can show, and says so: controls that word processors and typesetting systems leave
/// behind, marks that turn the direction of text, code points that are no characters. One that got as far as a page would
/// be white there, or turn a line round.
///
/// What can be seen stays, and is warned of where it will not look as it should.
struct UnprintableCharacters {
    private enum Kind: CaseIterable {
        case control, direction, none
        /// U+FFFD, which stays.
        case lost
        /// A phrase that runs from right to left and is too long for a line; it stays.
        case reversed
    }

    /// The first of a kind, and how many there are.
    private var found: [Kind: (line: Int, column: Int, scalar: Unicode.Scalar, count: Int)] = [:]

    /// The copy without them.
    static func leftOut(of source: SourceText) -> Reported<SourceText> {
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
            if let kind { note(kind, number, column, scalar) }
            if kind == nil || kind == .lost {
                clean.append(scalar)
                column += 1
            }
            phrase = Self.isReversed(scalar) || phrase > 0 && scalar == " " ? phrase + 1 : 0
            if phrase == Self.longestPhrase { note(.reversed, number, column - phrase, scalar) }
        }
        return String(clean)
    }

    private mutating func note(_ kind: Kind, _ line: Int, _ column: Int, _ scalar: Unicode.Scalar) {
        found[kind, default: (line, column, scalar, 0)].count += 1
    }

    /// Characters of a phrase from right to left that fit a line of a newspaper's column.
    private static let longestPhrase = 20

    private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
        kind(of: scalar) != nil || isReversed(scalar)
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x09, 0x20...0x7E, 0xA0...0x61B, 0x3000...0xD7FF: nil
        case 0...0x1F, 0x7F...0x9F: .control
        // A byte order mark inside, as files that were put together have it.
        case 0xFEFF: .control
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: .direction
        case 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: Kind.none
        case 0xFFFD: .lost
        case let value where value & 0xFFFE == 0xFFFE: Kind.none
        default: nil
        }
    }

    /// Hebrew, Arabic and their kin.
    private static func isReversed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF: true
        default: false
        }
    }

    // MARK: Saying

    private func diagnostics(in source: SourceText) -> [Diagnostic] {
        Kind.allCases.compactMap { kind in
            guard let (line, column, scalar, count) = found[kind] else { return nil }
            let (sentence, hint) = Self.words(for: kind, "U+" + scalar.hex, count)
            return .warning(at: source.place(line: line, column: column), sentence, hints: hint)
        }
    }

    private static func words(for kind: Kind, _ code: String, _ count: Int) -> (String, String) {
        let (name, names, hint) =
            switch kind {
            case .control:
                (
                    "a control character (\(code)) is left out",
                    "control characters (the first is \(code)) are left out",
                    "it comes from the program that the copy was written in; look whether a word is missing there"
                )
            case .direction:
                (
                    "a mark that turns the direction of text (\(code)) is left out",
                    "marks that turn the direction of text (the first is \(code)) are left out",
                    "nothing is to be done if the words are in order"
                )
            case .none:
                (
                    "\(code) is no character and is left out",
                    "code points that are no characters (\(code)) are left out",
                    "look whether a word is missing there"
                )
            case .lost:
                (
                    "a character was lost before the copy came here: “\u{FFFD}” stands for it",
                    "characters were lost before the copy came here: “\u{FFFD}” stands for them",
                    "write what is meant, or ask for the copy anew"
                )
            case .reversed:
                (
                    "this text from right to left is too long for a line, and its words will not be in order",
                    "texts from right to left are too long for a line, and their words will not be in order",
                    "only short phrases of Hebrew or Arabic can be set"
                )
            }
        return (count == 1 ? name : "\(count) \(names)", hint)
    }
}

extension Unicode.Scalar {
    /// Its number in four digits or more.
    fileprivate var hex: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
