internal import Layouts

/// The cheapest ways to divide stories among places, each of which has a cost for every set of them (dynamic programming
/// over places, then best-first search).
struct PartitionSearch {
    private let costs: [[Cost]]
    private let all: StorySet
    /// For each place and set, the least cost of dividing the set among this place and those after it. Nothing may be
    /// left after the last place.
    private let least: [[Cost]]

    /// The set of each place, and the total cost.
    struct Way {
        var sets: [StorySet]
        var cost: Cost
    }

    /// - Parameter costs: for each place, the cost of every set; unreachable if the place cannot hold the set. The cost
    ///   of the empty set is that of leaving the place empty.
    init(costs: [[Cost]], stories count: Int) {
        self.costs = costs
        all = .first(count)
        var behind = [Cost](repeating: .unreachable, count: 1 << count)
        behind[0] = .zero
        var least = [behind]
        for place in costs.reversed() {
            behind = all.subsets.map { set in
                set.descendingSubsets.reduce(.unreachable) {
                    min($0, place[$1.index] + behind[set.subtracting($1).index])
                }
            }
            least.insert(behind, at: 0)
        }
        self.least = least
    }

    /// The best way; nil when no way takes all stories.
    static func best(costs: [[Cost]], stories count: Int) -> Way? {
        PartitionSearch(costs: costs, stories: count).ways(1).first
    }

    /// The cheapest ways, the best first.
    func ways(_ most: Int) -> [Way] {
        var found: [Way] = []
        // Places are filled in order. The least cost of the remaining places is known, so the search always extends the
        // most promising partial way.
        var open = [(way: Way(sets: [], cost: .zero), rest: all, bound: least[0][all.index])]
        while found.count < most, let next = open.indices.min(by: { open[$0].bound < open[$1].bound }) {
            let (way, rest, bound) = open.remove(at: next)
            if !bound.isReachable { break }
            let place = way.sets.count
            if place == costs.count {
                found.append(way)
                continue
            }
            for part in rest.descendingSubsets {
                let others = rest.subtracting(part)
                let cost = way.cost + costs[place][part.index], behind = least[place + 1][others.index]
                guard (cost + behind).isReachable else { continue }
                open.append((Way(sets: way.sets + [part], cost: cost), others, cost + behind))
            }
        }
        return found
    }
}
