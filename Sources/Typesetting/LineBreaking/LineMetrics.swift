/// A paragraph's cells and gaps as running sums, so that any line of it is weighed without walking through it.
///
/// A line is named by its first cell and the one past its last. Widths are em; the blank that a mark has at the line's
/// end is told apart from the ink, because it is the first thing to go (CLREQ 6.3.2.3).
///
/// A class, because composer, fit and justifier all hold it, and a struct of six arrays is dear to hand around.
final class LineMetrics: Sendable {
    let cells: [Cell]
    /// `gaps[i]` stands before cell i; the first is never used.
    let gaps: [Gap]
    /// Em of blank that an opening mark keeps at the paragraph's start; none where it loses its left half as at every
    /// line's start (CLREQ 6.3.2.3).
    let startBlank: Double
    /// Whether a line may begin at cell i.
    let mayBreak: [Bool]
    /// What the break before cell i costs by itself.
    let charge: [Double]
    /// A pause or stop mark may hang over the line's end (CLREQ 6.1.3).
    let hangs: Bool
    /// Set when Han characters stand on the grid whatever stands between them (CLREQ 6.2.4).
    let grid: StrictGrid?
    private let hyphens: [Int: ShapedHyphen]
    private let sums: [Sums]

    /// Sums over the cells before a place, and the gaps before each of them.
    fileprivate struct Sums {
        var natural = 0.0
        var shrink = 0.0
        /// What word spaces and Han–Latin gaps can take.
        var word = 0.0
        var hanLatin = 0.0
        /// How many gaps stretch at all, and how many of them are word spaces.
        var stretchable = 0.0
        var wordSpaces = 0.0
        /// Shrink by its place in the order, 2 to 7.
        var order = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        /// One past the last cell before the place that is no space: a line that ends here ends its ink there.
        var inkEnd = 0
    }

    /// Orders of squeezing that gaps take part in; order 1 is the line end's own (CLREQ 6.2.2.2).
    static let orders = 2...7

    /// - Parameters:
    ///   - tracking: em added to every gap.
    ///   - hyphens: the hyphen of each span, for words that the cells allow to be broken.
    init(cells: [Cell], profile: CompositionProfile, tracking: Double = 0, hyphens: [Int: ShapedHyphen] = [:]) {
        let edges = profile.edges, spacing = SpacingRules(profile: profile, tracking: tracking)
        let count = cells.count
        var gaps = [Gap](repeating: .none, count: count)
        var mayBreak = [Bool](repeating: false, count: count + 1)
        var charge = [Double](repeating: 0, count: count + 1)
        var sums = [Sums](repeating: Sums(), count: count + 1)
        var sum = Sums()
        for i in 0..<count {
            if i > 0 {
                let one = cells[i - 1].joint != .open && edges.areOne(cells[i - 1].kind, cells[i].kind)
                gaps[i] = spacing.gap(in: cells, before: i, unbreakable: one)
                gaps[i].before += cells[i].lead
                mayBreak[i] = edges.mayBreak(cells, before: i, areOne: one)
                if mayBreak[i] { charge[i] = BreakPrice.charge(cells, before: i) }
            }
            sum.add(gaps[i], cells[i], at: i)
            sums[i + 1] = sum
        }
        mayBreak[count] = true
        self.cells = cells
        startBlank = profile.trimsParagraphStart && !profile.strictGrid ? 0 : cells.first?.left ?? 0
        self.gaps = gaps
        self.mayBreak = mayBreak
        self.charge = charge
        self.hyphens = hyphens
        self.sums = sums
        hangs = profile.hangs
        grid = profile.strictGrid ? StrictGrid() : nil
    }

    /// One past the last cell of a line that is not a space: spaces at a line's end take no room.
    func inkEnd(_ start: Int, _ end: Int) -> Int { max(start + 1, sums[end].inkEnd) }

    /// Em of the ink from a line's first cell to its last when nothing is adjusted, and a hyphen behind it.
    func inkWidth(_ start: Int, _ end: Int) -> Double {
        solidWidth(start, end) + (grid == nil ? hyphen(end)?.width ?? 0 : 0)
    }

    /// The same without the hyphen.
    func solidWidth(_ start: Int, _ end: Int) -> Double {
        if let grid { return grid.width(self, start, inkEnd(start, end)) }
        return sums[inkEnd(start, end)].natural - sums[start].natural - gaps[start].natural
    }

    /// The same with the blank of a mark at its end.
    func width(_ start: Int, _ end: Int) -> Double { inkWidth(start, end) + endBlank(start, end) }

    func endBlank(_ start: Int, _ end: Int) -> Double { cells[inkEnd(start, end) - 1].right }

    /// Em that hang over the line's end when its mark is let out; 0 where none may be.
    func hanging(_ start: Int, _ end: Int) -> Double {
        guard hangs else { return 0 }
        let last = inkEnd(start, end) - 1
        guard last > start, cells[last].kind == .pause || cells[last].kind == .stop else { return 0 }
        return cells[last].width + gaps[last].natural
    }

    /// The hyphen of a word that is broken before a cell.
    func hyphen(_ end: Int) -> ShapedHyphen? {
        guard !hyphens.isEmpty, end > 0, end < cells.count, cells[end - 1].joint == .hyphen else { return nil }
        return hyphens[cells[end - 1].span]
    }

    /// Em that all gaps of a line can give up.
    func shrinkable(_ start: Int, _ end: Int) -> Double {
        sums[inkEnd(start, end)].shrink - sums[start + 1].shrink
    }

    /// Em that the gaps of one place in the order of squeezing can give up.
    func shrinkable(_ start: Int, _ end: Int, order: Int) -> Double {
        sums[inkEnd(start, end)].shrink(of: order) - sums[start + 1].shrink(of: order)
    }

    func wordStretch(_ start: Int, _ end: Int) -> Double { sums[inkEnd(start, end)].word - sums[start + 1].word }
    func hanLatinStretch(_ start: Int, _ end: Int) -> Double {
        sums[inkEnd(start, end)].hanLatin - sums[start + 1].hanLatin
    }
    func stretchableGaps(_ start: Int, _ end: Int) -> Int {
        Int(sums[inkEnd(start, end)].stretchable - sums[start + 1].stretchable)
    }
    func wordSpaces(_ start: Int, _ end: Int) -> Int {
        Int(sums[inkEnd(start, end)].wordSpaces - sums[start + 1].wordSpaces)
    }

    /// The first cell at which a line from `start` is at least so wide without any adjustment.
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

/// What a line has to do to fill its width: the one place where that is decided, for weighing lines and for placing them.
struct LineFit: Hashable, Sendable {
    /// Em that the gaps have to take, or, below 0, to give up.
    var change: Double
    /// Whether the mark at the line's end hangs over it (CLREQ 6.1.3).
    var hangs = false

    /// In this order (CLREQ 6.2.2.2, 6.3.2.3): the mark at the line's end keeps its blank; it gives up as much of it as
    /// the line needs; it hangs, where that is wanted; the gaps are squeezed.
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

    /// Em by which sums of doubles may be off.
    static let tolerance = 1e-9
}
