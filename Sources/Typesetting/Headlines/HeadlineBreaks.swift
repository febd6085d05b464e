/// Where a headline may be broken into lines, and the cost of each break.
struct HeadlineBreaks {
    private let shaped: ShapedText
    /// The em from the headline's start to each cell's left edge, with tight marks.
    private let position: [Double]
    private let width: [Double]
    /// For each cell, the last cell up to it that is not a space; the cell itself if there is none.
    private let inkEnd: [Int]
    /// The cost of a line that begins at each cell; nil if none may.
    let cost: [Double?]
    /// The cells at which a line may begin, in order: the first cell, the breaks, and the end.
    let stops: [Int]

    /// The costs of breaks, and of lines; negative ones are rewards. They are not comparable with `LineCost`.
    enum Cost {
        /// The editor asked for this break.
        static let requested = -6.0
        /// A space in the copy separates phrases.
        static let space = -3.0
        /// If the headline has such spaces, a break elsewhere divides a phrase.
        static let besideSpace = 4.0
        /// After a mark the sense breaks anyway.
        static let afterMark = -1.5
        static let word = 0.0
        /// Two words of one character each are more likely one word that the dictionary lacks (河长).
        static let loneCharacters = 5.0
        /// Two characters that the story never separates; `Cohesion` gives the share of it.
        static let cohesion = 4.0
        /// A particle belongs to the word before it.
        static let beforeParticle = 8.0
        /// A coverb belongs to the word after it.
        static let afterCoverb = 6.0
        /// Lines of a headline should be about equally long. The cost of a line that differs by its mean length; it grows
        /// with the square of the difference.
        static let imbalance = 16.0
        /// A last line of two characters looks like a mistake.
        static let stub = 10.0
        /// Each line after the first: a headline on one line is read at a glance.
        static let extraLine = 2.5
    }

    /// Words that belong to the word before them.
    private static let particles: Set<Unicode.Scalar> = [
        "的", "了", "着", "过", "们", "等", "地", "得", "吗", "吧", "呢", "啊", "之", "与", "和", "及", "或", "而", "并", "且",
    ]

    /// The cohesion of two neighbours if both are Han characters. A Han character beside a letter or a figure is no name,
    /// however often the two meet.
    private static func strength(_ a: Cell, _ b: Cell, _ cohesion: Cohesion) -> Double {
        a.kind == .han && b.kind == .han ? cohesion.strength(a.scalar, b.scalar) : 0
    }

    /// Coverbs and prepositions, which govern the word after them.
    private static let coverbs: Set<Unicode.Scalar> = [
        "在", "来", "赴", "到", "向", "对", "从", "由", "为", "把", "被", "将", "让", "使", "与", "和", "及", "以", "因", "于", "至",
        "不", "再", "第", "近", "超", "达",
    ]

    /// - Parameter requestedLines: the lines that the editor divided the headline into.
    init(
        _ shaped: ShapedText, requestedLines: [String], words: WordBreaker, profile: CompositionProfile,
        cohesion: Cohesion
    ) {
        self.shaped = shaped
        let cells = shaped.cells
        let metrics = LineMetrics(cells: cells, profile: profile)
        let boundaries = words.boundaries(in: shaped.text)
        let requested = Self.starts(of: requestedLines, cells)
        var position: [Double] = [], cost: [Double?] = []
        var at = 0.0
        var quoteDepth = 0
        let hasSpaces = cells.contains { $0.kind == .space }
        let starts = cells.reduce(into: [0]) { $0.append($0.last! + shaped.substring($1.utf8).utf16.count) }
        /// Whether a cell is a word of one Han character.
        func isLone(_ index: Int) -> Bool {
            cells[index].kind == .han && boundaries.contains(starts[index]) && boundaries.contains(starts[index + 1])
        }
        for (index, cell) in cells.enumerated() {
            if index > 0 {
                let gap = metrics.gaps[index]
                at += gap.order >= 4 && gap.order != 6 ? gap.natural - gap.shrink : gap.natural
            }
            position.append(at)
            at += cell.width
            var breakCost = Self.cost(
                index, cells, metrics, isWord: boundaries.contains(starts[index]),
                isRequested: requested.contains(index), inQuotes: quoteDepth > 0)
            if let base = breakCost, base > Cost.space {
                breakCost =
                    base + Cost.cohesion * Self.strength(cells[index - 1], cell, cohesion)
                    + (hasSpaces ? Cost.besideSpace : 0)
                    + (Self.coverbs.contains(cells[index - 1].scalar) ? Cost.afterCoverb : 0)
                    + (isLone(index - 1) && isLone(index) ? Cost.loneCharacters : 0)
            }
            cost.append(breakCost)
            if cell.kind == .opening { quoteDepth += 1 }
            if cell.kind == .closing { quoteDepth = max(0, quoteDepth - 1) }
        }
        self.position = position
        self.width = cells.map(\.width)
        var last: Int?
        inkEnd = cells.indices.map { index in
            if cells[index].kind != .space { last = index }
            return last ?? index
        }
        self.cost = cost
        stops = [0] + cells.indices.dropFirst().filter { cost[$0] != nil } + [cells.count]
    }

