extension Diagnostic {
    /// The diagnostic as a terminal shows it:
    ///
    ///     copy/front.txt:12:5: error: one sentence
    ///     本报讯（记者 杨安迪
    ///         ^
    ///     hint: close the bracket
    public var rendered: String {
        var renderer = DiagnosticRenderer()
        return renderer.rendered(self)
    }
}

/// Renders diagnostics for a terminal, one after the other. A thousand diagnostics of one long line take little more time
/// than one of them.
public struct DiagnosticRenderer {
    /// The last excerpt, and its characters.
    private var excerpt = ""
    private var characters: [Character] = []

    /// Creates a renderer.
    public init() {}

    /// A diagnostic as a terminal shows it. See `Diagnostic.rendered`.
    public mutating func rendered(_ diagnostic: Diagnostic) -> String {
        var out = ""
        if let place = diagnostic.place {
            out += Self.visible(place.file)
            if place.line > 0 { out += ":\(place.line)" }
            if place.line > 0, place.column > 0 { out += ":\(place.column)" }
            out += ": "
        }
        out += "\(diagnostic.severity.rawValue): \(Self.visible(diagnostic.message))\n"
        if let place = diagnostic.place, let excerpt = place.excerpt, place.line > 0 {
            out += quote(excerpt, column: place.column)
        }
        for hint in diagnostic.hints { out += "hint: \(Self.visible(hint))\n" }
        return out
    }

    /// The greatest width of an excerpt, in terminal cells: a paragraph of copy is one line and would fill the screen.
    private static let widestExcerpt = 76

    private mutating func quote(_ line: String, column: Int) -> String {
        if line != excerpt || characters.isEmpty {
            excerpt = line
            characters = line.map { $0 == "\t" ? " " : $0 }
        }
        let caret = max(0, min(column - 1, characters.count))
        // Outwards from the caret, because a line may have a million characters.
        var first = caret, room = Self.widestExcerpt / 2
        while first > 0, Self.cells(characters[first - 1]) <= room {
            first -= 1
            room -= Self.cells(characters[first])
        }
        var last = first
        room = Self.widestExcerpt
        while last < characters.count, Self.cells(characters[last]) <= room {
            room -= Self.cells(characters[last])
            last += 1
        }
        let head = first > 0 ? "…" : ""
        let tail = last < characters.count ? "…" : ""
        var out = head + Self.visible(String(characters[first..<last])) + tail + "\n"
        if column > 0 {
            out += String(repeating: " ", count: Self.width(characters[first..<caret]) + head.count) + "^\n"
        }
        return out
    }

    /// The text with “\u{FFFD}” in place of control characters: a file's name or copy must not control the terminal.
    private static func visible(_ text: String) -> String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
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
