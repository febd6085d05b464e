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

/// How firmly two neighbouring characters hold together, learned from the story itself: a dictionary does not know the
/// names of a small place, but the story repeats them.
///
/// 塘河镇 is no word of any dictionary; but where a story says 河 it says 塘河, so a headline should not part the two.
struct Cohesion {
    private var pairs: [Pair: Int] = [:]
    private var singles: [Unicode.Scalar: Int] = [:]

    private struct Pair: Hashable {
        var a: Unicode.Scalar
        var b: Unicode.Scalar
    }

    /// Repeats below this prove nothing.
    private static let leastRepeats = 2

    /// - Parameters:
    ///   - title: what is to be parted; only its characters are counted.
    ///   - context: the story's body.
    init(of title: String, context: String) {
        var last: Unicode.Scalar?
        for scalar in title.unicodeScalars {
            singles[scalar] = 0
            if let last { pairs[Pair(a: last, b: scalar)] = 0 }
            last = scalar
        }
        last = nil
        // Most characters of the story are none of the title's, which is quicker seen by their last bits.
        var mayBeIn = Array(repeating: false, count: 1024)
        for scalar in singles.keys { mayBeIn[Int(scalar.value & 1023)] = true }
        for scalar in context.unicodeScalars {
            guard mayBeIn[Int(scalar.value & 1023)], let count = singles[scalar] else {
                last = nil
                continue
            }
            singles[scalar] = count + 1
            if let last { pairs[Pair(a: last, b: scalar)]? += 1 }
            last = scalar
        }
    }

    /// From 0 (they meet by chance) to 1 (the rarer of the two never stands without the other).
    func strength(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Double {
        guard let together = pairs[Pair(a: a, b: b)], together >= Self.leastRepeats,
            let one = singles[a], let other = singles[b]
        else { return 0 }
        return Double(together) / Double(min(one, other))
    }
}