    /// The cost of a break before a cell by its neighbours; nil if none is allowed.
    private static func cost(
        _ index: Int, _ cells: [Cell], _ metrics: LineMetrics, isWord: Bool, isRequested: Bool, inQuotes: Bool
    ) -> Double? {
        guard index > 0, metrics.mayBreak[index] else { return nil }
        if isRequested { return Cost.requested }
        if cells[index - 1].kind == .space { return Cost.space }
        guard isWord, !inQuotes || cells[index - 1].kind.isSpacedMark else { return nil }
        // A number stays with its counter: no break at 12|亿.
        if cells[index - 1].kind == .digit || cells[index].kind == .digit && cells[index - 1].scalar == "第" {
            return nil
        }
        if particles.contains(cells[index].scalar) { return Cost.beforeParticle }
        return cells[index - 1].kind.isSpacedMark ? Cost.afterMark : Cost.word
    }

    /// The cells at which the editor's lines after the first begin.
    private static func starts(of requestedLines: [String], _ cells: [Cell]) -> Set<Int> {
        var starts: Set<Int> = []
        var bytes = 0
        for line in requestedLines.dropLast() {
            bytes += line.utf8.count + 1
            starts.insert(bytes)
        }
        return Set(cells.indices.filter { starts.contains(cells[$0].utf8.lowerBound) })
    }

    /// The cheapest division into `count` lines of at most `limit` em each; nil if there is none. Of equally cheap
    /// divisions, the one whose upper lines are longer.
    func best(lines count: Int, width limit: Double) -> (lines: [Range<Int>], cost: Double)? {
        let cells = shaped.cells.count
        guard cells > 0 else { return nil }
        let whole = lineWidth(0..<cells)
        if count == 1 { return whole > limit + Self.tolerance ? nil : ([0..<cells], 0) }
        guard let windows = windows(lines: count, width: limit) else { return nil }
        let mean = whole / Double(count)
        // For each stop, the least cost of the lines above a line that begins there: one half of `costs` for the current
        // line, the other for the next one. `froms` holds the stop at which the last line above begins, for each stop of
        // the windows.
        var costs = Array(repeating: Double.infinity, count: 2 * stops.count)
        var places = [0]
        for window in windows.dropFirst() { places.append(places.last! + window.count) }
        var froms = Array(repeating: 0, count: places.last!)
        costs[0] = 0
        for line in 0..<count {
            let current = line % 2 * stops.count, next = stops.count - current
            let below = windows[line + 1], place = places[line] - below.lowerBound
            for to in below { costs[next + to] = .infinity }
            for from in windows[line].reversed() where costs[current + from] < .infinity {
                let isLast = line == count - 1
                for to in max(from + 1, below.lowerBound)..<max(from + 1, below.upperBound) {
                    let width = lineWidth(stops[from]..<stops[to])
                    if width > limit + Self.tolerance { break }
                    let off = (width - mean) / mean
                    var sum = costs[current + from] + Cost.imbalance * off * off + (isLast ? 0 : cost[stops[to]]!)
                    if isLast, width <= 2.5 { sum += Cost.stub }
                    if sum < costs[next + to] {
                        (costs[next + to], froms[place + to]) = (sum, from)
                    }
                }
            }
        }
        let least = costs[count % 2 * stops.count + stops.count - 1]
        guard least < .infinity else { return nil }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var to = stops.count - 1
        for line in stride(from: count - 1, through: 0, by: -1) {
            let from = froms[places[line] + to - windows[line + 1].lowerBound]
            ranges.append(stops[from]..<stops[to])
            to = from
        }
        return (ranges.reversed(), least + Cost.extraLine * Double(count - 1))
    }

    /// For each line and for the end, the indices of the stops at which it may begin, if each line is at most `limit` em
    /// wide: not so early that the lines from there on cannot hold the rest, and not so late that the lines above it
    /// cannot reach it. Nil if there is no division into `count` lines.
    ///
    /// The windows of a text of a thousand lines have few stops each, if the lines have little room to spare. Without
    /// them, the time would grow with the square of the text.
    private func windows(lines count: Int, width limit: Double) -> [Range<Int>]? {
        let end = stops.count - 1
        guard count <= end else { return nil }
        func fits(_ from: Int, _ to: Int) -> Bool {
            lineWidth(stops[from]..<stops[to]) <= limit + Self.tolerance
        }
        // From the end upwards: the earliest stop from which the lines hold the rest.
        var earliest = Array(repeating: end, count: count + 1)
        for line in stride(from: count - 1, through: 0, by: -1) {
            var from = earliest[line + 1]
            while from > 0, fits(from - 1, earliest[line + 1]) { from -= 1 }
            earliest[line] = from
        }
        guard earliest[0] == 0 else { return nil }
        // From the start downwards: the latest stop that the lines above reach.
        var latest = Array(repeating: 0, count: count + 1)
        for line in 0..<count {
            var to = latest[line]
            while to < end, fits(latest[line], to + 1) { to += 1 }
            latest[line + 1] = to
        }
        guard latest[count] == end else { return nil }
        return (0...count).map { line in
            switch line {
            case 0: 0..<1
            case count: end..<end + 1
            default: max(line, earliest[line])..<max(line, earliest[line], min(latest[line], end - count + line) + 1)
            }
        }
    }

    static let tolerance = 1e-9

    /// The em of a line of some cells without a space at its end.
    func lineWidth(_ range: Range<Int>) -> Double {
        let last = max(range.lowerBound, inkEnd[range.upperBound - 1])
        return position[last] + width[last] - position[range.lowerBound]
    }
}
