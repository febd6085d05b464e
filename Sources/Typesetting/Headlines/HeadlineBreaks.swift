/// Where a headline may be cut into lines and what each cut costs.
struct HeadlineBreaks {
    private let shaped: ShapedText
    /// Em from the headline's start to each cell's left edge, marks tight.
    private let position: [Double]
    private let width: [Double]
    /// The cost of a line that begins at each cell; nil where none may.
    private let cost: [Double?]
    /// Cells at which a line may begin, the first of all among them, and the end.
    private let stops: [Int]

    private enum Charge {
        /// The editor asked for this break.
        static let wished = -6.0
        /// A space in the copy parts phrases.
        static let space = -3.0
        /// Elsewhere than at such a space the phrases are torn.
        static let besideSpace = 4.0
        /// After a mark the sense breaks anyway.
        static let afterMark = -1.5
        static let word = 0.0
        /// Between two lone characters: more likely a word that the dictionary does not have (河长) than two of them.
        static let loneCharacters = 5.0
        /// Two characters that the story itself never parts.
        static let cohesion = 4.0
        /// Particles hold to the word before them.
        static let beforeParticle = 8.0
        /// Words that lean on what follows them.
        static let afterCoverb = 6.0
        /// Lines of a headline should be about equally long; by the square of the share they differ.
        static let imbalance = 16.0
        /// A last line of two characters looks like a slip.
        static let stub = 10.0
        /// Each line after the first: a headline on one line is read at one glance.
        static let lineMore = 2.5
    }

    /// Words that lean on what stands before them.
    private static let particles: Set<Unicode.Scalar> = [
        "的", "了", "着", "过", "们", "等", "地", "得", "吗", "吧", "呢", "啊", "之", "与", "和", "及", "或", "而", "并", "且",
    ]

    /// How firmly two characters of a name hold together. Between letters or figures and Han characters no name is parted,
    /// however often the two meet.
    private static func strength(_ a: Cell, _ b: Cell, _ learned: Cohesion) -> Double {
        a.kind == .han && b.kind == .han ? learned.strength(a.scalar, b.scalar) : 0
    }

    /// Coverbs and prepositions: what they govern follows.
    private static let coverbs: Set<Unicode.Scalar> = [
        "在", "来", "赴", "到", "向", "对", "从", "由", "为", "把", "被", "将", "让", "使", "与", "和", "及", "以", "因", "于", "至",
        "不", "再", "第", "近", "超", "达",
    ]

    init(_ shaped: ShapedText, wishes: [String], words: WordBreaker, profile: CompositionProfile, cohesion: Cohesion) {
        self.shaped = shaped
        let cells = shaped.cells
        let metrics = LineMetrics(cells: cells, profile: profile)
        let boundaries = words.boundaries(in: shaped.text)
        let wished = Self.wishedCells(wishes, cells)
        var position: [Double] = [], cost: [Double?] = []
        var at = 0.0
        var quoteDepth = 0
        let hasSpaces = cells.contains { $0.kind == .space }
        let starts = cells.reduce(into: [0]) { $0.append($0.last! + shaped.substring($1.utf8).utf16.count) }
        /// Whether a cell is a Han character and a word by itself.
        func isAlone(_ index: Int) -> Bool {
            cells[index].kind == .han && boundaries.contains(starts[index]) && boundaries.contains(starts[index + 1])
        }
        for (index, cell) in cells.enumerated() {
            if index > 0 {
                let gap = metrics.gaps[index]
                at += gap.order >= 4 && gap.order != 6 ? gap.natural - gap.shrink : gap.natural
            }
            position.append(at)
            at += cell.width
            var charge = Self.cost(
                index, cells, metrics, isWord: boundaries.contains(starts[index]), isWished: wished.contains(index),
                inQuotes: quoteDepth > 0)
            if let given = charge, given > Charge.space {
                charge =
                    given + Charge.cohesion * Self.strength(cells[index - 1], cell, cohesion)
                    + (hasSpaces ? Charge.besideSpace : 0)
                    + (Self.coverbs.contains(cells[index - 1].scalar) ? Charge.afterCoverb : 0)
                    + (isAlone(index - 1) && isAlone(index) ? Charge.loneCharacters : 0)
            }
            cost.append(charge)
            if cell.kind == .opening { quoteDepth += 1 }
            if cell.kind == .closing { quoteDepth = max(0, quoteDepth - 1) }
        }
        self.position = position
        self.width = cells.map(\.width)
        self.cost = cost
        stops = [0] + cells.indices.dropFirst().filter { cost[$0] != nil } + [cells.count]
    }

