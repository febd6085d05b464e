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
    /// Em by which every line but the first is indented.
    var hanging = 0.0
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

    /// More breaks than this are seldom alive at one line; the cap keeps long paragraphs linear. Over the running text
    /// of the tests a cap of 40 sets no line differently.
    private static let mostAlive = 12
    /// Lines are tried from this share of their width on; shorter ones only where none of these can be.
    private static let leastFill = 0.75

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
        nodes.reserveCapacity(count)
        var alive = [0]
        var finals: [(line: Int, node: Int)] = []
        var line = 0
        while !alive.isEmpty {
            let width = widths[min(line, widths.count - 1)] - indent(of: line)
            let firstNew = nodes.count
            for parent in alive { extend(parent, width: width, firstNew: firstNew, &nodes) }
            line += 1
            alive.removeAll(keepingCapacity: true)
            for index in firstNew..<nodes.count {
                if nodes[index].position == count { finals.append((line, index)) } else { alive.append(index) }
            }
            if alive.count > Self.mostAlive {
                alive.sort { nodes[$0].cost < nodes[$1].cost }
                alive.removeLast(alive.count - Self.mostAlive)
                alive.sort { nodes[$0].position < nodes[$1].position }
            }
        }
        let best = finals.min { nodes[$0.node].cost < nodes[$1.node].cost }!
        var found: [Int: Breaking] = [:]
        for final in finals where looseness.contains(final.line - best.line) {
            found[final.line - best.line] = Breaking(lines: read(back: final.node, nodes), cost: nodes[final.node].cost)
        }
        return found
    }

    private func indent(of line: Int) -> Double { line == 0 ? indent : hanging }

    /// Adds every break that a line from the parent can end at.
    private func extend(_ parent: Int, width: Double, firstNew: Int, _ nodes: inout [Node]) {
        let start = nodes[parent].position, base = nodes[parent].cost
        let count = metrics.cells.count
        var end = metrics.firstEnd(from: start, reaching: width * Self.leastFill)
        var found = false
        while end <= count, canReach(start, end, width) {
            if metrics.mayBreak[end], let cost = cost(start, end, width: width) {
                if firstFit, nodes.count > firstNew { nodes.removeLast() }
                add(Node(position: end, cost: base + cost, parent: parent), firstNew, &nodes)
                found = true
            }
            end += 1
        }
        if !found { fallBack(parent, start, width: width, firstNew, &nodes) }
    }

    /// Whether a line can hold the cells up to an end at all, squeezed as far as it goes and its mark let hang, a hyphen
    /// aside.
    private func canReach(_ start: Int, _ end: Int, _ width: Double) -> Bool {
        metrics.solidWidth(start, end) - metrics.shrinkable(start, end) - metrics.hanging(start, end)
            <= width + LineFit.tolerance
    }

    private func add(_ node: Node, _ firstNew: Int, _ nodes: inout [Node]) {
        var index = nodes.count - 1
        while index >= firstNew {
            if nodes[index].position == node.position {
                if node.cost < nodes[index].cost { nodes[index] = node }
                return
            }
            index -= 1
        }
        nodes.append(node)
    }

    /// No good end is in reach: the last place where the line may end at all, however short it is; and where it holds
    /// nothing but one unbreakable piece wider than the line, wherever it is full.
    private func fallBack(_ parent: Int, _ start: Int, width: Double, _ firstNew: Int, _ nodes: inout [Node]) {
        let count = metrics.cells.count
        let base = nodes[parent].cost
        var end = start + 1, last = 0, torn = 0, full = start + 1
        while end <= count, canReach(start, end, width) {
            full = end
            if end < count, EmergencyBreak.isTolerable(metrics.cells, before: end) { torn = end }
            if metrics.mayBreak[end], cost(start, end, width: width) != nil { last = end }
            end += 1
        }
        if last > start {
            let shortage = max(0, width - metrics.width(start, last))
            add(
                Node(position: last, cost: base + LineCost.ragged + shortage + metrics.charge[last], parent: parent),
                firstNew, &nodes)
            // A word too long for any line may as well begin on this one, when it holds next to nothing else.
            guard shortage > width * EmergencyBreak.gapingShare, torn > last else { return }
        }
        let forced = torn > start ? torn : full
        add(Node(position: forced, cost: base + LineCost.emergency, parent: parent), firstNew, &nodes)
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
            return Line(
                start: start, end: end, width: widths[min(number, widths.count - 1)], indent: indent(of: number),
                isLast: end == metrics.cells.count)
        }
    }
}

/// Where a line is torn that holds a single piece wider than itself: a long address, a chemical's name, a row of dots.
enum EmergencyBreak {
    /// A line this much empty, as a share of its width, is worse than a torn word.
    static let gapingShare = 0.7

    /// Whether the piece may be torn before a cell without breaking more rules than that of one piece: a mark stays with
    /// its word, and — and … with their twins.
    static func isTolerable(_ cells: [Cell], before i: Int) -> Bool {
        guard i > 0, i < cells.count else { return true }
        let a = cells[i - 1], b = cells[i]
        return (a.kind.isWestern || a.kind == .westernSign || a.kind == .wideWestern)
            && (b.kind.isWestern || b.kind == .wideWestern)
    }
}
