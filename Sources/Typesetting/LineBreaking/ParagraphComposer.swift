/// Breaks a paragraph into lines so that the sum of their costs is least: optimum fit in the manner of Knuth and Plass,
/// over the adjustments of CLREQ 6.2.2.
///
/// The search goes line by line. It keeps the breaks that a line can end at, each with the cheapest path to it. The
/// caller gives a width for each line, so a paragraph can run round a picture. The number of lines so far is part of the
/// state, so a paragraph can also be set in more or fewer lines than the cheapest path has.
struct ParagraphComposer {
    let metrics: LineMetrics
    /// The width of each line in em; the last one serves all lines that follow.
    let widths: [Double]
    /// The first line's indent in em.
    let indent: Double
    /// The indent of every other line in em.
    var hanging = 0.0
    /// Whether lines are opened to fill their width. Ragged lines are squeezed but never opened.
    let justified: Bool
    /// Whether every line takes as much as it can hold, as in browsers.
    var firstFit = false

    /// A line of the cells `start..<end`; width and indent in em.
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

    /// The most breaks that are kept for one line, so that the search stays linear in long paragraphs. There are seldom
    /// more: with a cap of 40, no line of the tests' running text changes.
    private static let mostActive = 12
    /// The share of its width that a line has to fill. Shorter lines are tried only if no such line is possible.
    private static let leastFill = 0.75

    /// The lines of a paragraph, and their total cost.
    struct Breaking: Hashable, Sendable {
        var lines: [Line]
        var cost: Double
    }

    /// The cheapest breaking.
    func best() -> Breaking { breakings(looseness: 0...0)[0]! }

    /// The cheapest breaking for each number of lines, by how many lines it has more (or, if negative, fewer) than the
    /// cheapest of all. Numbers of lines that are impossible are left out.
    func breakings(looseness: ClosedRange<Int>) -> [Int: Breaking] {
        let count = metrics.cells.count
        guard count > 0 else { return [0: Breaking(lines: [], cost: 0)] }
        var nodes = [Node(position: 0, cost: 0, parent: -1)]
        nodes.reserveCapacity(count)
        var active = [0]
        var ends: [(line: Int, node: Int)] = []
        var line = 0
        while !active.isEmpty {
            let width = widths[min(line, widths.count - 1)] - indent(of: line)
            let firstNew = nodes.count
            for parent in active { addBreaks(after: parent, width: width, firstNew: firstNew, &nodes) }
            line += 1
            active.removeAll(keepingCapacity: true)
            for index in firstNew..<nodes.count {
                if nodes[index].position == count { ends.append((line, index)) } else { active.append(index) }
            }
            if active.count > Self.mostActive {
                active.sort { nodes[$0].cost < nodes[$1].cost }
                active.removeLast(active.count - Self.mostActive)
                active.sort { nodes[$0].position < nodes[$1].position }
            }
        }
        let best = ends.min { nodes[$0.node].cost < nodes[$1.node].cost }!
        var breakings: [Int: Breaking] = [:]
        for end in ends where looseness.contains(end.line - best.line) {
            breakings[end.line - best.line] = Breaking(
                lines: lines(endingAt: end.node, nodes), cost: nodes[end.node].cost)
        }
        return breakings
    }

    private func indent(of line: Int) -> Double { line == 0 ? indent : hanging }

    /// Adds every break that a line after the parent's break can end at.
    private func addBreaks(after parent: Int, width: Double, firstNew: Int, _ nodes: inout [Node]) {
        let start = nodes[parent].position, base = nodes[parent].cost
        let count = metrics.cells.count
        var end = metrics.firstEnd(from: start, reaching: width * Self.leastFill)
        var hasBreak = false
        while end <= count, canReach(start, end, width) {
            if metrics.mayBreak[end], let cost = cost(start, end, width: width) {
                if firstFit, nodes.count > firstNew { nodes.removeLast() }
                add(Node(position: end, cost: base + cost, parent: parent), firstNew, &nodes)
                hasBreak = true
            }
            end += 1
        }
        if !hasBreak { addFallback(after: parent, start, width: width, firstNew, &nodes) }
    }

    /// Whether a line can hold the cells before `end` without a hyphen if it is squeezed fully and its last mark hangs.
    private func canReach(_ start: Int, _ end: Int, _ width: Double) -> Bool {
        metrics.solidWidth(start, end) - metrics.shrinkable(start, end) - metrics.hanging(start, end)
            <= width + LineFit.tolerance
    }

    /// Adds a break, or replaces the one at the same position if the new path is cheaper.
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

    /// Adds a break for a line that no break of `addBreaks` suits: the last allowed break, however short the line; and if
    /// there is none, because one unbreakable piece is wider than the line, a forced break where the line is full.
    private func addFallback(
        after parent: Int, _ start: Int, width: Double, _ firstNew: Int, _ nodes: inout [Node]
    ) {
        let count = metrics.cells.count
        let base = nodes[parent].cost
        var end = start + 1, last = 0, tolerable = 0, full = start + 1
        while end <= count, canReach(start, end, width) {
            full = end
            if end < count, ForcedBreak.isTolerable(metrics.cells, before: end) { tolerable = end }
            if metrics.mayBreak[end], cost(start, end, width: width) != nil { last = end }
            end += 1
        }
        if last > start {
            let shortage = max(0, width - metrics.width(start, last))
            add(
                Node(position: last, cost: base + LineCost.ragged + shortage + metrics.breakCost[last], parent: parent),
                firstNew, &nodes)
            // A word that is too long for any line may begin on this one if the line is nearly empty otherwise.
            guard shortage > width * ForcedBreak.emptyShare, tolerable > last else { return }
        }
        let forced = tolerable > start ? tolerable : full
        add(Node(position: forced, cost: base + LineCost.emergency, parent: parent), firstNew, &nodes)
    }

    /// The lines of the path that ends at a node.
    private func lines(endingAt node: Int, _ nodes: [Node]) -> [Line] {
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

/// Where a piece that is wider than the line is broken: a long address, the name of a chemical, a row of dots.
enum ForcedBreak {
    /// A line that is empty by more than this share of its width is worse than a broken word.
    static let emptyShare = 0.7

    /// Whether a piece may be broken before a cell: between letters and figures only, so that a mark stays with its word
    /// and —— and …… stay whole.
    static func isTolerable(_ cells: [Cell], before i: Int) -> Bool {
        guard i > 0, i < cells.count else { return true }
        let a = cells[i - 1], b = cells[i]
        return (a.kind.isWestern || a.kind == .westernSign || a.kind == .wideWestern)
            && (b.kind.isWestern || b.kind == .wideWestern)
    }
}
