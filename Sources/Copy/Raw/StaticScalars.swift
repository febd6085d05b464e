/// A word of the trade, taken apart into scalars once: as it is written here, in simplified characters, and in the
/// traditional ones of papers that print these.
struct StaticScalars: ExpressibleByStringLiteral, Sendable, Hashable {
    /// Of both writings, so of the same number.
    var count: Int { simplified.count }

    private let simplified: [Unicode.Scalar]
    /// Nil where it is the same.
    private let traditional: [Unicode.Scalar]?

    init(stringLiteral value: String) {
        simplified = Array(value.unicodeScalars)
        let other = simplified.map { Self.traditional[$0] ?? $0 }
        traditional = other == simplified ? nil : other
    }

    func begins(_ slice: some Collection<Unicode.Scalar>) -> Bool {
        slice.starts(with: simplified) || traditional.map { slice.starts(with: $0) } ?? false
    }

    /// Characters of the trade's words that have another form.
    private static let traditional: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = """
            记記讯訊电電员員实實习習评評论論师師编編译譯报報网網华華见見约約摄攝资資驻駐图圖导導综綜写寫体體绘繪\
            发發为為题題启啟声聲单單连連来來欧歐马馬诸諸迟遲东東采採
            """.unicodeScalars
        let all = Array(pairs)
        return Dictionary(uniqueKeysWithValues: stride(from: 0, to: all.count, by: 2).map { (all[$0], all[$0 + 1]) })
    }()
}
