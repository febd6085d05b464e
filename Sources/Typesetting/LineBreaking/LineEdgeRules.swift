/// Which characters may not begin or end a line, and which may not be divided (CLREQ 6.1).
public struct LineEdgeRules: Hashable, Sendable {
    /// How strict the rules are.
    public enum Level: String, CaseIterable, Hashable, Sendable {
        /// Any character may begin or end a line.
        case none
        /// CLREQ 6.1.1: no closing, pause or stop mark at a line's start, no opening mark at its end.
        case basic
        /// GB/T 15834: in addition, no solidus at a line's end.
        case gb = "GB"
        /// In addition, no —— or …… at a line's start.
        case strict
        /// The levels of CSS Text 3 (line-break) for Chinese.
        case cssLoose = "css-loose"
        case cssNormal = "css-normal"
        case cssStrict = "css-strict"

        fileprivate var isCSS: Bool { self == .cssLoose || self == .cssNormal || self == .cssStrict }
    }

    public var level: Level

    public init(level: Level = .basic) { self.level = level }

    func mayBegin(_ kind: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        switch level {
        case .none: return true
        case .cssLoose, .cssNormal, .cssStrict: return mayBeginInCSS(kind, scalar)
        case .basic, .gb, .strict:
            switch kind {
            case .closing, .pause, .stop, .exclamation, .interpunct, .connector, .suffix, .westernClosing, .noteMark,
                .smallKana:
                return false
            case .dash, .ellipsis: return level != .strict
            case .westernSign: return scalar != "-" && scalar != "/"
            default: return true
            }
        }
    }

    /// CSS Text 3, 5.3: each looser level allows more classes at a line's start.
    private func mayBeginInCSS(_ kind: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        if Self.hyphens.contains(scalar) { return level != .cssStrict }
        if Self.iteration.contains(scalar) || Self.inseparable.contains(scalar) || Self.centred.contains(scalar) {
            return level == .cssLoose
        }
        switch kind {
        case .smallKana: return level != .cssStrict
        case .closing, .pause, .stop, .exclamation, .westernClosing, .interpunct: return false
        case .suffix: return level == .cssLoose && scalar != "%"
        default: return true
        }
    }

    private static let hyphens: Set<Unicode.Scalar> = ["‐", "–", "〜", "゠"]
    private static let iteration: Set<Unicode.Scalar> = ["々", "〻", "ゝ", "ゞ", "ヽ", "ヾ"]
    private static let inseparable: Set<Unicode.Scalar> = ["․", "‥", "…", "⋯", "︙", "\u{10AF6}"]
    private static let centred: Set<Unicode.Scalar> = ["・", "：", "；", "･", "‼", "⁇", "⁈", "⁉", "！", "？"]

    func mayEnd(_ kind: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        if level == .none { return true }
        switch kind {
        case .opening, .prefix, .westernOpening: return false
        case .westernSign, .connector:
            return !(level == .gb || level == .strict) || (scalar != "/" && scalar != "／")
        default: return true
        }
    }

    /// Whether a line may end before cell i. Spaces stay with the cell before them.
    ///
    /// - Parameter isUnbreakable: whether `areUnbreakable` holds for the classes of cell i and the cell before it.
    func mayBreak(_ cells: [Cell], before i: Int, isUnbreakable: Bool) -> Bool {
        if cells[i].kind.isSpace { return false }
        switch cells[i - 1].joint {
        case .open, .hyphen: return true
        case .closed: return false
        case .byClass: break
        }
        if isUnbreakable { return false }
        var before = i - 1
        while before > 0, cells[before].kind.isSpace {
            if Self.noBreakSpaces.contains(cells[before].scalar) { return false }
            before -= 1
        }
        return mayBegin(cells[i].kind, cells[i].scalar) && mayEnd(cells[before].kind, cells[before].scalar)
    }

    /// No-break space, figure space, narrow no-break space.
    private static let noBreakSpaces: Set<Unicode.Scalar> = ["\u{A0}", "\u{2007}", "\u{202F}"]

    /// Whether two neighbours are never divided: inside —— and ……, Western words, and numbers with their point,
    /// separators, sign, unit and currency (CLREQ 5.1.1.4, 5.4.1, 6.1.2).
    func areUnbreakable(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
        switch (a, b) {
        case (.dash, .dash), (.ellipsis, .ellipsis), (.exclamation, .exclamation): !level.isCSS
        case (.latin, .latin), (.digit, .digit), (.latin, .digit), (.digit, .latin): true
        case (.prefix, .digit), (.prefix, .westernSign), (.digit, .suffix), (.latin, .prefix), (.suffix, .westernSign):
            true
        case (_, .noteMark): true
        case (.wideWestern, .wideWestern), (.prefix, .wideWestern), (.wideWestern, .suffix): true
        case (.westernSign, .digit), (.digit, .westernSign), (.latin, .westernSign), (.westernSign, .latin),
            (.westernSign, .westernSign):
            true
        case (.digit, .westernClosing), (.latin, .westernClosing), (.suffix, .westernClosing),
            (.westernClosing, .westernClosing), (.westernSign, .westernClosing):
            true
        case (.westernClosing, .digit), (.westernClosing, .latin), (.westernOpening, _): true
        default: false
        }
    }
}
