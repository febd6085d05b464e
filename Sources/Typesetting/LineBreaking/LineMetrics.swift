/// The cells and gaps of a paragraph with their running sums, so that any line is measured in constant time.
///
/// A line is given by its first cell and the cell past its last one. Widths are in em. The blank of a mark at the
/// line's end is kept apart from the ink, because it is removed first (CLREQ 6.3.2.3).
///
/// A class, because the composer, the fit and the justifier all hold it, and a struct of six arrays is expensive to
/// copy.
final class LineMetrics: Sendable {
    let cells: [Cell]
    /// `gaps[i]` stands before cell i; the first one is not used.
    let gaps: [Gap]
    /// The em of blank that an opening mark keeps at the paragraph's start; 0 if it loses its left half there, as at the
    /// start of every line (CLREQ 6.3.2.3).
    let startBlank: Double
    /// Whether a line may begin at cell i.
    let mayBreak: [Bool]
    /// The cost of the break before cell i.
    let breakCost: [Double]
    /// Whether a pause or stop mark may hang over the line's end (CLREQ 6.1.3).
    let hangsMarks: Bool
    /// The strict grid, if Han characters must be on it whatever is between them (CLREQ 6.2.4).
    let grid: StrictGrid?
    private let hyphens: [Int: ShapedHyphen]
    private let sums: [Sums]

    /// Sums over the cells before a position and the gaps before each of them, in em.
    fileprivate struct Sums {
        var natural = 0.0
        var shrink = 0.0
        /// How far word spaces and Han–Latin gaps may open.
        var word = 0.0
        var hanLatin = 0.0
        /// The number of gaps that may open, and how many of them are word spaces.
        var stretchable = 0.0
        var wordSpaces = 0.0
        /// How far gaps may shrink, by their place 2 to 7 in the order of squeezing.
        var order = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        /// One past the last cell before the position that is not a space: where the ink of a line ending here ends.
        var inkEnd = 0
    }

    /// The places in the order of squeezing that gaps have; the first place is that of the line's end (CLREQ 6.2.2.2).
    static let orders = 2...7

    /// - Parameters:
    ///   - tracking: the em added to every gap.
    ///   - hyphens: the hyphen of each span that has words to break.
    init(cells: [Cell], profile: CompositionProfile, tracking: Double = 0, hyphens: [Int: ShapedHyphen] = [:]) {
        let edges = profile.edges, spacing = SpacingRules(profile: profile, tracking: tracking)
        let count = cells.count
        var gaps = [Gap](repeating: .none, count: count)
        var mayBreak = [Bool](repeating: false, count: count + 1)
        var breakCost = [Double](repeating: 0, count: count + 1)
        var sums = [Sums](repeating: Sums(), count: count + 1)
        var sum = Sums()
        for i in 0..<count {
            if i > 0 {
                let isUnbreakable =
                    cells[i - 1].joint != .open && edges.areUnbreakable(cells[i - 1].kind, cells[i].kind)
                gaps[i] = spacing.gap(in: cells, before: i, isUnbreakable: isUnbreakable)
                gaps[i].before += cells[i].lead
                mayBreak[i] = edges.mayBreak(cells, before: i, isUnbreakable: isUnbreakable)
                if mayBreak[i] { breakCost[i] = BreakCost.cost(cells, before: i) }
            }
            sum.add(gaps[i], cells[i], at: i)
            sums[i + 1] = sum
        }
        mayBreak[count] = true
        self.cells = cells
        startBlank = profile.trimsParagraphStart && !profile.strictGrid ? 0 : cells.first?.left ?? 0
        self.gaps = gaps
        self.mayBreak = mayBreak
        self.breakCost = breakCost
        self.hyphens = hyphens
        self.sums = sums
        hangsMarks = profile.hangsMarks
        grid = profile.strictGrid ? StrictGrid() : nil
    }

    /// One past the last cell of a line that is not a space: spaces at a line's end take no width.
    func inkEnd(_ start: Int, _ end: Int) -> Int { max(start + 1, sums[end].inkEnd) }

    /// The natural width in em of the ink from a line's first cell to its last, including a hyphen at its end.
    func inkWidth(_ start: Int, _ end: Int) -> Double {
        solidWidth(start, end) + (grid == nil ? hyphen(end)?.width ?? 0 : 0)
    }

    /// The natural width in em of the ink without a hyphen.
    func solidWidth(_ start: Int, _ end: Int) -> Double {
        if let grid { return grid.width(self, start, inkEnd(start, end)) }
        return sums[inkEnd(start, end)].natural - sums[start].natural - gaps[start].natural
    }

    /// The natural width in em of the ink and the blank of a mark at the line's end.
    func width(_ start: Int, _ end: Int) -> Double { inkWidth(start, end) + endBlank(start, end) }

