public import Pages

/// Text to be composed, in spans of one font role each.
///
///     StyledText([
///         .init("他写的", role: "song"),
///         .init("阿Q正传", role: "song", line: .title),
///         .init("绝不是", role: "song", emphasis: true),
///         .init("噱头", role: "song", ruby: Ruby("xué tóu")),
///     ])
public struct StyledText: Hashable, Sendable {
    /// A stretch of text with the same role and the same marks beside it.
    public struct Span: Hashable, Sendable {
        public var text: String
        /// A font role of fonts/roles.yaml.
        public var role: String
        /// Whether every character has an emphasis dot (CLREQ 5.3.1).
        public var emphasis: Bool
        /// The line along the span. Each name or title is a span of its own (CLREQ 5.6.1).
        public var line: SideLine
        /// The small type beside the span that tells its reading or meaning (CLREQ 5.5).
        public var ruby: Ruby?

        public init(
            _ text: String, role: String, emphasis: Bool = false, line: SideLine = .none, ruby: Ruby? = nil
        ) {
            self.text = text
            self.role = role
            self.emphasis = emphasis
            self.line = line
            self.ruby = ruby
        }
    }

    public var spans: [Span]

    public init(_ spans: [Span]) { self.spans = spans }
    public init(_ text: String, role: String) { spans = [Span(text, role: role)] }

    public var text: String { spans.map(\.text).joined() }

    /// The text without zero characters, which end the program inside Pango. Readers have removed them with a message; this
    /// is for a text that comes another way.
    var withoutZeros: StyledText {
        guard spans.contains(where: { $0.text.utf8.contains(0) }) else { return self }
        var copy = self
        for index in spans.indices { copy.spans[index].text.unicodeScalars.removeAll { $0 == "\0" } }
        return copy
    }
}

/// A character that the fonts of its role lack.
public struct MissingGlyph: Hashable, Sendable {
    public var character: Character
    public var role: String
    /// The face whose glyph is used instead; nil if no font has one.
    public var face: FontFace?

    public init(character: Character, role: String, face: FontFace?) {
        self.character = character
        self.role = role
        self.face = face
    }

    /// The code point of the character's first scalar, such as U+4E00.
    public var codePoint: String {
        let hex = String(character.unicodeScalars.first!.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
}
