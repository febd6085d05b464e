/// Small type beside a span of text: its reading, its meaning, or a remark about it (CLREQ 5.5).
///
///     Ruby("gōng zhèng")                  // above 公正, a syllable over each character
///     Ruby("gōngzhèng")                   // above the word as one
///     Ruby("ㄍㄨㄥ ㄓㄥˋ", kind: .zhuyin)   // at the right of each character
///     Ruby("OPEC", kind: .gloss)          // the original of a translated name
public struct Ruby: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Romanised sounds (CLREQ 5.5.4): above, centred, at half the text's size. If the annotation has as many syllables
        /// as the span has characters, each stands over its character. Otherwise the span is one word with one annotation.
        case pinyin
        /// Bopomofo (CLREQ 5.5.3): a syllable on the right of each character, whichever way the line runs, in symbols of
        /// 3/10 of the text's size.
        case zhuyin
        /// A translation or the original (CLREQ 5.5.6): above, as one; the shorter of the two is opened or centred.
        case gloss
        /// A remark between the lines (CLREQ 5.5.7): on the other side of the text, beginning with the span.
        case comment
    }

    /// The annotation, with spaces between syllables.
    public var text: String
    public var kind: Kind
    /// The font role; nil uses the text's role. Pinyin is best read in a light sans serif.
    public var role: String?

    public init(_ text: String, kind: Kind = .pinyin, role: String? = nil) {
        self.text = text
        self.kind = kind
        self.role = role
    }
}

/// A line along a span (CLREQ 5.6.1): under horizontal text, on the left of vertical text.
public enum SideLine: Hashable, Sendable {
    case none
    /// 专名号: a straight line for the name of a person, a place or a time.
    case name
    /// 甲式书名号: a wavy line for a title.
    case title
    /// 示亡号: a frame round the name of a person who has died (CLREQ 5.1).
    case frame
}
