/// The costs of a line whose spacing differs from its natural widths. One unit is about the visual disturbance of a pure
/// Han line of seventeen characters that is opened by half a character.
enum LineCost {
    /// The em per gap that stretching may add before it shows: half a character over the sixteen gaps of a usual line.
    static let unitStretch = 0.5 / 16

    /// The cost of each half em squeezed, by the order of CLREQ 6.2.2.2: the blank at a line's end is free, that of a full
    /// stop is expensive. All but the last stay under one unit, so that squeezing comes before opening (先挤进后推出).
    static let squeeze: [Double] = [0, 0, 0.3, 0.4, 0.6, 0.7, 0.9, 2.0]

    /// The cost of each squared em squeezed out of one line: half an em hardly shows, two em make the line look crammed.
    static let cramming = 0.8

    /// The cost of opening all word spaces and Han–Latin gaps of a line to half an em: it shows, but white is expected
    /// there.
    static let openSpaces = 0.3

    /// The cost of each em that a ragged line falls short.
    static let raggedEm = 0.5

    /// The em per gap from which on it looks like a hole: a quarter.
    static let hole = 0.25
    /// The cost of a line with holes. Only a long word may force it, so it costs more than a lone character.
    static let gaping = 400.0
    /// The number of gaps between Han that a word space counts as: readers of Latin are used to wide spaces, and a line of
    /// Latin has few gaps.
    static let wordSpaceWeight = 4

    /// A last line of one character (孤字不成行): more expensive than two or three lines opened as far as gaps may be,
    /// which cost 64 each.
    static let loneCharacter = 300.0
    /// A last line shorter than the next paragraph's indent looks cut off.
    static let shortLastLine = 0.4
    /// A line that cannot be filled, because it has no gap to open or so few that they would look like holes.
    static let ragged = 800.0
    /// A line that is broken where no break is allowed, because it contains nothing else.
    static let emergency = 10_000.0

    /// The cost of opening `gaps` gaps by `amount` em in total.
    static func stretch(_ amount: Double, gaps: Int) -> Double {
        guard amount > LineFit.tolerance else { return 0 }
        guard gaps > 0 else { return ragged + amount }
        let each = amount / Double(gaps)
        let badness = each / unitStretch * (each / unitStretch)
        return each > hole + LineFit.tolerance ? badness + gaping : badness
    }
}

extension ParagraphComposer {
    /// The cost of a line; nil if the cells cannot be squeezed into it.
    func cost(_ start: Int, _ end: Int, width: Double) -> Double? {
        let isLast = end == metrics.cells.count
        let fit = LineFit(metrics, start, end, width: width)
        var cost = isLast ? 0 : metrics.breakCost[end]
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

/// The costs of breaks that are allowed but undesirable.
enum BreakCost {
    /// A number and its counter are read together (CLREQ 6.1.2.2): 2638|万元 and 第|3 are divided only if the line would
    /// otherwise open by a quarter character or more.
    static let counter = 0.3
    /// A figure and its unit across a space, 25 km or 1 000, are one figure as a rule. They are divided only if the line
    /// could hardly be filled otherwise.
    static let unit = 12.0
    /// A hyphen costs as much as a line opened by three quarters of a character (CLREQ 6.1.4).
    static let hyphen = 2.0
    /// A dash or ellipsis at a line's start is allowed below the strict level, but undesirable.
    static let dash = 0.5

    /// The cost of a break before cell i.
    static func cost(_ cells: [Cell], before i: Int) -> Double {
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
