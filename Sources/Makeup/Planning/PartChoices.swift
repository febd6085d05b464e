/// What may stand in a part of a page that has so many columns: for every number of rows the sets of pieces that fill
/// it, the least dear first.
///
/// Dear is a set by what it costs there beyond the least that its pieces cost anywhere: as the parts of a page share all
/// its pieces, these excesses add up to how far the page is from the cheapest that there could be.
final class PartChoices {
    struct Key: Hashable {
        var width: Int
        /// The furniture that stands in it; no other does.
        var pinned: UInt32
    }

    struct Choice {
        var set: UInt32
        var excess: Double
    }

    private var choices: [[Choice]]
    /// For every number of rows the least excess of any set; infinite when none fills them.
    private(set) var least: [Double]
    /// For every number of rows the least excess of any set within each, once it is asked for; see `least(within:rows:)`.
    private let within: UnsafeMutableBufferPointer<UnsafeMutablePointer<Double>?>
    private let count: Int

    /// - Parameter stories: the most that a part may hold.
    init(_ key: Key, of all: UInt32, _ pieces: PlanPieces, _ costs: PlanTable.Costs, stories: Int) {
        choices = Array(repeating: [], count: costs.limit + 1)
        self.least = []
        within = .allocate(capacity: costs.limit + 1)
        within.initialize(repeating: nil)
        count = pieces.count
        let furniture = all & ~pieces.allStories
        for set in 1...all where set & ~all == 0 && set & furniture == key.pinned && pieces.stories(in: set) <= stories
        {
            let least = pieces.leastCost(set)
            for rows in costs.span(set, columns: key.width) {
                let cost = costs.least(set, columns: key.width, rows: rows)
                if cost < .infinity { choices[rows].append(Choice(set: set, excess: cost - least)) }
            }
        }
        for rows in choices.indices { choices[rows].sort { ($0.excess, $0.set) < ($1.excess, $1.set) } }
        self.least = choices.map { $0.first?.excess ?? .infinity }
    }

    deinit {
        for leasts in within { leasts?.deallocate() }
        within.deallocate()
    }

    /// With more pieces there are too many sets to look at each of them.
    private static let mostPieces = 10

    /// What the part costs at least when only pieces of a set stand in it.
    @inline(__always)
    func least(within set: UInt32, rows: Int) -> Double {
        if let leasts = within[rows] { return leasts[Int(set)] }
        return count <= Self.mostPieces ? leastWithin(rows)[Int(set)] : least[rows]
    }

    /// What this part and another cost at least together, which cannot both have the same pieces.
    func least(rows: Int, beside other: PartChoices, rows otherRows: Int) -> Double {
        guard count <= Self.mostPieces else { return least[rows] + other.least[otherRows] }
        var least = Double.infinity
        for choice in choices[rows] {
            if choice.excess + other.least[otherRows] >= least { break }
            least = min(least, choice.excess + other.least(within: ~choice.set & everything, rows: otherRows))
        }
        return least
    }

    private var everything: UInt32 { UInt32(1 << count) - 1 }

    private func leastWithin(_ rows: Int) -> UnsafeMutablePointer<Double> {
        let least = UnsafeMutableBufferPointer<Double>.allocate(capacity: 1 << count)
        least.initialize(repeating: .infinity)
        for choice in choices[rows] { least[Int(choice.set)] = choice.excess }
        for piece in 0..<count {
            let own = 1 << piece
            for set in least.indices where set & own != 0 { least[set] = min(least[set], least[set ^ own]) }
        }
        within[rows] = least.baseAddress
        return least.baseAddress!
    }

    subscript(rows: Int) -> [Choice] { choices[rows] }
}
