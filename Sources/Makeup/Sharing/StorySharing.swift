/// The cheapest way to share stories between places, each of which has its price for every set of them (dynamic
/// programming over places).
enum StorySharing {
    /// - Parameter costs: for each place the cost of every set, infinite where it cannot hold the set; the empty set's
    ///   is what leaving the place empty costs.
    /// - Returns: each place's set, and the sum; nil when no way takes all stories.
    static func best(costs: [[Double]], stories count: Int) -> (sets: [UInt32], cost: Double)? {
        let all = UInt32(1 << count) - 1
        var best = [Double](repeating: .infinity, count: 1 << count)
        best[0] = 0
        var choices: [[UInt32]] = []
        for place in costs.reversed() {
            var next = [Double](repeating: .infinity, count: 1 << count)
            var choice = [UInt32](repeating: 0, count: 1 << count)
            for set in 0...all {
                var part = set
                while true {
                    let cost = place[Int(part)] + best[Int(set ^ part)]
                    if cost < next[Int(set)] {
                        next[Int(set)] = cost
                        choice[Int(set)] = part
                    }
                    if part == 0 { break }
                    part = (part - 1) & set
                }
            }
            best = next
            choices.append(choice)
        }
        guard best[Int(all)] < .infinity else { return nil }
        var rest = all
        let sets = choices.reversed().map { choice in
            let part = choice[Int(rest)]
            rest ^= part
            return part
        }
        return (sets, best[Int(all)])
    }
}
