internal import Layouts

/// The sets of pieces that fill a part of a page of so many columns, for every number of rows.
///
/// Each set has its excess: what it costs there beyond the least that its pieces cost anywhere. The parts of a page share
/// all its pieces, so their excesses add up to how far the page is from the cheapest that there could be.
final class PartChoices {
    struct Key: Hashable {
        /// The part's columns.
        var width: Int
        /// The furniture that stands in the part; no other does.
        var pinned: StorySet
    }

    struct Choice {
        var set: StorySet
        var excess: Cost
    }

    /// Those of each number of rows after those of fewer, and where each number's begin.
    private let choices: SearchArray<Choice>
    private let starts: SearchArray<Int>
    /// For every number of rows the least excess of any set; unreachable when none fills them.
    private let leasts: SearchArray<Cost>
    /// For every number of rows the least excess of any set within each set; empty until `prepare(rows:)`.
    ///
    /// They are kept as floating-point numbers, which hold them exactly: most processors take the minimum of several of
    /// those at once.
    private let within: SearchArray<SearchArray<Double>>
    /// How many pieces the page has.
    private let count: Int

    /// - Parameters:
    ///   - all: the pieces to choose from.
    ///   - stories: the most that a part may hold.
    init(_ key: Key, of all: StorySet, _ table: GuillotineTable, stories: Int) {
        let problem = table.problem, rows = table.rows + 1
        count = problem.count
        within = SearchArray(count: rows) { SearchArray() }
        let leasts = SearchArray(repeating: Cost.unreachable, count: rows)
        let starts = SearchArray(repeating: 0, count: rows + 1)
        let furniture = all.subtracting(problem.allStories)
        let sets = all.subsets.filter { set in
            !set.isEmpty && set.intersection(furniture) == key.pinned && problem.stories(in: set) <= stories
        }
        func forEach(_ body: (_ rows: Int, Choice) -> Void) {
            for set in sets {
                let least = problem.leastCost(set)
                table.forEachLeast(set, columns: key.width) { rows, cost in
                    if cost.isReachable { body(rows, Choice(set: set, excess: cost - least)) }
                }
            }
        }
        forEach { rows, choice in
            starts[rows + 1] += 1
            leasts[rows] = min(leasts[rows], choice.excess)
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
        self.leasts = leasts
        self.starts = starts
        self.choices = choices
    }

    /// The places of the choices for so many rows, the one of least excess first.
    func places(_ rows: Int) -> Range<Int> { starts[rows]..<starts[rows + 1] }

    /// The choice at one of those places.
    subscript(place: Int) -> Choice { choices[place] }

    /// The least excess of the part in so many rows; unreachable when nothing fills them.
    @inline(__always)
    func least(rows: Int) -> Cost { leasts[rows] }

    /// The least excess of the part when it only holds pieces of a set. Where the page has many pieces it is that of any
    /// set, which is no more. `prepare(rows:)` comes first.
    @inline(__always)
    func least(within set: StorySet, rows: Int) -> Cost {
        count > Self.mostPieces ? leasts[rows] : Cost(millionths: Int(within[rows][set.index]))
    }

    /// The least excess of this part and another, which do not both hold the same pieces.
    func least(rows: Int, beside other: PartChoices, rows otherRows: Int) -> Cost {
        let leastOfOther = other.leasts[otherRows]
        guard count <= Self.mostPieces else { return leasts[rows] + leastOfOther }
        let everything = StorySet.first(count)
        var least = Cost.unreachable
        for place in places(rows) {
            let choice = choices[place]
            if choice.excess + leastOfOther >= least { break }
            other.prepare(rows: otherRows)
            let others = everything.subtracting(choice.set)
            least = min(least, choice.excess + other.least(within: others, rows: otherRows))
        }
        return least
    }

    /// With more pieces there are too many sets.
    private static let mostPieces = 10

    /// Finds the least excess within each set for so many rows, if that has not been done. The innermost loops then only
    /// read it.
    func prepare(rows: Int) {
        guard count <= Self.mostPieces, within[rows].count == 0 else { return }
        let least = SearchArray(repeating: Double(Cost.unreachable.millionths), count: 1 << count)
        for place in places(rows) { least[choices[place].set.index] = Double(choices[place].excess.millionths) }
        least.lowerToLeastWithin()
        within[rows] = least
    }
}
