/// Where a mark's ink stands in its em box: the blanks at its two sides, in em (CLREQ 6.3.2.1).
///
/// Mainland marks stand in the left (closing) or right (opening) half of their em; in Taiwan and Hong Kong pause and
/// stop marks stand in its middle, and ？！ fill it and are never adjusted (CLREQ 5.1.1.3); in Japan ： and ； stand in
/// the middle and ？！ fill theirs (JLREQ 3.1.2).
struct MarkBox: Hashable, Sendable {
    var left: Double
    var right: Double

    init(left: Double, right: Double) { (self.left, self.right) = (left, right) }

    /// Em of room that the ink takes.
    var ink: Double { 1 - left - right }

    private static let leftHalf = MarkBox(left: 0, right: 0.5)
    private static let rightHalf = MarkBox(left: 0.5, right: 0)
    private static let middle = MarkBox(left: 0.25, right: 0.25)
    private static let full = MarkBox(left: 0, right: 0)

    /// The box of a mark in a language's tradition; nil for characters that are no spaced marks.
    init?(_ kind: CharacterClass, _ scalar: Unicode.Scalar, in tradition: Tradition) {
        switch (kind, tradition) {
        case (.opening, _): self = Self.rightHalf
        case (.closing, _): self = Self.leftHalf
        case (.interpunct, _): self = Self.middle
        case (.pause, .hans), (.stop, .hans): self = Self.leftHalf
        case (.exclamation, .hans): self = Self.isPair(scalar) ? Self.full : Self.leftHalf
        case (.pause, .hant), (.stop, .hant): self = Self.middle
        case (.pause, .japanese): self = scalar == "：" || scalar == "；" ? Self.middle : Self.leftHalf
        case (.stop, .japanese): self = Self.leftHalf
        case (.exclamation, _): self = Self.full
        default: return nil
        }
    }

    /// ‼ ⁇ ⁈ ⁉: two marks drawn in one em.
    private static func isPair(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x3000 }
}

/// Whose habits marks follow.
enum Tradition: Hashable, Sendable {
    case hans, hant, japanese

    /// - Parameter language: BCP 47. Korean pages take the Japanese boxes for the brackets that they share.
    init(language: String) {
        let language = language.lowercased()
        if language.hasPrefix("ja") || language.hasPrefix("ko") {
            self = .japanese
        } else if language.hasPrefix("zh-hant") || language.hasPrefix("zh-tw") || language.hasPrefix("zh-hk")
            || language.hasPrefix("zh-mo")
        {
            self = .hant
        } else {
            self = .hans
        }
    }
}

extension MarkBox {
    /// The box of a mark in a vertical line, `left` its blank above and `right` its blank below (CLREQ 6.3.2.1).
    ///
    /// Marks stand as they do in a horizontal line, the em box turned with the line: what closes or pauses in its
    /// first half, what opens in its second. But ：；？！ are drawn upright, and are taller than half an em (0.52 em to
    /// 0.86 em in the faces at hand), so they keep their em whole, as CLREQ 5.1.1.3 leaves ？！ in Taiwan.
    init?(vertical kind: CharacterClass, _ scalar: Unicode.Scalar, in tradition: Tradition) {
        let isTall = scalar == "：" || scalar == "；" || kind == .exclamation
        guard let box = isTall ? MarkBox(left: 0, right: 0) : MarkBox(kind, scalar, in: tradition) else { return nil }
        self = box
    }
}
