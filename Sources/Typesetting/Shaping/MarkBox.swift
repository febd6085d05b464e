/// The place of a mark's ink in its em box: the blanks on its two sides, in em (CLREQ 6.3.2.1).
///
/// On the mainland, marks stand in the left (closing) or right (opening) half of their em. In Taiwan and Hong Kong, pause
/// and stop marks stand in the middle, and ？！ fill their em and are never adjusted (CLREQ 5.1.1.3). In Japan, ： and ；
/// stand in the middle, and ？！ fill their em (JLREQ 3.1.2).
struct MarkBox: Hashable, Sendable {
    var left: Double
    var right: Double

    init(left: Double, right: Double) { (self.left, self.right) = (left, right) }

    /// The em that the ink takes.
    var ink: Double { 1 - left - right }

    private static let leftHalf = MarkBox(left: 0, right: 0.5)
    private static let rightHalf = MarkBox(left: 0.5, right: 0)
    private static let middle = MarkBox(left: 0.25, right: 0.25)
    private static let full = MarkBox(left: 0, right: 0)

    /// The box of a mark by a language's conventions; nil for characters that are not spaced marks.
    init?(_ kind: CharacterClass, _ scalar: Unicode.Scalar, in punctuation: PunctuationStyle) {
        switch (kind, punctuation) {
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

extension MarkBox {
    /// The box of a mark in a vertical line, `left` its blank above and `right` its blank below (CLREQ 6.3.2.1).
    ///
    /// The em box turns with the line: closing and pause marks stand in its first half, opening marks in its second. But
    /// ：；？！ are drawn upright and are taller than half an em (0.52 em to 0.86 em in the faces at hand), so they keep
    /// their full em, as ？！ do in Taiwan (CLREQ 5.1.1.3).
    init?(vertical kind: CharacterClass, _ scalar: Unicode.Scalar, in punctuation: PunctuationStyle) {
        let isTall = scalar == "：" || scalar == "；" || kind == .exclamation
        guard let box = isTall ? MarkBox(left: 0, right: 0) : MarkBox(kind, scalar, in: punctuation) else { return nil }
        self = box
    }
}
