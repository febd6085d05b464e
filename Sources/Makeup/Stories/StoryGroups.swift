internal import Layouts

/// Groups of small stories, so that a page of many stories is planned like one of few. The planner's work doubles with
/// every story, and small stories are next to each other on a page anyway.
///
/// The planner treats a group as a story. The placements inside a group come from a small table of its own.
struct StoryGroups {
    /// The stories of each group, in the order of the copy. Most groups have one story.
    let members: [[Int]]
    private let tables: [GuillotineTable?]
    /// The rank and the variants of each group, as input of the planner.
    let ranks: [Int]
    let variants: [[WidthVariants]]

    /// The most groups. Stories are paired until there are no more than this.
    static let mostGroups = 10

    /// - Parameters:
    ///   - columns, rows: the size of the page.
    ///   - most: the most groups.
    init(
        ranks: [Int], variants: [[WidthVariants]], columns: Int, rows: Int, most: Int = mostGroups, prices: Prices
    ) {
        let members = Self.groups(ranks: ranks, variants: variants, most: most)
        self.members = members
        tables = members.map { group in
            guard group.count > 1 else { return nil }
            let problem = PlanProblem(
                ranks: group.map { ranks[$0] }, variants: group.map { variants[$0] }, fixed: [], columns: columns,
                rows: rows, prices: prices)
            return GuillotineTable(problem, columns: columns, rows: rows, budget: .exhaustive)
        }
        self.ranks = members.map { group in group.map { ranks[$0] }.min()! }
        self.variants = zip(members, tables).map { group, table in
            guard let table else { return variants[group[0]] }
            return Self.variants(of: table, columns: columns, rows: rows)
        }
    }

    /// The stories of a page in groups: the smallest stories of the lowest ranks are paired, then pairs of pairs.
    private static func groups(ranks: [Int], variants: [[WidthVariants]], most: Int) -> [[Int]] {
        let cells = variants.map { $0.compactMap(\.variants.extent?.cells.lowerBound).min() ?? 0 }
        var groups = ranks.indices.map { [$0] }
        func weight(_ group: [Int]) -> Int { group.reduce(0) { $0 + cells[$1] } }
        // The lead stays by itself, and so do fillers, which have no rank.
        while groups.count > most {
            let smallest = groups.indices
                .filter { groups[$0].allSatisfy { ranks[$0] > 1 } }
                .sorted { (weight(groups[$0]), $0) < (weight(groups[$1]), $1) }
                .prefix(2).sorted()
            guard smallest.count == 2 else { return groups }
            groups[smallest[0]] = (groups[smallest[0]] + groups[smallest[1]]).sorted()
            groups.remove(at: smallest[1])
        }
        return groups
    }

    private static func variants(of table: GuillotineTable, columns: Int, rows: Int) -> [WidthVariants] {
        (1...columns).map { width in
            var own = WidthVariants(headlines: [])
            for height in 1...rows {
                guard let entry = table.best(table.problem.all, columns: width, rows: height) else { continue }
                own.variants.insert(
                    Variant(
                        columns: width, rows: height, headline: 0, length: 0, photo: nil, bodyRows: 0, spareRows: 0,
                        white: 0, cost: entry.cost))
            }
            return own
        }
    }

    /// The placements of the stories inside the placements of their groups.
    func resolved(_ placements: [Dummy.Placement]) -> [Dummy.Placement] {
        placements.flatMap { placement -> [Dummy.Placement] in
            guard members.indices.contains(placement.story) else { return [placement] }
            let group = members[placement.story]
            guard let table = tables[placement.story] else {
                var own = placement
                own.story = group[0]
                return [own]
            }
            return table.placements(of: table.problem.all, in: placement.cells).map {
                var own = $0
                own.story = group[$0.story]
                return own
            }
        }
    }
}
