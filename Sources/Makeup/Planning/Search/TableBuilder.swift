internal import Layouts

/// Finds the entries of one set in one width from those of its subsets.
struct TableBuilder {
    private let problem: PlanProblem
    private let columns: Int
    private let rows: Int
    private let budget: SearchBudget
    /// The greatest number of entries that are kept for a height and a kind.
    private let kept: Int
    /// The greatest cost of an entry of the current set.
    private var mostCost = Cost.unreachable
    /// Storage for the entries of every height: for those that are not stacks and for those that are.
    private var slots: [GuillotineTable.Entry]
    private var counts: [Int]
    /// The units of work of the current set; see `SearchMeter`.
    private(set) var work = 0

    /// - Parameters:
    ///   - columns, rows: the size of the page.
    init(_ problem: PlanProblem, columns: Int, rows: Int, _ budget: SearchBudget) {
        (self.problem, self.columns, self.rows, self.budget) = (problem, columns, rows, budget)
        kept = budget.kept
        let empty = GuillotineTable.Entry(cost: .unreachable, left: 0, right: 0, cut: .leaf)
        slots = Array(repeating: empty, count: (rows + 1) * budget.kept * 2)
        counts = Array(repeating: 0, count: (rows + 1) * 2)
    }

    /// Finds a set's entries in a width.
    ///
    /// - Returns: the heights from the lowest to the highest that has entries.
    mutating func build(_ set: StorySet, _ width: Int, _ table: borrowing GuillotineTable.Storage) -> Range<Int> {
        let isBand = problem.stories(in: set) > budget.tableStories
        if isBand && (width < columns || !budget.hasBands) { return 0..<0 }
        let lowest = max(1, problem.leastCells(set) / width)
        let highest = min(rows, problem.mostCells(set) / width + problem.slack)
        guard lowest <= highest else { return 0..<0 }
        work = 1
        mostCost = min(
            problem.leastCost(set) + problem.underFurniture(set)
                + budget.excess(of: problem.leastCells(set), among: problem.leastCells(problem.all)),
            budget.ceiling - problem.leastCost(problem.all.subtracting(set)))
        for slot in lowest * 2..<(highest + 1) * 2 { counts[slot] = 0 }
        if set.count == 1 {
            addLeaves(set, width, lowest...highest)
        } else {
            addParts(set, width, lowest...highest, isBand: isBand, table)
        }
        return heights(in: lowest...highest)
    }

    /// The heights of a range from the first to the last that has entries.
    private func heights(in range: ClosedRange<Int>) -> Range<Int> {
        func hasEntries(_ height: Int) -> Bool { counts[height * 2] + counts[height * 2 + 1] > 0 }
        guard let first = range.first(where: hasEntries), let last = range.last(where: hasEntries) else { return 0..<0 }
        return first..<last + 1
    }

    /// Appends the entries of a height, the cheapest first: those that are stacks, or those that are not.
    func append(height: Int, isStack: Bool, to entries: inout SearchArray<GuillotineTable.Entry>) {
        let slot = height * 2 + (isStack ? 1 : 0)
        for place in 0..<counts[slot] { entries.append(slots[slot * kept + place]) }
    }

    private mutating func addLeaves(_ set: StorySet, _ width: Int, _ range: ClosedRange<Int>) {
        let piece = set.first
        for variant in problem.variants[piece][width - 1].variants.values where range.contains(variant.rows) {
            let (left, right) = variant.corners(rank: problem.ranks[piece])
            keep(GuillotineTable.Entry(cost: variant.cost, left: left, right: right, cut: .leaf), variant.rows * 2)
        }
    }

    /// - Parameter isBand: whether the set is so large that it can only be divided into bands, one above the other.
    private mutating func addParts(
        _ set: StorySet, _ width: Int, _ range: ClosedRange<Int>, isBand: Bool,
        _ table: borrowing GuillotineTable.Storage
    ) {
        let top = problem.pinned(to: .top).intersection(set), bottom = problem.pinned(to: .bottom).intersection(set)
        let left = problem.pinned(to: .left).intersection(set), right = problem.pinned(to: .right).intersection(set)
        let isWide = !left.isDisjoint(with: right), isHigh = !top.isDisjoint(with: bottom)
        for part in set.parts {
            work += 1
            let other = set.subtracting(part)
            if isBand && problem.stories(in: part) > budget.tableStories { continue }
            let inOrder =
                !budget.keepsRanks || problem.bestRank(part) <= problem.bestRank(other) || problem.isFurniture(part)
            if !isHigh, inOrder, part.isDisjoint(with: bottom), other.isDisjoint(with: top) {
                addStacks(part, other, width, range, table)
            }
            if !isBand, !isWide, inOrder, width > 1, part.isDisjoint(with: right), other.isDisjoint(with: left) {
                for columns in 1..<width { addNeighbours(part, columns, other, width - columns, range, table) }
            }
        }
    }

