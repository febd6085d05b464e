/// Which characters may not begin or end a line, and which may not be parted (CLREQ 6.1).
public struct LineEdgeRules: Hashable, Sendable {
    /// How strictly line edges are kept (CLREQ 6.1.1, GB/T 15834).
    public enum Level: String, CaseIterable, Hashable, Sendable {
        case none
        case basic
        /// Also no solidus at a line's end.
        case gb = "GB"
        /// Also no dash or ellipsis at a line's start.
        case strict
    }

    public var level: Level

    public init(level: Level = .basic) { self.level = level }

    func mayBegin(_ character: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        if level == .none { return true }
        switch character {
        case .closing, .pause, .stop, .interpunct, .connector, .suffix, .westernClosing: return false
        case .dash, .ellipsis: return level != .strict
        case .westernSign: return scalar != "-" && scalar != "/"
        default: return true
        }
    }

    func mayEnd(_ character: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
        if level == .none { return true }
        switch character {
        case .opening, .prefix, .westernOpening: return false
        case .westernSign, .connector: return !(level == .gb || level == .strict) || (scalar != "/" && scalar != "／")
        default: return true
        }
    }

    /// Whether two neighbours are never parted: inside —— and ……, Western words, and numbers with their point,
    /// separators, sign, unit and currency (CLREQ 5.1.1.4, 6.1.2).
    func areOne(_ a: CharacterClass, _ b: CharacterClass) -> Bool {
        switch (a, b) {
        case (.dash, .dash), (.ellipsis, .ellipsis), (.stop, .stop): true
        case (.latin, .latin), (.digit, .digit), (.latin, .digit), (.digit, .latin): true
        case (.prefix, .digit), (.digit, .suffix), (.prefix, .westernSign), (.westernSign, .digit),
            (.digit, .westernSign), (.westernSign, .westernSign), (.latin, .westernSign), (.westernSign, .latin):
            true
        case (.digit, .westernClosing), (.latin, .westernClosing), (.westernClosing, .westernClosing),
            (.westernClosing, .digit), (.westernOpening, _), (.westernClosing, .latin):
            true
        default: false
        }
    }
}
