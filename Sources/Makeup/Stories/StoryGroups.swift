internal import Layouts

/// Groups of small stories, so that a page of many stories is planned like one of few. The planner's work doubles with
/// every story, and small stories are next to each other on a page anyway.
///
/// The planner treats a group as a story. The placements inside a group come from a small table of its own.
struct StoryGroups {
    private let groups: [Group]
    /// The rank and the variants of each group, as input of the planner.
    let ranks: [Int]
    let variants: [[WidthVariants]]

    /// How coarse the groups are.
    struct Size {
        /// The most groups. Stories are paired until there are no more than this.
        var mostGroups: Int
        /// The most stories that the table of a group has one by one. A larger group has the groups that it was made from
        /// as pieces: its table never has more than this, however many stories a page has.
        var mostInTable: Int

        static let usual = Size(mostGroups: 10, mostInTable: 6)
        /// For a plan that has to be found with little work.
        static let coarse = Size(mostGroups: 5, mostInTable: 2)
        /// Each story by itself, for costs of every set of stories. The caller limits their number.
        static let single = Size(mostGroups: .max, mostInTable: 1)
    }

    /// The stories of each group, in the order of the copy. Most groups have one story.
    var members: [[Int]] { groups.map(\.members) }

    /// - Parameters:
    ///   - columns, rows: the size of the page.
    init(
        ranks: [Int], variants: [[WidthVariants]], columns: Int, rows: Int, grouped size: Size = .usual, prices: Prices,
        _ meter: SearchMeter
    ) {
        let cells = variants.map { $0.compactMap(\.variants.extent?.cells.lowerBound).min() ?? 0 }
        var groups = ranks.indices.map { Group(story: $0, rank: ranks[$0], cells: cells[$0]) }
        while groups.count > size.mostGroups, let (one, two) = Self.pair(of: groups) {
            groups[one] = Group(groups[one], groups[two], mostInTable: size.mostInTable)
            groups.remove(at: two)
        }
        self.groups = groups.map { $0.withTable(variants, columns: columns, rows: rows, prices, meter) }
        self.ranks = groups.map(\.rank)
        self.variants = self.groups.map { $0.variants(variants, columns: columns, rows: rows) }
    }

    /// The two groups to join: the smallest that do not have rank 1, or else the smallest beside the lead. Fillers, which
    /// have no rank, stay by themselves.
    private static func pair(of groups: [Group]) -> (Int, Int)? {
        let lead = groups.indices.filter { groups[$0].rank > 0 }.min { groups[$0].rank < groups[$1].rank }
        let others = groups.indices.filter { groups[$0].rank > 0 && $0 != lead }
        for candidates in [others.filter { groups[$0].rank > 1 }, others] {
            let smallest = candidates.sorted { (groups[$0].cells, $0) < (groups[$1].cells, $1) }.prefix(2).sorted()
            if smallest.count == 2 { return (smallest[0], smallest[1]) }
        }
        return nil
    }

    /// The placements of the stories inside the placements of their groups.
    func resolved(_ placements: [Dummy.Placement]) -> [Dummy.Placement] {
        placements.flatMap { placement in
            groups.indices.contains(placement.story) ? groups[placement.story].resolved(placement) : [placement]
        }
    }
}

/// Stories that are next to each other on the page.
private struct Group {
    /// The stories, in the order of the copy.
    var members: [Int]
    /// The rank of the group's best story.
    var rank: Int
    /// The fewest cells that the stories take together.
    var cells: Int
    /// What the group's table is made of, in the order of the copy; none of a single story.
    private var pieces: [Group] = []
    private var table: GuillotineTable?

    init(story: Int, rank: Int, cells: Int) { (members, self.rank, self.cells) = ([story], rank, cells) }

    init(_ one: Group, _ two: Group, mostInTable: Int) {
        members = (one.members + two.members).sorted()
        rank = min(one.rank, two.rank)
        cells = one.cells + two.cells
        let isFlat = members.count <= mostInTable
        pieces = (isFlat ? one.flat + two.flat : [one, two]).sorted { $0.members[0] < $1.members[0] }
    }

    /// The group's pieces, or the group itself if it is a story.
    private var flat: [Group] { pieces.isEmpty ? [self] : pieces }

    func withTable(
        _ variants: [[WidthVariants]], columns: Int, rows: Int, _ prices: Prices, _ meter: SearchMeter
    ) -> Group {
        guard !pieces.isEmpty else { return self }
        var group = self
        group.pieces = pieces.map { $0.withTable(variants, columns: columns, rows: rows, prices, meter) }
        let problem = PlanProblem(
            ranks: pieces.map(\.rank),
            variants: group.pieces.map { $0.variants(variants, columns: columns, rows: rows) }, fixed: [],
            columns: columns, rows: rows, prices: prices)
        group.table = GuillotineTable(problem, columns: columns, rows: rows, budget: .exhaustive, meter)
        return group
    }

    /// The variants of the group, from its table, or those of its story.
    func variants(_ variants: [[WidthVariants]], columns: Int, rows: Int) -> [WidthVariants] {
        guard let table else { return variants[members[0]] }
        return (1...columns).map { width in
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

    /// The placements of the stories in a placement of the group.
    func resolved(_ placement: Dummy.Placement) -> [Dummy.Placement] {
        guard let table else {
            var own = placement
            own.story = members[0]
            return [own]
        }
        return table.placements(of: table.problem.all, in: placement.cells).flatMap { pieces[$0.story].resolved($0) }
    }
}
