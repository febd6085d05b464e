/// A paragraph's cells and gaps as running sums, so that any line of it is weighed without walking through it.
struct LineMetrics: Sendable {
    let cells: [Cell]
    /// `gaps[i]` stands before cell i; the first is never used.
    let gaps: [Gap]
    /// Em of blank that an opening mark keeps at the paragraph's start; none where it loses its left half as at every
    /// line's start (CLREQ 6.3.2.3).
    let startBlank: Double
    /// Whether a line may begin at cell i.
    let mayBreak: [Bool]
    /// Sum of widths and gaps of the cells before i.
    private let natural: [Double]
    /// Sum of what all gaps up to and with that before cell i can give up, in all and by order.
    private let shrink: [Double]
    private let shrinkByOrder: [[Double]]
    /// Sums of what word spaces and Han–Latin gaps can take, and the number of gaps that stretch at all.
    private let wordStretch: [Double]
    private let hanLatinStretch: [Double]
    private let stretchable: [Int]

    /// Orders of squeezing that gaps take part in; order 1 is the line end's own (CLREQ 6.2.2.2).
    static let orders = 2...7

    init(cells: [Cell], profile: CompositionProfile) {
        let edges = profile.edges, spacing = SpacingRules(profile: profile)
        let count = cells.count
        var gaps = [Gap](repeating: .none, count: count)
        var mayBreak = [Bool](repeating: false, count: count + 1)
        var natural = [0.0], shrink = [0.0]
        var byOrder = [[Double]](repeating: [0.0], count: 8)
        var word = [0.0], hanLatin = [0.0], stretchable = [0]
        natural.reserveCapacity(count + 1)
        shrink.reserveCapacity(count + 1)
        for order in Self.orders { byOrder[order].reserveCapacity(count + 1) }
        for i in 0..<count {
            var gap = Gap.none
            if i > 0 {
                let a = cells[i - 1], b = cells[i]
                let one = edges.areOne(a.kind, b.kind)
                let partsHan = a.kind == .space && i > 1 && cells[i - 2].kind == .han && b.kind == .han
                gap = partsHan ? spacing.hanSpace() : spacing.gap(a, b, unbreakable: one)
                gap.before += b.lead
                mayBreak[i] = Self.mayBreak(cells, i, one: one, edges)
            }
            gaps[i] = gap
            natural.append(natural[i] + gap.natural + cells[i].width)
            shrink.append(shrink[i] + gap.shrink)
            for order in Self.orders {
                byOrder[order].append(byOrder[order][i] + (Int(gap.order) == order ? gap.shrink : 0))
            }
            word.append(word[i] + (gap.stretch == .wordSpace ? max(0, SpacingRules.wordSpace.most - gap.natural) : 0))
            hanLatin.append(hanLatin[i] + (gap.stretch == .hanLatin ? max(0, SpacingRules.hanLatin.most - gap.natural) : 0))
            stretchable.append(stretchable[i] + (gap.stretch == .never ? 0 : 1))
        }
        mayBreak[count] = true
        self.cells = cells
        startBlank = profile.trimsParagraphStart ? 0 : cells.first?.left ?? 0
        self.gaps = gaps
        self.mayBreak = mayBreak
        self.natural = natural
        self.shrink = shrink
        shrinkByOrder = byOrder
        wordStretch = word
        hanLatinStretch = hanLatin
        self.stretchable = stretchable
    }

    /// Whether a line may end before cell i: both edges allow it, nothing is torn, and spaces stay with what they follow.
    private static func mayBreak(_ cells: [Cell], _ i: Int, one: Bool, _ edges: LineEdgeRules) -> Bool {
        let b = cells[i]
        if one || b.kind == .space { return false }
        var before = i - 1
        while before > 0, cells[before].kind == .space { before -= 1 }
        let a = cells[before]
        return edges.mayBegin(b.kind, b.scalar) && edges.mayEnd(a.kind, a.scalar)
    }

    /// One past the last cell of a line that is not a space: spaces at a line's end take no room.
    func inkEnd(_ start: Int, _ end: Int) -> Int {
        var last = end
        while last > start + 1, cells[last - 1].kind == .space { last -= 1 }
        return last
    }

    /// A line's width when nothing is adjusted, the blank of a mark at its end included.
    func width(_ start: Int, _ end: Int) -> Double { inkWidth(start, end) + endBlank(start, end) }

    /// The same without the blank at its end.
    func inkWidth(_ start: Int, _ end: Int) -> Double {
        natural[inkEnd(start, end)] - natural[start] - gaps[start].natural
    }

    func endBlank(_ start: Int, _ end: Int) -> Double { cells[inkEnd(start, end) - 1].right }

    /// The least width that squeezing can reach.
    func leastWidth(_ start: Int, _ end: Int) -> Double {
        inkWidth(start, end) - (shrink[inkEnd(start, end)] - shrink[start + 1])
    }

    func shrinkable(_ start: Int, _ end: Int, order: Int) -> Double {
        shrinkByOrder[order][inkEnd(start, end)] - shrinkByOrder[order][start + 1]
    }

    func wordStretch(_ start: Int, _ end: Int) -> Double { wordStretch[inkEnd(start, end)] - wordStretch[start + 1] }
    func hanLatinStretch(_ start: Int, _ end: Int) -> Double {
        hanLatinStretch[inkEnd(start, end)] - hanLatinStretch[start + 1]
    }
    func stretchableGaps(_ start: Int, _ end: Int) -> Int { stretchable[inkEnd(start, end)] - stretchable[start + 1] }

    /// The first cell at which a line from `start` is at least so wide without any adjustment.
    func firstEnd(from start: Int, reaching width: Double) -> Int {
        let goal = natural[start] + gaps[start].natural + width
        var low = start + 1, high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if natural[middle] < goal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
