internal import Layouts

/// The sets of pieces that fill a part of a page, for every number of rows. The number of columns is fixed.
///
/// Each set has an excess: its cost in the part beyond the least costs of its pieces anywhere. Every piece is in one
/// part of the page, so the excesses of the parts add up to the excess of the page over the cheapest possible one.
final class PartChoices {
    struct Key: Hashable {
        /// The number of columns of the part.
        var width: Int
        /// The furniture in the part. All other furniture is in other parts.
        var pinned: StorySet
    }

    struct Choice {
        var set: StorySet
        var excess: Cost
    }

    /// The choices in order of their rows, and the index at which the choices for each number of rows begin.
    private let choices: SearchArray<Choice>
    private let starts: SearchArray<Int>
    /// The least excess of any set for every number of rows; unreachable if no set fills them.
    private let leasts: SearchArray<Cost>
    /// The least excess of the subsets of each set, for every number of rows; empty before `prepare(rows:)` is called.
    ///
    /// The values are floating-point numbers, which represent them exactly. Most processors compute several minimums of
    /// such numbers at once.
    private let within: SearchArray<SearchArray<Double>>
    /// The number of pieces on the page.
    private let count: Int

    /// - Parameters:
    ///   - all: the pieces to choose from.
    ///   - stories: the greatest number of stories in a part.
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

    /// The indices of the choices for a number of rows, in order of increasing excess.
    func places(_ rows: Int) -> Range<Int> { starts[rows]..<starts[rows + 1] }

    /// The choice at an index.
    subscript(place: Int) -> Choice { choices[place] }

    /// The least excess of the part in a number of rows; unreachable if no set fills them.
    @inline(__always)
    func least(rows: Int) -> Cost { leasts[rows] }

    /// The least excess of the part if it holds only pieces of a set. If the page has many pieces, it is the least
    /// excess of any set, which is a lower bound. Call `prepare(rows:)` first.
    @inline(__always)
    func least(within set: StorySet, rows: Int) -> Cost {
        count > Self.mostPieces ? leasts[rows] : Cost(millionths: Int(within[rows][set.index]))
    }

    /// The least excess of this part and another together. No piece is in both parts.
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

    /// The greatest number of pieces for which the least excess within each set is computed. More pieces have too many
    /// sets.
    private static let mostPieces = 10

    /// Computes the least excess within each set for a number of rows, unless it is already computed. The innermost
    /// loops then only read it.
    func prepare(rows: Int) {
        guard count <= Self.mostPieces, within[rows].count == 0 else { return }
        let least = SearchArray(repeating: Double(Cost.unreachable.millionths), count: 1 << count)
        for place in places(rows) { least[choices[place].set.index] = Double(choices[place].excess.millionths) }
        least.lowerToLeastWithin()
        within[rows] = least
    }
}
