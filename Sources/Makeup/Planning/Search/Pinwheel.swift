internal import Layouts

/// Searches for pages of four parts that turn about a fifth, so that no gutter and no rule runs through the whole page:
///
///     1 1 1 1 2        2 1 1 1 1
///     4 5 5 5 2        2 5 5 5 4
///     4 5 5 5 2        2 5 5 5 4
///     4 3 3 3 3        3 3 3 3 4
///
/// The search chooses a rectangle and stories for each part. The table gives the cheapest way to fill the rectangle
/// with these stories. The least excesses of the five parts of a division (`PartChoices`) give a lower bound of its
/// cost. The search tries the divisions with the lowest bounds first, and distributes the stories part by part.
struct Pinwheel {
    private let table: GuillotineTable
    private let budget: SearchBudget
    /// The pieces to place.
    private let all: StorySet
    /// The least cost of all pieces.
    private let least: Cost
    /// The cost that a solution must stay below, and the best solution so far.
    private var limit: Cost
    private var best: Solution?
    /// The number of distributions that the search has examined, and the most that it may examine.
    private var ways = 0
    private let mostWays: Int

    struct Solution {
        var cost: Cost
        var parts: [(cells: GridRect, set: StorySet, entry: GuillotineTable.Entry)]
    }

    /// The cheapest pinwheel of a set; nil if none costs less than `limit`.
    static func best(
        of set: StorySet, in table: GuillotineTable, _ budget: SearchBudget, _ meter: SearchMeter, below limit: Cost
    ) -> Solution? {
        guard set.count >= leastPieces, !meter.isSpent else { return nil }
        var pinwheel = Pinwheel(table, budget, of: set, most: meter.left, below: limit)
        pinwheel.search()
        meter.spend(pinwheel.ways)
        return pinwheel.best
    }

    private static let leastPieces = 5

    private init(_ table: GuillotineTable, _ budget: SearchBudget, of all: StorySet, most: Int, below limit: Cost) {
        (self.table, self.budget, self.all, self.limit) = (table, budget, all, limit)
        mostWays = min(budget.mostWays, most)
        least = table.problem.leastCost(all)
    }

    private var problem: PlanProblem { table.problem }
    /// How much the page may cost beyond the least costs of all its pieces.
    private var slack: Cost { limit - least }
    private var columns: Int { table.columns }
    private var rows: Int { table.rows }

    /// A division of the page into five parts.
    private struct Division {
        var shape: PinwheelShape
        /// The choices for each part: flat top, tall top, flat foot, tall foot, middle.
        var parts: [PartChoices]
        /// The number of rows of the flat and of the tall part at the head.
        var high: Int
        var low: Int
        /// A lower bound of the excess of all parts together.
        var bound: Cost
    }

    private mutating func search() {
        var cache: [PartChoices.Key: PartChoices] = [:]
        var divisions: [Division] = []
        let limits = problem.limits
        for shape in PinwheelShape.all(columns: columns) {
            guard let keys = keys(of: shape) else { continue }
            let parts = keys.map { key in
                if let choices = cache[key] { return choices }
                let choices = PartChoices(key, of: all, table, stories: budget.partStories)
                cache[key] = choices
                return choices
            }
            // The least excess of the tall part at the head and the flat part at the foot together, by the rows of the
            // tall part.
            let across = (0..<rows).map { parts[1].least(rows: $0, beside: parts[2], rows: rows - $0 - 1) }
            for high in stride(from: limits.leastRows, to: rows, by: budget.rowStride) {
                let fixed = parts[0].least(rows: high, beside: parts[3], rows: rows - high - 1)
                if fixed >= slack { continue }
                for low in stride(from: high, to: rows, by: budget.rowStride)
                where shape.isPart(high: high, low: low, of: rows, limits) {
                    let bound = fixed + across[low] + parts[4].least(rows: low - high - 1)
                    if bound < slack {
                        divisions.append(Division(shape: shape, parts: parts, high: high, low: low, bound: bound))
                    }
                }
            }
        }
        for division in divisions.sorted(by: { $0.bound < $1.bound }) {
            if division.bound >= slack || best != nil && slack <= budget.goodEnough { return }
            if ways > mostWays { return }
            distribute(division)
        }
    }

    /// The width of each part and the furniture pinned to it; nil if a piece is pinned to two parts.
    private func keys(of shape: PinwheelShape) -> [PartChoices.Key]? {
        guard let pinned = problem.pinned(flatIsLeft: shape.flatIsLeft) else { return nil }
        let columns = [shape.flatTop, shape.tallTop, shape.flatFoot, shape.tallFoot, shape.middle]
        return zip(columns, pinned + [.empty]).map { PartChoices.Key(width: $0.count, pinned: $1) }
    }

    /// Whether a set may be at the page's head. If the budget keeps ranks, it must contain the highest rank of the
    /// page.
    private func mayHead(_ set: StorySet) -> Bool {
        !budget.keepsRanks || problem.bestRank(set) == problem.bestRank(all)
    }

    /// The stories and the rows of the two parts at the head.
    private struct Head {
        var first, second: StorySet
        var high, low: Int
    }

