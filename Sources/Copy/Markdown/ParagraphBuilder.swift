internal import Diagnostics

/// Builds a paragraph from inline elements: text with a style for each character.
struct ParagraphBuilder {
    private var characters: [Character] = []
    private var kinds: [Paragraph.Mark.Kind?] = []
    /// The accents that were left out, because their character has too many.
    private(set) var accentsLeftOut = 0

    /// Appends text without blanks at the beginning of a line, which are indents of the file.
    mutating func append(_ text: String, as kind: Paragraph.Mark.Kind?) {
        for (index, character) in text.enumerated()
        where characters.last != "\n" || character != " " && character != "\t" {
            if index > 0 || !join(character) { characters.append(character) }
        }
        kinds += Array(repeating: kind, count: characters.count - kinds.count)
    }

    /// Adds an accent or another part of a character to the character before it. Marks count characters, and a character
    /// reference (`a&#x301;`) and what is before it are two texts.
    ///
    /// - Returns: false if it is a character of its own.
    private mutating func join(_ part: Character) -> Bool {
        guard let last = characters.last, part.unicodeScalars.first!.value >= 0x300 else { return false }
        let joined = String(last) + String(part)
        guard joined.count == 1 else { return false }
        if joined.unicodeScalars.count <= UnprintableCharacters.mostAccents + 1 {
            characters[characters.count - 1] = Character(joined)
        } else {
            accentsLeftOut += part.unicodeScalars.count
        }
        return true
    }

    /// Appends a line end inside a paragraph: a space between Latin words, nothing between ideographs.
    mutating func appendSoftBreak(before next: Character?, as kind: Paragraph.Mark.Kind?) {
        guard let last = characters.last, let next, last.isASCII, next.isASCII else { return }
        append(" ", as: kind)
    }

    /// The paragraph without leading and trailing blanks, with its dateline and its marks.
    func paragraph(at place: SourcePlace) -> Paragraph {
        let blank: (Int) -> Bool = { characters[$0].unicodeScalars.allSatisfy { $0.isBlank || $0 == "\n" } }
        let start = characters.indices.first { !blank($0) } ?? characters.count
        let end = (characters.indices.last { !blank($0) } ?? start - 1) + 1
        let text = String(characters[start..<end])
        var marks = DatelineRule.marks(in: text)
        let datelineEnd = marks.last?.range.upperBound ?? 0
        var index = datelineEnd
        while index < end - start {
            guard let kind = kinds[start + index] else {
                index += 1
                continue
            }
            let first = index
            while index < end - start, kinds[start + index] == kind { index += 1 }
            var range = first..<index
            // Blanks at the ends of a mark are invisible, and Markdown cannot write them.
            while let first = range.first, characters[start + first].isWhitespace { range.removeFirst() }
            while let last = range.last, characters[start + last].isWhitespace { range.removeLast() }
            if !range.isEmpty { marks.append(.init(kind, range)) }
        }
        return Paragraph(text, marks: marks, place: place)
    }

    var string: String { String(characters) }
}
