/// A word of the trade as an array of scalars, which is faster to compare than a string. It matches in simplified
/// characters, in which it is written here, and in traditional ones.
struct Keyword: ExpressibleByStringLiteral, Sendable, Hashable {
    /// The number of scalars, equal for both forms.
    var count: Int { simplified.count }

    private let simplified: [Unicode.Scalar]
    /// The word in traditional characters; nil if it is the same.
    private let traditional: [Unicode.Scalar]?

    init(stringLiteral value: String) {
        simplified = Array(value.unicodeScalars)
        let other = simplified.map { Self.traditional[$0] ?? $0 }
        traditional = other == simplified ? nil : other
    }

    /// Whether the word is a prefix of the slice.
    func isPrefix(of slice: some Collection<Unicode.Scalar>) -> Bool {
        slice.starts(with: simplified) || traditional.map { slice.starts(with: $0) } ?? false
    }

    /// Simplified and traditional forms of the characters in these words.
    private static let traditional: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = """
            记記讯訊电電员員实實习習评評论論师師编編译譯报報网網华華见見约約摄攝资資驻駐图圖导導综綜写寫体體绘繪\
            发發为為题題启啟声聲单單连連来來欧歐马馬诸諸迟遲东東采採
            """.unicodeScalars
        let all = Array(pairs)
        return Dictionary(uniqueKeysWithValues: stride(from: 0, to: all.count, by: 2).map { (all[$0], all[$0 + 1]) })
    }()
}

extension ArraySlice where Element == Unicode.Scalar {
    /// Whether it begins with the word, in simplified or traditional characters.
    func starts(with word: Keyword) -> Bool { word.isPrefix(of: self) }

    /// Whether it is equal to the word.
    func matches(_ word: Keyword) -> Bool { count == word.count && word.isPrefix(of: self) }

    /// Whether it ends with the word.
    func ends(with word: Keyword) -> Bool {
        count >= word.count && word.isPrefix(of: suffix(word.count))
    }
}
