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
    private let choices: UnsafeMutableBufferPointer<Choice>
    private let starts: UnsafeMutableBufferPointer<Int>
    /// For every number of rows the least excess of any set; unreachable when none fills them.
    let least: UnsafeMutableBufferPointer<Cost>
    /// For every number of rows the least excess of any set within each, once it is asked for; see `least(within:rows:)`.
    ///
    /// They are kept as floating-point numbers, which hold them exactly: most processors take the minimum of several of
    /// those at once.
    private let within: UnsafeMutableBufferPointer<UnsafeMutablePointer<Double>?>
    private let count: Int

    /// - Parameter stories: the most that a part may hold.
    init(_ key: Key, of all: StorySet, _ pieces: PlanProblem, _ costs: GuillotineTable.Costs, stories: Int) {
        let rows = costs.limit + 1
        count = pieces.count
        within = .allocate(capacity: rows)
        within.initialize(repeating: nil)
        least = .allocate(capacity: rows)
        least.initialize(repeating: .unreachable)
        starts = .allocate(capacity: rows + 1)
        starts.initialize(repeating: 0)
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
        let starts = starts, least = least
        forEach { rows, choice in
            starts[rows + 1] += 1
            least[rows] = min(least[rows], choice.excess)
        }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        choices = .allocate(capacity: starts[rows])
        let choices = choices
        var ends = Array(starts)
        forEach { rows, choice in
            choices.initializeElement(at: ends[rows], to: choice)
            ends[rows] += 1
        }
        for row in 0..<rows where starts[row + 1] - starts[row] > 1 {
            choices[starts[row]..<starts[row + 1]].sort { ($0.excess, $0.set.bits) < ($1.excess, $1.set.bits) }
        }
    }

    deinit {
        for leasts in within { leasts?.deallocate() }
        within.deallocate()
        least.deallocate()
        starts.deallocate()
        choices.deallocate()
    }

    /// With more pieces there are too many sets to look at each of them.
    private static let mostPieces = 10

    /// What the part costs at least when only pieces of a set stand in it.
    @inline(__always)
    func least(within set: StorySet, rows: Int) -> Cost {
        if let leasts = within[rows] { return Cost(exactly: leasts[set.index]) }
        return count <= Self.mostPieces ? Cost(exactly: leastWithin(rows)[set.index]) : least[rows]
    }

    /// What this part and another cost at least together, which cannot both have the same pieces.
    func least(rows: Int, beside other: PartChoices, rows otherRows: Int) -> Cost {
        guard count <= Self.mostPieces else { return least[rows] + other.least[otherRows] }
        var least = Cost.unreachable
        for choice in self[rows] {
            if choice.excess + other.least[otherRows] >= least { break }
            least = min(least, choice.excess + other.least(within: everything.subtracting(choice.set), rows: otherRows))
        }
        return least
    }

    private var everything: StorySet { .first(count) }

    private func leastWithin(_ rows: Int) -> UnsafeMutablePointer<Double> {
        let least = UnsafeMutableBufferPointer<Double>.allocate(capacity: 1 << count)
        least.initialize(repeating: Double(Cost.unreachable.millionths))
        for choice in self[rows] { least[choice.set.index] = Double(choice.excess.millionths) }
        for piece in 0..<count {
            let own = 1 << piece
            // Sets with the piece stand behind those without it.
            for first in stride(from: own, to: 1 << count, by: 2 * own) {
                let with = least.baseAddress! + first, without = with - own
                for set in 0..<own { with[set] = min(with[set], without[set]) }
            }
        }
        within[rows] = least.baseAddress
        return least.baseAddress!
    }

    /// What may stand in so many rows, as long as the part is kept.
    subscript(rows: Int) -> UnsafeMutableBufferPointer<Choice> {
        UnsafeMutableBufferPointer(rebasing: choices[starts[rows]..<starts[rows + 1]])
    }
}

extension Cost {
    /// - Parameter millionths: a whole number of them.
    @inline(__always)
    fileprivate init(exactly millionths: Double) { self.init(millionths: Int(millionths)) }
}