    /// Distributes the stories over the parts of a division: first over the parts at the head, then over the part at
    /// the foot and the one beside it. The middle part gets the remaining stories. Lower stories have a cost for their
    /// depth.
    private mutating func distribute(_ division: Division) {
        let high = division.high, low = division.low
        let parts = division.parts
        let rowsOf = (high, low, rows - low - 1, rows - high - 1, low - high - 1)
        let flats = parts[0], talls = parts[1], feet = parts[2], sides = parts[3], middles = parts[4]
        let ones = flats.places(rowsOf.0), twos = talls.places(rowsOf.1), threes = feet.places(rowsOf.2)
        let fours = sides.places(rowsOf.3)
        let middle = division.shape.middle.count, partStories = budget.partStories
        let depth = high + 1, footDepth = low + 1
        let leastMiddle = middles.least(rows: rowsOf.4), leastTall = talls.least(rows: rowsOf.1)
        let foot = sides.least(rows: rowsOf.3) + leastMiddle, lower = feet.least(rows: rowsOf.2) + foot
        let problem = self.problem
        let shape = division.shape
        let lastCells = rowsOf.3 * shape.tallFoot.count + rowsOf.4 * shape.middle.count
        let restCells = rowsOf.2 * shape.flatFoot.count + lastCells
        var isPrepared = false
        for place in ones {
            let one = flats[place]
            if one.excess + leastTall + lower >= slack { break }
            for place in twos {
                let two = talls[place]
                ways += 1
                if ways > mostWays { return }
                let excess = one.excess + two.excess
                if excess + lower >= slack { break }
                let head = one.set.union(two.set), rest = all.subtracting(head)
                guard one.set.isDisjoint(with: two.set), mayHead(head),
                    excess + lower + problem.depthOfRow(rest) * depth < slack, problem.mayFill(restCells, rest)
                else { continue }
                if !isPrepared {
                    feet.prepare(rows: rowsOf.2)
                    sides.prepare(rows: rowsOf.3)
                    middles.prepare(rows: rowsOf.4)
                    isPrepared = true
                }
                guard
                    excess + feet.least(within: rest, rows: rowsOf.2) + sides.least(within: rest, rows: rowsOf.3)
                        + middles.least(within: rest, rows: rowsOf.4) + problem.depthOfRow(rest) * depth < slack
                else { continue }
                let filled = Head(first: one.set, second: two.set, high: high, low: low)
                for place in threes {
                    let three = feet[place]
                    ways += 1
                    if excess + three.excess + foot >= slack { break }
                    if !three.set.isSubset(of: rest) { continue }
                    let last = rest.subtracting(three.set)
                    let soFar = excess + three.excess + problem.depthOfRow(three.set) * footDepth
                    let others = problem.depthOfRow(last) * depth
                    guard soFar + foot + others < slack, problem.mayFill(lastCells, last) else {
                        continue
                    }
                    for place in fours {
                        let four = sides[place]
                        ways += 1
                        if soFar + four.excess + others + leastMiddle >= slack { break }
                        if !four.set.isSubset(of: last) { continue }
                        let five = last.subtracting(four.set)
                        guard !five.isEmpty, problem.stories(in: five) <= partStories else { continue }
                        let cost =
                            soFar + four.excess + others + problem.leastCost(all.subtracting(five))
                            + table.least(five, columns: middle, rows: rowsOf.4)
                        if cost < limit { consider(filled, division.shape, three.set, four.set, five, cost) }
                    }
                }
            }
        }
    }

    /// Adds the cost of headlines that meet, and keeps the page if it is the best so far.
    private mutating func consider(
        _ head: Head, _ shape: PinwheelShape, _ third: StorySet, _ fourth: StorySet, _ fifth: StorySet, _ cost: Cost
    ) {
        let frames = shape.frames(high: head.high, low: head.low, of: rows)
        let sets = [head.first, head.second, third, fourth, fifth]
        guard let (one, two) = pair(sets[0], frames[0], sets[1], frames[1]),
            let (four, five) = pair(sets[3], frames[3], sets[4], frames[4]),
            let three = table.best(third, columns: frames[2].columns.count, rows: frames[2].rows.count)
        else { return }
        let least = zip(sets, frames).reduce(Cost.zero) {
            $0 + table.least($1.0, columns: $1.1.columns.count, rows: $1.1.rows.count)
        }
        let entries = [one, two, three, four, five]
        let cost = PinwheelShape.neighbours.reduce(entries.reduce(cost - least) { $0 + $1.cost }) { sum, pair in
            sum + butting(entries[pair.0], frames[pair.0], entries[pair.1], frames[pair.1])
        }
        guard cost < limit else { return }
        limit = cost
        best = Solution(cost: cost, parts: zip(frames, zip(sets, entries)).map { ($0, $1.0, $1.1) })
    }

    /// The entries of two parts side by side that have the least total cost, including that of headlines that meet.
    private func pair(
        _ a: StorySet, _ one: GridRect, _ b: StorySet, _ two: GridRect
    ) -> (GuillotineTable.Entry, GuillotineTable.Entry)? {
        var least = Cost.unreachable
        var pair: (GuillotineTable.Entry, GuillotineTable.Entry)?
        for first in table.entries(a, columns: one.columns.count, rows: one.rows.count) {
            for second in table.entries(b, columns: two.columns.count, rows: two.rows.count) {
                let cost = first.cost + second.cost + butting(first, one, second, two)
                if cost < least { (least, pair) = (cost, (first, second)) }
            }
        }
        return pair
    }

    private func butting(
        _ a: GuillotineTable.Entry, _ one: GridRect, _ b: GuillotineTable.Entry, _ two: GridRect
    ) -> Cost {
        one.columns.lowerBound < two.columns.lowerBound
            ? problem.pricing.butting(a.right, b.left) : problem.pricing.butting(b.right, a.left)
    }
}
