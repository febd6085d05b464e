/// Small type beside a span of text: how it is read, what it means, or what somebody has to say to it (CLREQ 5.5).
///
///     Ruby("gōng zhèng")                  // above 公正, a syllable over each character
///     Ruby("gōngzhèng")                   // above the word as one
///     Ruby("ㄍㄨㄥ ㄓㄥˋ", kind: .zhuyin)   // at the right of each character
///     Ruby("OPEC", kind: .gloss)          // the original of a translated name
public struct Ruby: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Romanised sounds (CLREQ 5.5.4): half size, above, centred. As many syllables as the span has characters
        /// stand one over each; otherwise the span is one word with one annotation.
        case pinyin
        /// Bopomofo (CLREQ 5.5.3): symbols of 3/10, always at the right of the character, a syllable each.
        case zhuyin
        /// A translation or the original (CLREQ 5.5.6): above, as one; the shorter of the two is opened or centred.
        case gloss
        /// A remark between the lines (CLREQ 5.5.7): on the other side of the text, from the span's start onwards.
        case comment
    }

    public var text: String
    public var kind: Kind
    /// The font role; nil takes the text's own. Pinyin is best read in a light sans serif.
    public var role: String?

    public init(_ text: String, kind: Kind = .pinyin, role: String? = nil) {
        self.text = text
        self.kind = kind
        self.role = role
    }
}

/// A line along a span (CLREQ 5.6.1): under horizontal text, at the left of vertical text.
public enum SideLine: Hashable, Sendable {
    case none
    /// 专名号: the name of a person, a place, a time.
    case name
    /// 甲式书名号: the wavy line of a title.
    case title
    /// 示亡号: the frame round the name of somebody who has died.
    case frame
}
