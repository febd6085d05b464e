/// The white between two neighbours on a line: what it is by nature, and what an adjustment may take or add.
struct Gap: Hashable, Sendable {
    /// Em. Negative never.
    var natural: Double
    /// How many em may go when a line is squeezed.
    var shrink: Double = 0
    /// When it is squeezed, in the order of CLREQ 6.2.2.2 (2 word space … 7 full stop); 0 never.
    var order: UInt8 = 0
    var stretch: Stretch = .equal

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

    static let none = Gap(natural: 0)
}

/// Where white stands between characters, by their classes (CLREQ 6.3.2, 6.3.3).
struct SpacingRules: Hashable, Sendable {
    /// Em between Han and Latin letters or digits: a quarter, down to an eighth, up to a half (CLREQ 6.3.3).
    static let hanLatin = (natural: 0.25, least: 0.125, most: 0.5)
    /// Em of a word space: a third as JLREQ 3.8.2 has it, down to a quarter, up to a half.
    static let wordSpace = (natural: 1.0 / 3, least: 0.25, most: 0.5)
    /// Em of a space that the copy sets between two Han characters, as between a reporter's title and name.
    static let hanSpace = 0.5

    func gap(_ a: CharacterClass, _ b: CharacterClass, unbreakable: Bool) -> Gap {
        if a == .stop, b == .stop {
            // ？！ and ！！ are one rigid unit of two em (CLREQ 5.1.1.4).
            return Gap(natural: a.rightBlank, stretch: .never)
        }
        if a == .space || b == .space { return a == .space ? Self.afterSpace : Gap(natural: 0, stretch: .never) }
        if a.isSpacedMark || b.isSpacedMark { return markGap(a, b) }
        if a.isWestern && b == .han || a == .han && b.isWestern {
            return Gap(
                natural: Self.hanLatin.natural, shrink: Self.hanLatin.natural - Self.hanLatin.least, order: 6,
                stretch: .hanLatin)
        }
        return unbreakable ? Gap(natural: 0, stretch: .never) : .none
    }

    private static let afterSpace = Gap(
        natural: wordSpace.natural, shrink: wordSpace.natural - wordSpace.least, order: 2, stretch: .wordSpace)

    /// Two marks in a row take an em and a half: the blank that faces the neighbour goes (CLREQ 6.3.2.2).
    private func markGap(_ a: CharacterClass, _ b: CharacterClass) -> Gap {
        let left = a.rightBlank, right = b.leftBlank
        var natural = left + right
        if a.isSpacedMark && b.isSpacedMark && natural > 0 { natural = max(0, natural - 0.5) }
        if natural == 0 { return .none }
        return Gap(natural: natural, shrink: natural, order: max(order(a, left), order(b, right)))
    }

    /// The place of a mark's blank in the order of squeezing; of two, the one that goes later holds the gap.
    private func order(_ mark: CharacterClass, _ blank: Double) -> UInt8 {
        guard blank > 0 else { return 0 }
        switch mark {
        case .interpunct: return 3
        case .opening, .closing: return 4
        case .pause: return 5
        default: return 7
        }
    }
}