    /// Adds every way to place one part above another. The upper part is not a stack, and the lower part is its set's
    /// cheapest entry.
    private mutating func addStacks(
        _ above: StorySet, _ below: StorySet, _ width: Int, _ range: ClosedRange<Int>,
        _ table: borrowing GuillotineTable.Storage
    ) {
        let uppers = table.heights(above, width), lowers = table.heights(below, width)
        if uppers.range.isEmpty || lowers.range.isEmpty { return }
        var charge = Cost.zero
        problem.pricing.addStack(
            of: problem.bestRank(above), over: problem.bestRank(below), columns: width, to: &charge)
        let depthOfRow = problem.depthOfRow(below)
        for upper in uppers.range {
            let (first, stacks, _) = table.places(uppers, upper)
            if first == stacks { continue }
            let shift = depthOfRow * (upper + 1) + charge
            let least = max(lowers.range.lowerBound, range.lowerBound - upper - 1)
            let most = min(lowers.range.upperBound - 1, range.upperBound - upper - 1)
            if least > most { return }
            work += (most - least + 1) * (stacks - first)
            for lower in least...most {
                guard let foot = cheapest(table.places(lowers, lower), table) else { continue }
                let bottom = table.entries[foot].cost + shift
                let slot = (upper + 1 + lower) * 2 + 1
                for place in first..<stacks {
                    let top = table.entries[place]
                    let cost = top.cost + bottom
                    if isTooExpensive(cost, slot) { break }
                    keep(
                        GuillotineTable.Entry(
                            cost: cost, left: top.left, right: top.right, cut: .stack, first: Int32(place),
                            second: Int32(foot), set: above, extent: Int16(upper)),
                        slot)
                }
            }
        }
    }

    private func cheapest(
        _ places: (first: Int, stacks: Int, end: Int), _ table: borrowing GuillotineTable.Storage
    ) -> Int? {
        if places.first == places.stacks { return places.stacks < places.end ? places.stacks : nil }
        let isStack =
            places.stacks < places.end && table.entries[places.stacks].cost < table.entries[places.first].cost
        return isStack ? places.stacks : places.first
    }

    /// Adds every way to place one part beside another. The left part is a leaf or a stack.
    private mutating func addNeighbours(
        _ left: StorySet, _ leftWidth: Int, _ right: StorySet, _ rightWidth: Int, _ range: ClosedRange<Int>,
        _ table: borrowing GuillotineTable.Storage
    ) {
        let leftHeights = table.heights(left, leftWidth), rightHeights = table.heights(right, rightWidth)
        let one = leftHeights.range, two = rightHeights.range
        let first = max(one.lowerBound, two.lowerBound, range.lowerBound)
        let last = min(one.upperBound, two.upperBound, range.upperBound + 1)
        guard first < last else { return }
        let pricing = problem.pricing, ranks = (problem.bestRank(left), problem.bestRank(right))
        let isSingle = left.count == 1
        for height in first..<last {
            var charge = Cost.zero
            pricing.addNeighbours(ranks.0, ranks.1, rows: height, to: &charge)
            let lefts = table.places(leftHeights, height)
            let from = isSingle ? lefts.first : lefts.stacks, to = isSingle ? lefts.stacks : lefts.end
            if from == to { continue }
            let rights = table.places(rightHeights, height)
            if rights.first == rights.end { continue }
            let slot = height * 2
            work += (to - from) * (rights.end - rights.first)
            for i in from..<to {
                let a = table.entries[i]
                for j in rights.first..<rights.end {
                    let b = table.entries[j]
                    if isTooExpensive(a.cost + b.cost + charge, slot) { continue }
                    keep(
                        GuillotineTable.Entry(
                            cost: a.cost + b.cost + charge + pricing.butting(a.right, b.left), left: a.left,
                            right: b.right, cut: .beside, first: Int32(i), second: Int32(j), set: left,
                            extent: Int16(leftWidth)),
                        slot)
                }
            }
        }
    }

    private func isTooExpensive(_ cost: Cost, _ slot: Int) -> Bool {
        cost > mostCost || counts[slot] == kept && cost >= slots[slot * kept + kept - 1].cost
    }

    /// Inserts an entry in the order of costs. Only the cheapest entry is kept for each pair of corner headlines.
    private mutating func keep(_ entry: GuillotineTable.Entry, _ slot: Int) {
        if isTooExpensive(entry.cost, slot) { return }
        let base = slot * kept
        var count = counts[slot]
        var place = 0
        while place < count, slots[base + place].cost <= entry.cost {
            if slots[base + place].left == entry.left, slots[base + place].right == entry.right { return }
            place += 1
        }
        // The new entry replaces a more expensive one with the same corners. Otherwise it replaces the last if there is
        // no room.
        var end = place
        while end < count, slots[base + end].left != entry.left || slots[base + end].right != entry.right { end += 1 }
        if end == count {
            if count == kept { end = count - 1 } else { count += 1 }
        }
        while end > place {
            slots[base + end] = slots[base + end - 1]
            end -= 1
        }
        slots[base + place] = entry
        counts[slot] = count
    }
}
