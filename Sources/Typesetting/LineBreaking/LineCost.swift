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

    /// Charge for opening all word spaces and Han–Latin gaps of a line to half an em: seen, but where white is expected.
    static let openSpaces = 0.3

    /// Charge for each em that a ragged line falls short.
    static let raggedEm = 0.5

    /// Em a gap that is seen as a hole (a quarter), and the charge for it: only a long word may force it, and it costs
    /// more than a lone character.
    static let hole = 0.25
    static let gaping = 400.0
    /// A word space bears as much more as so many gaps between Han: readers of Latin are used to it, and a line of Latin
    /// has few gaps.
    static let wordSpaceWeight = 4

    /// A last line of one character (孤字不成行): dearer than two or three lines opened as far as gaps may be, which cost
    /// 64 each.
    static let loneCharacter = 300.0
    /// A last line shorter than the next paragraph's indent looks torn off.
    static let shortLastLine = 0.4
    /// A line that cannot be filled: no gap to open, or so few that they would gape.
    static let ragged = 800.0
    /// A line that is broken where nothing may be broken, because it holds nothing else.
    static let emergency = 10_000.0

    /// The cost of opening so many gaps by so much in all.
    static func stretch(_ amount: Double, gaps: Int) -> Double {
        guard amount > LineFit.tolerance else { return 0 }
        guard gaps > 0 else { return ragged + amount }
        let each = amount / Double(gaps)
        let annoyance = each / unitStretch * (each / unitStretch)
        return each > hole + LineFit.tolerance ? annoyance + gaping : annoyance
    }
}

extension ParagraphComposer {
    /// The cost of a line, nil when it cannot be one.
    func cost(_ start: Int, _ end: Int, width: Double) -> Double? {
        let isLast = end == metrics.cells.count
        let fit = LineFit(metrics, start, end, width: width)
        var cost = isLast ? 0 : metrics.charge[end]
        if fit.change < 0 {
            guard let squeeze = squeezeCost(-fit.change, start, end) else { return nil }
            cost += squeeze
        } else if !isLast {
            cost += openCost(fit.change, start, end)
        }
        return isLast ? cost + lastLineCost(start, end) : cost
    }

    private func squeezeCost(_ excess: Double, _ start: Int, _ end: Int) -> Double? {
        guard excess <= metrics.shrinkable(start, end) + LineFit.tolerance else { return nil }
        var rest = excess
        var cost = LineCost.cramming * rest * rest
        var order = 2
        while rest > LineFit.tolerance, order <= 7 {
            let taken = min(rest, metrics.shrinkable(start, end, order: order))
            cost += LineCost.squeeze[order] * taken / 0.5
            rest -= taken
            order += 1
        }
        return cost
    }

    private func openCost(_ shortage: Double, _ start: Int, _ end: Int) -> Double {
        guard shortage > LineFit.tolerance else { return 0 }
        guard justified else { return shortage * LineCost.raggedEm }
        let spaces = metrics.wordStretch(start, end) + metrics.hanLatinStretch(start, end)
        let easy = min(shortage, spaces)
        let share = spaces > 0 ? easy / spaces : 0
        let words = metrics.wordSpaces(start, end)
        let gaps = metrics.stretchableGaps(start, end) + words * (LineCost.wordSpaceWeight - 1)
        return LineCost.openSpaces * share + LineCost.stretch(shortage - easy, gaps: gaps)
    }

    private func lastLineCost(_ start: Int, _ end: Int) -> Double {
        guard start > 0 else { return 0 }
        var characters = 0, position = start
        while position < end, characters <= 2 {
            if metrics.cells[position].kind.isCharacter { characters += 1 }
            position += 1
        }
        if characters <= 1 { return LineCost.loneCharacter }
        return characters <= 2 ? LineCost.shortLastLine : 0
    }
}

/// What some breaks cost by themselves: allowed, but not liked.
enum BreakPrice {
    /// A number and the counter behind it are read together (CLREQ 6.1.2.2): 2638|万元, 第|3 are parted only where the
    /// line would otherwise open by a quarter character and more.
    static let counter = 0.3
    /// A figure and its unit across a space, 25 km or 1 000: one as a rule, and kept so unless the line falls apart.
    static let unit = 12.0
    /// A hyphen costs as much as a line opened by three quarters of a character (CLREQ 6.1.4).
    static let hyphen = 2.0
    /// A dash or ellipsis at a line's start is allowed below the strict level, but not liked.
    static let dash = 0.5

    /// The charge of a line's end before cell i.
    static func charge(_ cells: [Cell], before i: Int) -> Double {
        let a = cells[i - 1], b = cells[i]
        switch (a.kind, b.kind) {
        case (.digit, .han), (.wideWestern, .han): return counter
        case (.han, .digit), (.han, .wideWestern): return a.scalar == "第" ? counter : 0
        case (_, .dash), (_, .ellipsis): return dash
        case (.space, .latin), (.space, .digit): return i > 1 && cells[i - 2].kind == .digit ? unit : 0
        case (.latin, .latin): return a.joint == .hyphen ? hyphen : 0
        default: return 0
        }
    }
}