    /// The em of blank that a mark at the line's end has after its ink.
    func endBlank(_ start: Int, _ end: Int) -> Double { cells[inkEnd(start, end) - 1].right }

    /// The em by which the last mark hangs over the line's end if it hangs; 0 if it may not.
    func hanging(_ start: Int, _ end: Int) -> Double {
        guard hangsMarks else { return 0 }
        let last = inkEnd(start, end) - 1
        guard last > start, cells[last].kind == .pause || cells[last].kind == .stop else { return 0 }
        return cells[last].width + gaps[last].natural
    }

    /// The hyphen of a word that is broken before cell `end`; nil if no word is.
    func hyphen(_ end: Int) -> ShapedHyphen? {
        guard !hyphens.isEmpty, end > 0, end < cells.count, cells[end - 1].joint == .hyphen else { return nil }
        return hyphens[cells[end - 1].span]
    }

    /// The em by which all gaps of a line may shrink.
    func shrinkable(_ start: Int, _ end: Int) -> Double {
        sums[inkEnd(start, end)].shrink - sums[start + 1].shrink
    }

    /// The em by which the gaps of one place in the order of squeezing may shrink.
    func shrinkable(_ start: Int, _ end: Int, order: Int) -> Double {
        sums[inkEnd(start, end)].shrink(of: order) - sums[start + 1].shrink(of: order)
    }

    /// The em by which the word spaces of a line may open.
    func wordStretch(_ start: Int, _ end: Int) -> Double { sums[inkEnd(start, end)].word - sums[start + 1].word }

    /// The em by which the Han–Latin gaps of a line may open.
    func hanLatinStretch(_ start: Int, _ end: Int) -> Double {
        sums[inkEnd(start, end)].hanLatin - sums[start + 1].hanLatin
    }

    /// The number of gaps in a line that may open, word spaces included.
    func stretchableGaps(_ start: Int, _ end: Int) -> Int {
        Int(sums[inkEnd(start, end)].stretchable - sums[start + 1].stretchable)
    }

    func wordSpaces(_ start: Int, _ end: Int) -> Int {
        Int(sums[inkEnd(start, end)].wordSpaces - sums[start + 1].wordSpaces)
    }

    /// The first end at which a line from `start` has at least a natural width of `width` em.
    func firstEnd(from start: Int, reaching width: Double) -> Int {
        let goal = sums[start].natural + gaps[start].natural + width
        var low = start + 1, high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle].natural < goal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension LineMetrics.Sums {
    fileprivate mutating func add(_ gap: Gap, _ cell: Cell, at i: Int) {
        natural += gap.natural + cell.width
        shrink += gap.shrink
        switch gap.order {
        case 2: order.0 += gap.shrink
        case 3: order.1 += gap.shrink
        case 4: order.2 += gap.shrink
        case 5: order.3 += gap.shrink
        case 6: order.4 += gap.shrink
        case 7: order.5 += gap.shrink
        default: break
        }
        switch gap.stretch {
        case .never: break
        case .wordSpace:
            word += max(0, SpacingRules.wordSpace.most - gap.natural)
            (stretchable, wordSpaces) = (stretchable + 1, wordSpaces + 1)
        case .hanLatin:
            hanLatin += max(0, SpacingRules.hanLatin.most - gap.natural)
            stretchable += 1
        case .equal: stretchable += 1
        }
        if !cell.kind.isSpace { inkEnd = i + 1 }
    }

    fileprivate func shrink(of place: Int) -> Double {
        switch place {
        case 2: order.0
        case 3: order.1
        case 4: order.2
        case 5: order.3
        case 6: order.4
        default: order.5
        }
    }
}

/// How a line has to be adjusted to fill its width. Both the cost of a line and the places of its cells follow from it.
struct LineFit: Hashable, Sendable {
    /// The em that the gaps have to gain in total; negative if they have to shrink.
    var change: Double
    /// Whether the mark at the line's end hangs over it (CLREQ 6.1.3).
    var hangs = false

    /// Tries in this order (CLREQ 6.2.2.2, 6.3.2.3): the mark at the line's end keeps its blank; it loses as much of it as
    /// the line needs; it hangs, if that is allowed; the gaps shrink.
    init(_ metrics: LineMetrics, _ start: Int, _ end: Int, width: Double) {
        let ink = metrics.inkWidth(start, end)
        if ink <= width + Self.tolerance {
            change = max(0, width - ink - metrics.endBlank(start, end))
            return
        }
        let hanging = metrics.hanging(start, end)
        change = width - ink + hanging
        hangs = hanging > 0
        if abs(change) < Self.tolerance { change = 0 }
    }

    /// The em by which sums of doubles may be off.
    static let tolerance = 1e-9
}
