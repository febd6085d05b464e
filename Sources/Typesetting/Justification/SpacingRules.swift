/// The white between characters (CLREQ 6.3.2, 6.3.3).
struct SpacingRules: Hashable, Sendable {
    var profile: CompositionProfile
    /// The em added to every gap that may open: above 0 open setting, below 0 tight setting (CLREQ 6.3.1).
    var tracking = 0.0

    /// The em between Han and Latin letters or digits: a quarter, at least an eighth, at most a half (CLREQ 6.3.3).
    static let hanLatin = (natural: 0.25, least: 0.125, most: 0.5)
    /// The em of a word space: a third as in JLREQ 3.8.2, at least a quarter, at most a half.
    static let wordSpace = (natural: 1.0 / 3, least: 0.25, most: 0.5)
    /// The em of a space that the copy has between two Han characters, as between a reporter's title and name.
    static let hanSpace = 0.5

    /// The gap before cell i.
    ///
    /// - Parameter isUnbreakable: whether the two neighbours are part of one word, number or sign, inside which nothing
    ///   opens.
    func gap(in cells: [Cell], before i: Int, isUnbreakable: Bool) -> Gap {
        let a = cells[i - 1], b = cells[i]
        var gap =
            a.kind == .space ? afterSpace(i > 1 ? cells[i - 2] : a, b) : natural(in: cells, before: i, isUnbreakable)
        if gap.stretch != .never { gap.before += tracking }
        if !profile.squeezes || profile.strictGrid || gap.shrink == 0 {
            gap.shrink = 0
            gap.order = 0
        }
        return gap
    }

    private func natural(in cells: [Cell], before i: Int, _ isUnbreakable: Bool) -> Gap {
        let a = cells[i - 1], b = cells[i]
        // ？！ and ！！ are one rigid unit of two em (CLREQ 5.1.1.4).
        if a.kind == .exclamation, b.kind == .exclamation {
            return Gap(before: a.right, after: b.left, stretch: .never)
        }
        if a.kind.isSpacedMark || b.kind.isSpacedMark { return marks(a, b) }
        if b.kind == .space { return .rigid }
        if profile.hanLatinGap, !profile.strictGrid,
            a.kind.isHan && isWestern(cells, i, i + 1) || b.kind.isHan && isWestern(cells, i - 1, i - 2)
        {
            return Gap(
                before: Self.hanLatin.natural, shrink: Self.hanLatin.natural - Self.hanLatin.least, order: 6,
                stretch: .hanLatin)
        }
        return isUnbreakable ? .rigid : .none
    }

    /// Whether the cell is a Latin letter or figure, or a sign (−5, C++) that belongs to one on its other side.
    private func isWestern(_ cells: [Cell], _ i: Int, _ other: Int) -> Bool {
        if cells[i].kind.isWestern { return true }
        return cells[i].kind == .westernSign && cells.indices.contains(other) && cells[other].kind.isWestern
    }

    /// The gap between `a` and `b` with a space between them. The blank of a mark takes the place of the space.
    private func afterSpace(_ a: Cell, _ b: Cell) -> Gap {
        if a.right > 0 { return .rigid }
        if b.left > 0 { return Gap(after: b.left, shrink: b.left, order: order(b, b.left)) }
        let natural = a.kind.isHan && b.kind.isHan ? Self.hanSpace : Self.wordSpace.natural
        return Gap(before: natural, shrink: natural - Self.wordSpace.least, order: 2, stretch: .wordSpace)
    }

    /// The gap beside a mark. Two marks in a row take one and a half em: one half em between them is removed (CLREQ
    /// 6.3.2.2). A full-width space counts as a mark without a blank.
    private func marks(_ a: Cell, _ b: Cell) -> Gap {
        var left = a.right, right = b.left
        let areMarks = (a.kind.isSpacedMark || a.kind == .wideSpace) && (b.kind.isSpacedMark || b.kind == .wideSpace)
        if areMarks && profile.tightensMarks && !profile.strictGrid {
            if right == 0.5 { right = 0 } else if left == 0.5 { left = 0 }
        }
        return Gap(before: left, after: right, shrink: left + right, order: max(order(a, left), order(b, right)))
    }

    /// The place of a mark's blank in the order of squeezing. A gap of two blanks has the later of their places.
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

/// The white between two neighbours on a line: its natural width, and how far an adjustment may change it.
struct Gap: Hashable, Sendable {
    /// The em of the left neighbour's blank and of the right one's; their sum is the gap's natural width.
    var before: Double = 0
    var after: Double = 0
    /// The em by which the gap may shrink.
    var shrink: Double = 0
    /// The gap's place in the order of squeezing of CLREQ 6.2.2.2, from 2 (word space) to 7 (full stop); 0 for a gap that
    /// never shrinks.
    var order: UInt8 = 0
    var stretch: Stretch = .equal

    var natural: Double { before + after }

    /// The step of stretching in which a gap opens (CLREQ 6.2.2.3).
    enum Stretch: UInt8, Sendable {
        case never
        /// First: a word space, up to half an em.
        case wordSpace
        /// Second: a Han–Latin gap, up to half an em.
        case hanLatin
        /// Third: all gaps equally.
        case equal
    }

    static let none = Gap()
    static let rigid = Gap(stretch: .never)
}
