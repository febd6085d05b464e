/// What may stand in a part of a page that has so many columns: for every number of rows the sets of pieces that fill
/// it, the least dear first.
///
/// Dear is a set by what it costs there beyond the least that its pieces cost anywhere: as the parts of a page share all
/// its pieces, these excesses add up to how far the page is from the cheapest that there could be.
struct PartChoices {
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

    /// - Parameter stories: the most that a part may hold.
    init(_ key: Key, of all: UInt32, _ pieces: PlanPieces, _ costs: PlanTable.Costs, stories: Int) {
        choices = Array(repeating: [], count: costs.limit + 1)
        self.least = []
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

    subscript(rows: Int) -> [Choice] { choices[rows] }
}
