/// Copy written as Markdown, so that nothing in it is taken for a sign of Markdown's.
enum MarkdownText {
    /// Signs that mean something anywhere in a line.
    private static let anywhere: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", "&"]
    /// Signs that mean something where a line begins.
    private static let atStart: Set<Character> = ["#", ">", "-", "+", "=", "~", "|"]

    /// A paragraph with its bold and emphasised words; its line breaks become hard ones.
    static func written(_ paragraph: Paragraph) -> String {
        let characters = Array(paragraph.text)
        var out = ""
        var position = 0
        for mark in spans(paragraph, in: characters) {
            out += lines(characters[position..<mark.range.lowerBound], startsLine: position == 0 || endsLine(out))
            let stars = mark.kind == .bold ? "**" : "*"
            position = mark.range.upperBound
            let own = characters[mark.range], next = position < characters.count ? characters[position] : nil
            // Stars that touch other stars would be read as one run.
            if out.last == "*" || isDull(inside: own.first?.unicodeScalars.first, outside: out.unicodeScalars.last) {
                out += parting
            }
            out += stars + lines(own, startsLine: false) + stars
            if isDull(inside: own.last?.unicodeScalars.last, outside: next?.unicodeScalars.first) { out += parting }
        }
        return out + lines(characters[position...], startsLine: position == 0 || endsLine(out))
    }

    /// An empty comment, which says nothing and parts what it stands between.
    static let parting = "<!---->"

    /// Whether stars between a mark and a word would be taken for what they are: 说*“好”*了 (CommonMark 6.2, flanking
    /// delimiter runs).
    private static func isDull(inside: Unicode.Scalar?, outside: Unicode.Scalar?) -> Bool {
        guard let inside, let outside else { return false }
        return !inside.properties.isAlphabetic && inside.properties.numericType == nil
            && !outside.properties.isWhitespace && !outside.isMarkdownPunctuation
    }

    /// One line of a subhead. Number signs at its end would be taken for the heading's own.
    static func heading(_ text: String) -> String {
        var out = ""
        for character in text {
            if anywhere.contains(character.sign) || character.sign == "#" { out += "\\" }
            out.append(character)
        }
        return out
    }

    private static func endsLine(_ text: String) -> Bool { text.isEmpty || text.last == "\n" }

    /// What has to be written out: datelines are known again by their form, and stars take no blanks inside them.
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
            // 1. and 1) would begin a list.
            let isStop = !number.isEmpty && index == number.endIndex && (character == "." || character == ")")
            if anywhere.contains(character.sign) || isFirst && atStart.contains(character.sign) || isStop {
                out += "\\"
            }
            out.append(character)
        }
        return out
    }
}

extension Character {
    /// What Markdown sees of a sign that an accent or a selector goes on.
    fileprivate var sign: Character { Character(unicodeScalars.first!) }
}

extension Unicode.Scalar {
    /// Whether Markdown takes the character for punctuation, as it does all of ASCII's signs.
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
