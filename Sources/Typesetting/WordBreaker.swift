internal import CICU

/// Where words end, by ICU's dictionaries for Chinese, Japanese and the rest: for headlines, which break between words.
final class WordBreaker {
    private let language: String
    private var opened: OpaquePointer?

    init(language: String) { self.language = language }

    deinit { opened.map(icu_words_close) }

    /// Opened at the first headline: the dictionary takes a few milliseconds that a proof of body text need not pay.
    private var rules: OpaquePointer? {
        if opened == nil { opened = icu_words_open(language) }
        return opened
    }

    /// Places in the text, counted in UTF-16 units, at which a word begins or ends. Without rules for the language
    /// every place is one.
    func boundaries(in text: String) -> Set<Int> {
        let units = Array(text.utf16)
        return units.withUnsafeBufferPointer { buffer in
            guard let rules, icu_words_begin(rules, buffer.baseAddress, Int32(buffer.count)) == 0 else {
                return Set(0...buffer.count)
            }
            var found: Set<Int> = [0]
            while case let next = icu_words_next(rules), next >= 0 { found.insert(Int(next)) }
            return found
        }
    }
}
