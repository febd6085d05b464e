/// What a line is charged for not being as nature has it. One unit is about the eye's annoyance at a pure Han line of
/// seventeen characters that is opened by half a character.
enum LineCost {
    /// Em a gap that stretching may add before it shows: half a character over the sixteen gaps of a usual line.
    static let unitStretch = 0.5 / 16

    /// Charges for each half em squeezed, by CLREQ's order (6.2.2.2): a line-end blank is free, a full stop dear.
    /// All but the last stay under one unit, so that squeezing goes before opening (先挤进后推出).
    static let squeeze: [Double] = [0, 0, 0.3, 0.4, 0.6, 0.7, 0.9, 2.0]

    /// Charge for each squared em squeezed out of one line: half an em is hardly seen, two make the line look crammed.
    static let cramming = 0.8

    /// A last line of one character (孤字不成行): dearer than any spacing that avoids it.
    static let loneCharacter = 150.0
    /// A last line shorter than the next paragraph's indent looks torn off.
    static let shortLastLine = 0.4
    /// A dash or ellipsis at a line's start is allowed below the strict level, but not liked.
    static let dashAtStart = 0.5
    /// A line that cannot be filled: no gap to open, or so few that they would gape.
    static let ragged = 60.0
    /// A line that is broken where nothing may be broken, because it holds nothing else.
    static let emergency = 10_000.0

    /// The cost of opening so many gaps by so much in all.
    static func stretch(_ amount: Double, gaps: Int) -> Double {
        guard amount > 1e-9 else { return 0 }
        guard gaps > 0 else { return ragged + amount }
        let each = amount / Double(gaps) / unitStretch
        return each * each
    }
}
