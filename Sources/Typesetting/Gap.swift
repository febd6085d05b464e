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

/// Where white stands between characters (CLREQ 6.3.2, 6.3.3).
struct SpacingRules: Hashable, Sendable {
    var profile: CompositionProfile

    /// Em between Han and Latin letters or digits: a quarter, down to an eighth, up to a half (CLREQ 6.3.3).
    static let hanLatin = (natural: 0.25, least: 0.125, most: 0.5)
    /// Em of a word space: a third as JLREQ 3.8.2 has it, down to a quarter, up to a half.
    static let wordSpace = (natural: 1.0 / 3, least: 0.25, most: 0.5)
    /// Em of a space that the copy sets between two Han characters, as between a reporter's title and name.
    static let hanSpace = 0.5

    func gap(_ a: Cell, _ b: Cell, unbreakable: Bool) -> Gap {
        var gap = natural(a, b, unbreakable)
        if !profile.squeezes {
            gap.shrink = 0
            gap.order = 0
        }
        return gap
    }

    /// A space that parts two Han characters.
    func hanSpace() -> Gap {
        Gap(
            before: Self.hanSpace, shrink: profile.squeezes ? Self.hanSpace - Self.wordSpace.least : 0, order: 2,
            stretch: .wordSpace)
    }

    private func natural(_ a: Cell, _ b: Cell, _ unbreakable: Bool) -> Gap {
        // ？！ and ！！ are one rigid unit of two em (CLREQ 5.1.1.4).
        if a.kind == .exclamation, b.kind == .exclamation { return Gap(before: a.right, after: b.left, stretch: .never) }
        if a.kind == .space { return Self.afterSpace }
        if b.kind == .space { return .rigid }
        if a.kind.isSpacedMark || b.kind.isSpacedMark { return marks(a, b) }
        if profile.hanLatinGap, a.kind.isWestern && b.kind == .han || a.kind == .han && b.kind.isWestern {
            return Gap(
                before: Self.hanLatin.natural, shrink: Self.hanLatin.natural - Self.hanLatin.least, order: 6,
                stretch: .hanLatin)
        }
        return unbreakable ? .rigid : .none
    }

    private static let afterSpace = Gap(
        before: wordSpace.natural, shrink: wordSpace.natural - wordSpace.least, order: 2, stretch: .wordSpace)

    /// Two marks in a row take an em and a half: a half em that faces the neighbour goes (CLREQ 6.3.2.2). A full-width
    /// space counts as a neighbour that has no blank to give.
    private func marks(_ a: Cell, _ b: Cell) -> Gap {
        var left = a.right, right = b.left
        let areMarks = (a.kind.isSpacedMark || a.kind == .wideSpace) && (b.kind.isSpacedMark || b.kind == .wideSpace)
        if areMarks && profile.tightensMarks {
            if right == 0.5 { right = 0 } else if left == 0.5 { left = 0 }
        }
        return Gap(before: left, after: right, shrink: left + right, order: max(order(a, left), order(b, right)))
    }

    /// The place of a mark's blank in the order of squeezing; of two, the one that goes later holds the gap.
    private func order(_ mark: Cell, _ blank: Double) -> UInt8 {
        guard blank > 0 else { return 0 }
        switch mark.kind {
        case .interpunct: return 3
        case .opening, .closing: return 4
        case .pause: return 5
        default: return 7
        }
    }
}
