public import Pages

/// Text to be set, in spans of one font role each.
///
///     StyledText([
///         .init("他写的", role: "song"),
///         .init("阿Q正传", role: "song", line: .title),
///         .init("绝不是", role: "song", emphasis: true),
///         .init("噱头", role: "song", ruby: Ruby("xué tóu")),
///     ])
public struct StyledText: Hashable, Sendable {
    public struct Span: Hashable, Sendable {
        public var text: String
        /// A font role of fonts/roles.yaml.
        public var role: String
        /// A dot at every character (CLREQ 5.3.1).
        public var emphasis: Bool
        /// A line along the whole span: a name or a title, one span each (CLREQ 5.6.1).
        public var line: SideLine
        /// How the span is read, or what it means, in small type beside it (CLREQ 5.5).
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
}

/// A character that its role's fonts do not have.
public struct MissingGlyph: Hashable, Sendable {
    public var character: Character
    public var role: String
    /// The face that lent a glyph; nil when no font has one.
    public var face: FontFace?

    public init(character: Character, role: String, face: FontFace?) {
        self.character = character
        self.role = role
        self.face = face
    }

    /// The code point as U+4E00.
    public var codePoint: String {
        let hex = String(character.unicodeScalars.first!.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
}
