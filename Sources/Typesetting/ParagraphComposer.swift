/// Breaks a paragraph into lines as a whole: of all ways to break it, the one whose lines together cost least
/// (optimum fit in the manner of Knuth and Plass, over the adjustments of CLREQ 6.2.2).
///
/// Line by line it keeps the breaks that can be reached, each with its cheapest way there. Widths come from the
/// caller one by one, so that a paragraph can run round a picture; and because the number of lines so far is part of
/// the state, a paragraph can also be asked for a line more or less than it would take by itself.
struct ParagraphComposer {
    let metrics: LineMetrics
    /// Em of each line's width; the last one serves all that follow.
    let widths: [Double]
    /// Em of the first line's indent.
    let indent: Double
    /// Whether lines are opened to fill their width. Ragged text is squeezed but never opened.
    let justified: Bool
    /// Whether every line simply takes what it holds, as browsers do.
    var firstFit = false

    /// A line that holds cells `start..<end`.
    struct Line: Hashable, Sendable {
        var start: Int
        var end: Int
        var width: Double
        var indent: Double
        var isLast: Bool
    }

    private struct Node {
        var position: Int
        var cost: Double
        var parent: Int
    }

    /// More breaks than this are never alive at one line in practice; the cap keeps hostile text linear.
    private static let mostAlive = 16

    /// A way to break the paragraph, and what it costs.
    struct Breaking: Hashable, Sendable {
        var lines: [Line]
        var cost: Double
    }

    /// The cheapest way.
    func best() -> Breaking { breakings(looseness: 0...0)[0]! }

    /// The cheapest ways with so many lines more (or, negative, fewer) than the cheapest of all, as far as there are.
    func breakings(looseness: ClosedRange<Int>) -> [Int: Breaking] {
        let count = metrics.cells.count
        guard count > 0 else { return [0: Breaking(lines: [], cost: 0)] }
        var nodes = [Node(position: 0, cost: 0, parent: -1)]
        var alive = [0]
        var finals: [(line: Int, node: Int)] = []
        var line = 0
        while !alive.isEmpty {
            let width = widths[min(line, widths.count - 1)] - (line == 0 ? indent : 0)
            let firstNew = nodes.count
            for parent in alive { extend(parent, width: width, firstNew: firstNew, &nodes) }
            alive = []
            for index in firstNew..<nodes.count {
                if nodes[index].position == count { finals.append((line + 1, index)) } else { alive.append(index) }
            }
            if alive.count > Self.mostAlive {
                alive.sort { nodes[$0].cost < nodes[$1].cost }
                alive.removeLast(alive.count - Self.mostAlive)
                alive.sort { nodes[$0].position < nodes[$1].position }
            }
            line += 1
        }
        let best = finals.min { nodes[$0.node].cost < nodes[$1.node].cost }!
        var found: [Int: Breaking] = [:]
        for final in finals where looseness.contains(final.line - best.line) {
            found[final.line - best.line] = Breaking(lines: read(back: final.node, nodes), cost: nodes[final.node].cost)
        }
        return found
    }

    /// Adds every break that a line from the parent can end at.
    private func extend(_ parent: Int, width: Double, firstNew: Int, _ nodes: inout [Node]) {
        let start = nodes[parent].position, count = metrics.cells.count
        let base = nodes[parent].cost
        var end = metrics.firstEnd(from: start, reaching: width * 0.75)
        var found = false
        while end <= count, metrics.leastWidth(start, end) <= width + 1e-9 {
            if metrics.mayBreak[end], let cost = cost(start, end, width: width) {
                if firstFit, nodes.count > firstNew { nodes.removeLast() }
                add(Node(position: end, cost: base + cost, parent: parent), firstNew, &nodes)
                found = true
            }
            end += 1
        }
        if !found { fallBack(parent, start, width: width, firstNew, &nodes) }
    }

    private func add(_ node: Node, _ firstNew: Int, _ nodes: inout [Node]) {
        for index in stride(from: nodes.count - 1, through: firstNew, by: -1) where nodes[index].position == node.position {
            if node.cost < nodes[index].cost { nodes[index] = node }
            return
        }
        nodes.append(node)
    }

    /// No good end is in reach: the last place where the line may end at all, however short it is; and where it holds
    /// nothing but one unbreakable piece wider than the line, wherever it is full.
    private func fallBack(_ parent: Int, _ start: Int, width: Double, _ firstNew: Int, _ nodes: inout [Node]) {
        let count = metrics.cells.count
        var end = start + 1, last = 0
        while end <= count, metrics.leastWidth(start, end) <= width + 1e-9 {
            if metrics.mayBreak[end] { last = end }
            end += 1
        }
        let base = nodes[parent].cost
        if last > start {
            let shortage = max(0, width - metrics.width(start, last))
            add(Node(position: last, cost: base + LineCost.ragged + shortage, parent: parent), firstNew, &nodes)
        } else {
            let forced = max(start + 1, end - 1)
            add(Node(position: forced, cost: base + LineCost.emergency, parent: parent), firstNew, &nodes)
        }
    }

    /// The cost of a line, nil when it cannot be one.
    private func cost(_ start: Int, _ end: Int, width: Double) -> Double? {
        let isLast = end == metrics.cells.count
        let natural = metrics.width(start, end)
        var cost = 0.0
        if natural > width + 1e-9 {
            guard let squeeze = squeezeCost(natural - width, start, end) else { return nil }
            cost = squeeze
        } else if !isLast {
            cost = openCost(width - natural, start, end)
        }
        if isLast { cost += lastLineCost(start, end) }
        switch metrics.cells[start].kind {
        case .dash, .ellipsis: cost += start > 0 ? LineCost.dashAtStart : 0
        default: break
        }
        return cost
    }

    private func squeezeCost(_ excess: Double, _ start: Int, _ end: Int) -> Double? {
        var rest = max(0, excess - metrics.endBlank(start, end))
        var cost = LineCost.cramming * rest * rest
        for order in LineMetrics.orders where rest > 1e-9 {
            let room = metrics.shrinkable(start, end, order: order)
            let taken = min(rest, room)
            cost += LineCost.squeeze[order] * taken / 0.5
            rest -= taken
        }
        return rest > 1e-9 ? nil : cost
    }

    private func openCost(_ shortage: Double, _ start: Int, _ end: Int) -> Double {
        guard justified else { return shortage * 0.5 }
        let word = metrics.wordStretch(start, end), hanLatin = metrics.hanLatinStretch(start, end)
        let easy = min(shortage, word + hanLatin)
        let share = word + hanLatin > 0 ? easy / (word + hanLatin) : 0
        return 0.3 * share + LineCost.stretch(shortage - easy, gaps: metrics.stretchableGaps(start, end))
    }

    private func lastLineCost(_ start: Int, _ end: Int) -> Double {
        guard start > 0 else { return 0 }
        var characters = 0
        for position in start..<end where metrics.cells[position].kind.isCharacter { characters += 1 }
        if characters <= 1 { return LineCost.loneCharacter }
        return characters <= 2 ? LineCost.shortLastLine : 0
    }

    private func read(back node: Int, _ nodes: [Node]) -> [Line] {
        var ends: [Int] = []
        var index = node
        while index > 0 {
            ends.append(nodes[index].position)
            index = nodes[index].parent
        }
        var start = 0
        return ends.reversed().enumerated().map { number, end in
            defer { start = end }
            let first = number == 0 ? indent : 0
            return Line(
                start: start, end: end, width: widths[min(number, widths.count - 1)], indent: first,
                isLast: end == metrics.cells.count)
        }
    }
}
