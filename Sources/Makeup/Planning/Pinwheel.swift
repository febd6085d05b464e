internal import Layouts

/// The page as four parts that turn about a fifth, so that no gutter and no rule runs right through it:
///
///     1 1 1 1 2        2 1 1 1 1
///     4 5 5 5 2        2 5 5 5 4
///     4 5 5 5 2        2 5 5 5 4
///     4 3 3 3 3        3 3 3 3 4
///
/// Of each part only its rectangle and its stories are chosen here; how it is filled the table knows.
///
/// Where the page turns, it is divided into five frames; the least excesses of any stories in each of them add up to the
/// page's at least (`PartChoices`), and the cheapest divisions are tried first. In each the stories are shared out part by
/// part.
struct Pinwheel {
    private let table: GuillotineTable
    private let effort: SearchBudget
    /// The pieces to place.
    private let all: StorySet
    /// The cost to be beaten, and the best way that does.
    private var limit: Cost
    private var best: Found?
    /// Ways to share the stories that were looked at.
    private var ways = 0

    struct Found {
        var cost: Cost
        var parts: [(cells: GridRect, set: StorySet, entry: GuillotineTable.Entry)]
    }

    /// The cheapest pinwheel of a set; nil when none is cheaper than the cost to be beaten.
    static func best(of set: StorySet, in table: GuillotineTable, _ effort: SearchBudget, below limit: Cost) -> Found? {
        guard set.count >= leastStories else { return nil }
        var pinwheel = Pinwheel(table, effort, of: set, below: limit)
        pinwheel.search()
        return pinwheel.best
    }

    private static let leastStories = 5

    private init(_ table: GuillotineTable, _ effort: SearchBudget, of all: StorySet, below limit: Cost) {
        (self.table, self.effort, self.all, self.limit) = (table, effort, all, limit)
        least = table.pieces.leastCost(all)
    }

    private var pieces: PlanProblem { table.pieces }
    /// What the page may cost beyond the least of all its pieces.
    private var slack: Cost { limit - least }
    private let least: Cost
    private var columns: Int { table.columns }
    private var rows: Int { table.limit }

    /// The page divided in five, and what the five parts exceed their pieces' least costs by at least.
    private struct Division {
        var shape: PinwheelShape
        /// What may stand in each part: flat top, tall top, flat foot, tall foot, middle.
        var parts: [PartChoices]
        var high: Int
        var low: Int
        var bound: Cost
    }

    private mutating func search() {
        var known: [PartChoices.Key: PartChoices] = [:]
        var divisions: [Division] = []
        let limits = pieces.limits
        for shape in PinwheelShape.all(columns: columns) {
            guard let keys = keys(of: shape) else { continue }
            let parts = keys.map { key in
                if let choices = known[key] { return choices }
                let choices = PartChoices(key, of: all, pieces, table, stories: effort.partStories)
                known[key] = choices
                return choices
            }
            // Parts that stand across from each other.
            let across = (0..<rows).map { parts[1].least(rows: $0, beside: parts[2], rows: rows - $0 - 1) }
            for high in stride(from: limits.leastRows, to: rows, by: effort.grain) {
                let fixed = parts[0].least(rows: high, beside: parts[3], rows: rows - high - 1)
                if fixed >= slack { continue }
                for low in stride(from: high, to: rows, by: effort.grain)
                where shape.isPart(high: high, low: low, of: rows, limits) {
                    let bound = fixed + across[low] + parts[4].least(rows: low - high - 1)
                    if bound < slack {
                        divisions.append(Division(shape: shape, parts: parts, high: high, low: low, bound: bound))
                    }
                }
            }
        }
        for division in divisions.sorted(by: { $0.bound < $1.bound }) {
            if division.bound >= slack || best != nil && slack <= effort.enough { return }
            if ways > effort.mostWays { return }
            share(division)
        }
    }

    /// Each part's width and what is pinned to the page's corner in it; nil when one part cannot have all that is.
    private func keys(of shape: PinwheelShape) -> [PartChoices.Key]? {
        guard let pinned = pieces.pinned(flatIsLeft: shape.flatIsLeft) else { return nil }
        let columns = [shape.flatTop, shape.tallTop, shape.flatFoot, shape.tallFoot, shape.middle]
        return zip(columns, pinned + [.empty]).map { PartChoices.Key(width: $0.count, pinned: $1) }
    }

    /// Whether the highest rank of the page is among a set, as a head's has to be.
    private func mayHead(_ set: StorySet) -> Bool {
        !effort.keepsRanks || pieces.bestRank(set) == pieces.bestRank(all)
    }

