extension Diagnostic {
    /// The diagnostic as a terminal shows it:
    ///
    ///     copy/front.txt:12:5: error: one sentence
    ///     本报讯（记者 杨安迪
    ///         ^
    ///     hint: close the bracket
    public var rendered: String {
        var out = ""
        if let place {
            out += place.file
            if place.line > 0 { out += ":\(place.line)" }
            if place.line > 0, place.column > 0 { out += ":\(place.column)" }
            out += ": "
        }
        out += "\(severity.rawValue): \(message)\n"
        if let place, let excerpt = place.excerpt, place.line > 0 {
            out += Self.quote(excerpt, column: place.column)
        }
        for hint in hints { out += "hint: \(hint)\n" }
        return out
    }

    /// The greatest width of an excerpt, in terminal cells: a paragraph of copy is one line and would fill the screen.
    private static let widestExcerpt = 76

    private static func quote(_ line: String, column: Int) -> String {
        let characters = line.map { $0 == "\t" ? " " : $0 }
        let caret = max(0, min(column - 1, characters.count))
        // Outwards from the caret, because a line may have a million characters.
        var first = caret, room = widestExcerpt / 2
        while first > 0, cells(characters[first - 1]) <= room {
            first -= 1
            room -= cells(characters[first])
        }
        var last = first
        room = widestExcerpt
        while last < characters.count, cells(characters[last]) <= room {
            room -= cells(characters[last])
            last += 1
        }
        let head = first > 0 ? "…" : ""
        let tail = last < characters.count ? "…" : ""
        var out = head + String(characters[first..<last]) + tail + "\n"
        if column > 0 {
            out += String(repeating: " ", count: width(characters[first..<caret]) + head.count) + "^\n"
        }
        return out
    }

    private static func width(_ characters: ArraySlice<Character>) -> Int {
        characters.reduce(0) { $0 + cells($1) }
    }

    /// The width of a character in terminal cells: two for Han, kana, hangul and full-width forms (Unicode's East Asian
    /// Width).
    private static func cells(_ character: Character) -> Int {
        switch character.unicodeScalars.first!.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