    private static func cost(
        _ index: Int, _ cells: [Cell], _ metrics: LineMetrics, isWord: Bool, isWished: Bool, inQuotes: Bool
    ) -> Double? {
        guard index > 0, metrics.mayBreak[index] else { return nil }
        if isWished { return Charge.wished }
        if cells[index - 1].kind == .space { return Charge.space }
        guard isWord, !inQuotes || cells[index - 1].kind.isSpacedMark else { return nil }
        // A number holds to its counter: 12|亿 is no place to break.
        if cells[index - 1].kind == .digit || cells[index].kind == .digit && cells[index - 1].scalar == "第" {
            return nil
        }
        if particles.contains(cells[index].scalar) { return Charge.beforeParticle }
        return cells[index - 1].kind.isSpacedMark ? Charge.afterMark : Charge.word
    }

    /// Cells at which the editor wanted a new line.
    private static func wishedCells(_ wishes: [String], _ cells: [Cell]) -> Set<Int> {
        var ends: Set<Int> = []
        var bytes = 0
        for wish in wishes.dropLast() {
            bytes += wish.utf8.count + 1
            ends.insert(bytes)
        }
        return Set(cells.indices.filter { ends.contains(cells[$0].utf8.lowerBound) })
    }

    /// The best cut into so many lines that each fit a width in em; nil when there is none. Of cuts that are as good the one
    /// whose upper lines are longer.
    func best(lines count: Int, width limit: Double) -> (lines: [Range<Int>], cost: Double)? {
        let cells = shaped.cells.count
        guard cells > 0 else { return nil }
        let whole = lineWidth(0..<cells)
        if count == 1 { return whole > limit + Self.tolerance ? nil : ([0..<cells], 0) }
        let mean = whole / Double(count)
        // For each place where a line may begin what the lines above it cost, for the line at hand and the next one, and
        // where the last of them begins.
        var both = Array(repeating: Double.infinity, count: 2 * stops.count)
        var froms = Array(repeating: 0, count: stops.count * count)
        both[0] = 0
        for line in 0..<count {
            let own = line % 2 * stops.count, next = stops.count - own
            for place in next..<next + stops.count { both[place] = .infinity }
            for from in stops.indices.dropLast().reversed() where both[own + from] < .infinity {
                let isLast = line == count - 1
                for to in isLast ? stops.count - 1..<stops.count : from + 1..<stops.count - 1 {
                    let wide = lineWidth(stops[from]..<stops[to])
                    if wide > limit + Self.tolerance { break }
                    let off = (wide - mean) / mean
                    var charge = both[own + from] + Charge.imbalance * off * off + (isLast ? 0 : cost[stops[to]]!)
                    if isLast, wide <= 2.5 { charge += Charge.stub }
                    if charge < both[next + to] { (both[next + to], froms[line * stops.count + to]) = (charge, from) }
                }
            }
        }
        let least = both[count % 2 * stops.count + stops.count - 1]
        guard least < .infinity else { return nil }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var to = stops.count - 1
        for line in stride(from: count - 1, through: 0, by: -1) {
            let from = froms[line * stops.count + to]
            ranges.insert(stops[from]..<stops[to], at: 0)
            to = from
        }
        return (ranges, least + Charge.lineMore * Double(count - 1))
    }

    private static let tolerance = 1e-9

    private func lineWidth(_ range: Range<Int>) -> Double {
        var last = range.upperBound - 1
        while last > range.lowerBound, shaped.cells[last].kind == .space { last -= 1 }
        return position[last] + width[last] - position[range.lowerBound]
    }
}
