/// Words parted by blanks, slashes or enumeration commas.
struct CopyWords {
    /// The ranges of the words.
    let ranges: [Range<Int>]

    init(_ slice: ArraySlice<Unicode.Scalar>) {
        var ranges: [Range<Int>] = []
        var start: Int?
        for index in slice.indices {
            if Self.parts(slice[index]) {
                if let from = start { ranges.append(from..<index) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let start { ranges.append(start..<slice.endIndex) }
        self.ranges = ranges
    }

    private static func parts(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || scalar == "/" || scalar == "／" || scalar == "、" || scalar == "|" || scalar == "｜"
    }
}
