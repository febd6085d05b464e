internal import CICU

/// Finds the boundaries of words by ICU's dictionaries, for headlines, which break between words.
final class WordBreaker {
    /// BCP 47.
    private let language: String
    private var loaded: OpaquePointer?

    init(language: String) { self.language = language }

    deinit { loaded.map(icu_words_close) }

    /// Loaded for the first headline: opening the dictionary takes a few milliseconds, which a proof of body text saves.
    private var rules: OpaquePointer? {
        if loaded == nil { loaded = icu_words_open(language) }
        return loaded
    }

    /// The offsets in UTF-16 units at which a word begins or ends. If ICU has no rules for the language, every offset is
    /// one.
    func boundaries(in text: String) -> Set<Int> {
        let units = Array(text.utf16)
        return units.withUnsafeBufferPointer { buffer in
            guard let rules, icu_words_begin(rules, buffer.baseAddress, Int32(buffer.count)) == 0 else {
                return Set(0...buffer.count)
            }
            var offsets: Set<Int> = [0]
            while case let next = icu_words_next(rules), next >= 0 { offsets.insert(Int(next)) }
            return offsets
        }
    }
}

/// How strongly two neighbouring characters belong together, counted in the story itself: a dictionary lacks the names of
/// a small place, but the story repeats them.
///
/// No dictionary has 塘河镇. But if every 河 of a story follows a 塘, a headline should not break between the two.
struct Cohesion {
    private var pairs: [Pair: Int] = [:]
    private var singles: [Unicode.Scalar: Int] = [:]

    private struct Pair: Hashable {
        var a: Unicode.Scalar
        var b: Unicode.Scalar
    }

    /// A pair that occurs less often proves nothing.
    private static let leastRepeats = 2

    /// - Parameters:
    ///   - title: the headline; only its characters are counted.
    ///   - context: the story's body, in which they are counted.
    init(of title: String, context: String) {
        var last: Unicode.Scalar?
        for scalar in title.unicodeScalars {
            singles[scalar] = 0
            if let last { pairs[Pair(a: last, b: scalar)] = 0 }
            last = scalar
        }
        last = nil
        // Most characters of the story are not in the title. Their last ten bits tell that faster than a dictionary.
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

    /// The share of the rarer character's occurrences in which it stands beside the other: from 0 to 1.
    func strength(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Double {
        guard let together = pairs[Pair(a: a, b: b)], together >= Self.leastRepeats,
            let one = singles[a], let other = singles[b]
        else { return 0 }
        return Double(together) / Double(min(one, other))
    }
}
