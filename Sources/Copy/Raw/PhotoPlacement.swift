/// Finds the story of a picture that stands between two: the one whose words its caption shares.
enum PhotoPlacement {
    enum Side: Hashable { case before, behind }

    /// Shares of a caption's word pairs nearer than this to each other do not tell.
    private static let clear = 0.15

    /// - Returns: the side, and whether the caption's words told it. They count pairs of neighbouring ideographs, which
    ///   in Chinese is near enough to counting words.
    static func side(of caption: String, before: String, behind: String) -> (side: Side, isClear: Bool) {
        let pairs = pairs(of: caption)
        guard !pairs.isEmpty else { return (.before, false) }
        let first = share(of: pairs, in: before)
        let second = share(of: pairs, in: behind)
        // In reading order a picture follows the story it was taken for, so that is where doubt leaves it.
        return (second > first + clear ? .behind : .before, abs(first - second) > clear)
    }

    private static func share(of pairs: Set<UInt64>, in text: String) -> Double {
        Double(pairs.intersection(Self.pairs(of: text)).count) / Double(pairs.count)
    }

    private static func pairs(of text: String) -> Set<UInt64> {
        var pairs: Set<UInt64> = []
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            guard scalar.isHan || scalar.properties.isAlphabetic || scalar.isDigit else {
                last = nil
                continue
            }
            if let last { pairs.insert(UInt64(last.value) << 32 | UInt64(scalar.value)) }
            last = scalar
        }
        return pairs
    }
}
