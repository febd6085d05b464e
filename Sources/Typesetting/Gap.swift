/// The white between two neighbours on a line: what it is by nature, and what an adjustment may take or add.
struct Gap: Hashable, Sendable {
    /// Em of the left neighbour's blank and of the right one's; their sum is the gap's natural width.
    var before: Double = 0
    var after: Double = 0
    /// How many em may go when a line is squeezed.
    var shrink: Double = 0
    /// When it is squeezed, in the order of CLREQ 6.2.2.2 (2 word space … 7 full stop); 0 never.
    var order: UInt8 = 0
    var stretch: Stretch = .equal

    var natural: Double { before + after }

    /// When a gap takes part in stretching (CLREQ 6.2.2.3).
    enum Stretch: UInt8, Sendable {
        case never
        /// First: a word space, up to half an em.
        case wordSpace
        /// Second: a Han–Latin gap, up to half an em.
        case hanLatin
        /// Third: every gap alike.
        case equal
    }

    static let none = Gap()
    static let rigid = Gap(stretch: .never)
}
