/// Writes text as Markdown, with escapes for all characters that Markdown would interpret.
enum MarkdownText {
    /// Characters with a meaning anywhere in a line.
    private static let anywhere: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", "&"]
    /// Characters with a meaning at the beginning of a line.
    private static let atStart: Set<Character> = ["#", ">", "-", "+", "=", "~", "|"]

    /// A paragraph with its bold and emphasised words, and hard line breaks.
    static func paragraph(_ paragraph: Paragraph) -> String {
        let characters = Array(paragraph.text)
        var out = ""
        var position = 0
        for mark in spans(paragraph, in: characters) {
            out += lines(characters[position..<mark.range.lowerBound], startsLine: position == 0 || endsLine(out))
            let stars = mark.kind == .bold ? "**" : "*"
            position = mark.range.upperBound
            let own = characters[mark.range], next = position < characters.count ? characters[position] : nil
            // Adjacent stars would be read as one run.
            if out.last == "*"
                || isReadAsText(inside: own.first?.unicodeScalars.first, outside: out.unicodeScalars.last)
            {
                out += separator
            }
            out += stars + lines(own, startsLine: false) + stars
            if isReadAsText(inside: own.last?.unicodeScalars.last, outside: next?.unicodeScalars.first) {
                out += separator
            }
        }
        return out + lines(characters[position...], startsLine: position == 0 || endsLine(out))
    }

    /// An empty comment, which separates what is before and after it.
    static let separator = "<!---->"

    /// Whether stars between a punctuation mark and a word would be read as text: 说*“好”*了 (CommonMark 6.2, flanking
    /// delimiter runs).
    private static func isReadAsText(inside: Unicode.Scalar?, outside: Unicode.Scalar?) -> Bool {
        guard let inside, let outside else { return false }
        return !inside.properties.isAlphabetic && inside.properties.numericType == nil
            && !outside.properties.isWhitespace && !outside.isMarkdownPunctuation
    }

    /// One line of a subhead. Number signs at its end would be read as the heading's own.
    static func heading(_ text: String) -> String {
        var out = ""
        for character in text {
            if anywhere.contains(character.base) || character.base == "#" { out += "\\" }
            out.append(character)
        }
        return out
    }

    private static func endsLine(_ text: String) -> Bool { text.isEmpty || text.last == "\n" }

    /// The marks to write, without blanks at their ends, which Markdown does not allow. Datelines are not marked: the
    /// reader recognises them by their form.
    private static func spans(_ paragraph: Paragraph, in characters: [Character]) -> [Paragraph.Mark] {
        paragraph.marks.compactMap { mark in
            guard mark.kind == .bold || mark.kind == .emphasis else { return nil }
            var range = mark.range.clamped(to: 0..<characters.count)
            while let first = range.first, characters[first].isWhitespace { range.removeFirst() }
            while let last = range.last, characters[last].isWhitespace { range.removeLast() }
            return range.isEmpty ? nil : Paragraph.Mark(mark.kind, range)
        }
    }

    private static func lines(_ characters: ArraySlice<Character>, startsLine: Bool) -> String {
        var out = ""
        for (number, line) in characters.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { out += "\\\n" }
            out += escaped(line, startsLine: startsLine || number > 0)
        }
        return out
    }

    private static func escaped(_ line: ArraySlice<Character>, startsLine: Bool) -> String {
        var out = ""
        let number: ArraySlice<Character> = startsLine ? line.prefix { $0.isASCII && $0.isNumber } : []
        for index in line.indices {
            let character = line[index]
            let isFirst = startsLine && index == line.startIndex
            // “1.” and “1)” would begin a list.
            let isStop = !number.isEmpty && index == number.endIndex && (character == "." || character == ")")
            if anywhere.contains(character.base) || isFirst && atStart.contains(character.base) || isStop {
                out += "\\"
            }
            out.append(character)
        }
        return out
    }
}

extension Character {
    /// The base character that Markdown sees when an accent or variation selector follows.
    fileprivate var base: Character { Character(unicodeScalars.first!) }
}

extension Unicode.Scalar {
    /// Whether Markdown treats the character as punctuation, which includes all ASCII symbols.
    fileprivate var isMarkdownPunctuation: Bool {
        if isASCII { return value > 32 && value < 127 && !properties.isAlphabetic && properties.numericType == nil }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
