/// What may stand in a part of a page that has so many columns: for every number of rows the sets of pieces that fill it,
/// the cheapest first, or those first that cost least more than their pieces have to cost anywhere.
struct PartChoices {
    struct Key: Hashable {
        var width: Int
        /// The furniture that stands in it; no other does.
        var pinned: UInt32
    }

    struct Choice {
        var set: UInt32
        var cost: Double
        /// What it costs beyond the least costs of its pieces.
        var excess: Double
    }

    enum Order { case byCost, byExcess }

    private var choices: [[Choice]]

    /// - Parameter stories: the most that a part may hold.
    init(
        _ key: Key, of all: UInt32, _ pieces: PlanPieces, _ costs: PlanTable.Costs, stories: Int, _ order: Order
    ) {
        choices = Array(repeating: [], count: costs.limit + 1)
        let furniture = all & ~pieces.allStories
        for set in 1...all where set & ~all == 0 && set & furniture == key.pinned && pieces.stories(in: set) <= stories
        {
            for rows in costs.span(set, columns: key.width) {
                let cost = costs.least(set, columns: key.width, rows: rows)
                guard cost < .infinity else { continue }
                choices[rows].append(Choice(set: set, cost: cost, excess: cost - pieces.leastCost(set)))
            }
        }
        for rows in choices.indices {
            switch order {
            case .byCost: choices[rows].sort { ($0.cost, $0.set) < ($1.cost, $1.set) }
            case .byExcess: choices[rows].sort { ($0.excess, $0.set) < ($1.excess, $1.set) }
            }
        }
    }

    subscript(rows: Int) -> [Choice] { choices[rows] }

    /// The least that any stories cost in so many rows; infinite when none fill them.
    func least(rows: Int) -> Double { choices[rows].first?.cost ?? .infinity }

    /// The least that any cost beyond what they cost anywhere.
    func leastExcess(rows: Int) -> Double { choices[rows].first?.excess ?? .infinity }
}
