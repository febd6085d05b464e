internal import Layouts

/// What may stand in a part of a page that has so many columns: for every number of rows the sets of pieces that fill
/// it, the least dear first.
///
/// Dear is a set by what it costs there beyond the least that its pieces cost anywhere: as the parts of a page share all
/// its pieces, these excesses add up to how far the page is from the cheapest that there could be.
final class PartChoices {
    struct Key: Hashable {
        var width: Int
        /// The furniture that stands in it; no other does.
        var pinned: StorySet
    }

    struct Choice {
        var set: StorySet
        var excess: Cost
    }

    /// Those of each number of rows behind those of fewer, and where each number's begin.
    private let choices: SearchArray<Choice>
    private let starts: SearchArray<Int>
    /// For every number of rows the least excess of any set; unreachable when none fills them.
    private let leasts: SearchArray<Cost>
    /// For every number of rows the same within each set, once it is asked for.
    private let within: SearchArray<LeastWithin?>
    private let count: Int

    /// - Parameter stories: the most that a part may hold.
    init(_ key: Key, of all: StorySet, _ pieces: PlanProblem, _ costs: GuillotineTable, stories: Int) {
        let rows = costs.limit + 1
        count = pieces.count
        within = SearchArray(repeating: nil, count: rows)
        let least = SearchArray(repeating: Cost.unreachable, count: rows)
        let starts = SearchArray(repeating: 0, count: rows + 1)
        let furniture = all.subtracting(pieces.allStories)
        let sets = all.subsets.filter { set in
            !set.isEmpty && set.intersection(furniture) == key.pinned && pieces.stories(in: set) <= stories
        }
        func forEach(_ look: (_ rows: Int, Choice) -> Void) {
            for set in sets {
                let least = pieces.leastCost(set)
                costs.forEachLeast(set, columns: key.width) { rows, cost in
                    if cost.isReachable { look(rows, Choice(set: set, excess: cost - least)) }
                }
            }
        }
        forEach { rows, choice in
            starts[rows + 1] += 1
            least[rows] = min(least[rows], choice.excess)
        }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        let choices = SearchArray(repeating: Choice(set: .empty, excess: .zero), count: starts[rows])
        var ends = starts.indices.map { starts[$0] }
        forEach { rows, choice in
            choices[ends[rows]] = choice
            ends[rows] += 1
        }
        for row in 0..<rows where starts[row + 1] - starts[row] > 1 {
            choices.sort(starts[row]..<starts[row + 1]) { ($0.excess, $0.set.bits) < ($1.excess, $1.set.bits) }
        }
        leasts = least
        self.starts = starts
        self.choices = choices
    }

    /// With more pieces there are too many sets to look at each of them.
    private static let mostPieces = 10

    /// What the part costs at least; unreachable when nothing fills so many rows.
    @inline(__always)
    func least(rows: Int) -> Cost { leasts[rows] }

    /// What the part costs at least when only pieces of a set stand in it.
    @inline(__always)
    func least(within set: StorySet, rows: Int) -> Cost {
        leastWithin(rows)?.of(set) ?? leasts[rows]
    }

    /// The least excess of any set within each set, for one number of rows.
    ///
    /// They are kept as floating-point numbers, which hold them exactly: most processors take the minimum of several of
    /// those at once.
    final class LeastWithin {
        private let leasts: SearchArray<Double>

        fileprivate init(_ leasts: consuming SearchArray<Double>) { self.leasts = leasts }

        @inline(__always)
        func of(_ set: StorySet) -> Cost { Cost(millionths: Int(leasts[set.index])) }
    }

    /// Nil where there are too many sets to look at each of them.
    func leastWithin(_ rows: Int) -> LeastWithin? {
        if let known = within[rows] { return known }
        guard count <= Self.mostPieces else { return nil }
        let least = SearchArray(repeating: Double(Cost.unreachable.millionths), count: 1 << count)
        for place in places(rows) { least[choices[place].set.index] = Double(choices[place].excess.millionths) }
        least.lowerToLeastWithin()
        let made = LeastWithin(least)
        within[rows] = made
        return made
    }

    /// What this part and another cost at least together, which cannot both have the same pieces.
    func least(rows: Int, beside other: PartChoices, rows otherRows: Int) -> Cost {
        guard count <= Self.mostPieces else { return leasts[rows] + other.leasts[otherRows] }
        var least = Cost.unreachable
        let leastOfOther = other.leasts[otherRows]
        for place in places(rows) {
            let choice = choices[place]
            if choice.excess + leastOfOther >= least { break }
            least = min(least, choice.excess + other.least(within: everything.subtracting(choice.set), rows: otherRows))
        }
        return least
    }

    private var everything: StorySet { .first(count) }

    /// Where the choices for so many rows are, the least dear first.
    func places(_ rows: Int) -> Range<Int> { starts[rows]..<starts[rows + 1] }

    /// The choice at one of those places.
    subscript(place: Int) -> Choice { choices[place] }
}