    /// The upper two parts, filled.
    private struct Head {
        var first, second: StorySet
        var high, low: Int
        var excess: Cost
    }

    /// Shares the stories between the parts of a division: those at the head, at the foot, at its side, and what is left
    /// stands in the middle. What hangs lower pays for the depth.
    private mutating func share(_ division: Division) {
        let high = division.high, low = division.low
        let parts = division.parts
        let rowsOf = (high, low, rows - low - 1, rows - high - 1, low - high - 1)
        let flats = parts[0], talls = parts[1], feet = parts[2], sides = parts[3]
        let ones = flats.places(rowsOf.0), twos = talls.places(rowsOf.1), threes = feet.places(rowsOf.2)
        let fours = sides.places(rowsOf.3)
        let leastFoot = feet.leastWithin(rowsOf.2), leastSide = sides.leastWithin(rowsOf.3)
        let leastOfMiddle = parts[4].leastWithin(rowsOf.4)
        let middle = division.shape.middle.count, partStories = effort.partStories
        let depth = high + 1, footDepth = low + 1
        let leastMiddle = parts[4].least(rows: rowsOf.4), leastTall = parts[1].least(rows: rowsOf.1)
        let foot = parts[3].least(rows: rowsOf.3) + leastMiddle, lower = parts[2].least(rows: rowsOf.2) + foot
        let pieces = self.pieces
        let shape = division.shape
        let lastCells = rowsOf.3 * shape.tallFoot.count + rowsOf.4 * shape.middle.count
        let restCells = rowsOf.2 * shape.flatFoot.count + lastCells
        for place in ones {
            let one = flats[place]
            if one.excess + leastTall + lower >= slack { break }
            for place in twos {
                let two = talls[place]
                ways += 1
                if ways > effort.mostWays { return }
                let excess = one.excess + two.excess
                if excess + lower >= slack { break }
                let head = one.set.union(two.set), rest = all.subtracting(head)
                guard one.set.isDisjoint(with: two.set), mayHead(head),
                    excess + lower + pieces.depthOfRow(rest) * depth < slack, pieces.mayFill(restCells, rest)
                else { continue }
                guard
                    excess + (leastFoot?.of(rest) ?? feet.least(rows: rowsOf.2))
                        + (leastSide?.of(rest) ?? sides.least(rows: rowsOf.3))
                        + (leastOfMiddle?.of(rest) ?? leastMiddle) + pieces.depthOfRow(rest) * depth < slack
                else { continue }
                let upper = Head(first: one.set, second: two.set, high: high, low: low, excess: excess)
                for place in threes {
                    let three = feet[place]
                    ways += 1
                    if excess + three.excess + foot >= slack { break }
                    if !three.set.isSubset(of: rest) { continue }
                    let last = rest.subtracting(three.set)
                    let soFar = excess + three.excess + pieces.depthOfRow(three.set) * footDepth
                    let others = pieces.depthOfRow(last) * depth
                    guard soFar + foot + others < slack, pieces.mayFill(lastCells, last) else {
                        continue
                    }
                    for place in fours {
                        let four = sides[place]
                        ways += 1
                        if soFar + four.excess + others + leastMiddle >= slack { break }
                        if !four.set.isSubset(of: last) { continue }
                        let five = last.subtracting(four.set)
                        guard !five.isEmpty, pieces.stories(in: five) <= partStories else { continue }
                        let cost =
                            soFar + four.excess + others + pieces.leastCost(all.subtracting(five))
                            + table.least(five, columns: middle, rows: rowsOf.4)
                        if cost < limit { take(upper, division.shape, three.set, four.set, five, cost) }
                    }
                }
            }
        }
    }

    /// Charges the headlines that butt, and takes the page if it is still the best.
    private mutating func take(
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
        let cost =
            cost - least + entries.reduce(Cost.zero) { $0 + $1.cost } + butting(one, frames[0], two, frames[1])
            + butting(four, frames[3], five, frames[4])
        guard cost < limit else { return }
        limit = cost
        best = Found(cost: cost, parts: zip(frames, zip(sets, entries)).map { ($0, $1.0, $1.1) })
    }

    /// The cheapest fillings of two parts side by side, the headlines that meet at their upper corners charged.
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

    private func butting(_ a: GuillotineTable.Entry, _ one: GridRect, _ b: GuillotineTable.Entry, _ two: GridRect)
        -> Cost
    {
        one.columns.lowerBound < two.columns.lowerBound
            ? pieces.pricing.butting(a.right, b.left) : pieces.pricing.butting(b.right, a.left)
    }
}
