public import Layouts

/// Plans a page: finds the dummy of least cost that fills it to the last row with all its stories.
///
/// Rectangles that hold nothing fixed are looked up in a `PlanTable`. Round what is fixed (masthead, ear, areas that
/// the layout gives to a story by hand) the page is cut by the same two cuts; and at the page's own level a third way
/// is weighed, the pinwheel, in which four parts turn about a fifth so that no gutter or rule runs right through.
public struct PagePlanner {
    let table: PlanTable
    let fixed: [GridRect]
    let columns: Int
    let rows: Int

    /// Corner headlines kept apart in the table: all for a small page, the best few for a large one.
    private static func kept(stories: Int) -> Int { stories <= 7 ? 12 : 3 }

    /// - Parameters:
    ///   - ranks: each story's.
    ///   - shelves: each story's variants in 1, 2 … columns.
    ///   - fixed: rectangles of the page that are taken.
    public init(ranks: [Int], shelves: [[VariantShelf]], fixed: [GridRect], columns: Int, rows: Int) {
        let stories = PlanStories(ranks: ranks, shelves: shelves)
        table = PlanTable(stories, columns: columns, rows: rows, kept: Self.kept(stories: ranks.count))
        self.fixed = fixed
        self.columns = columns
        self.rows = rows
    }

    /// The best dummy with all stories; nil when nothing fills the page.
    public func plan() -> Dummy? {
        plan(UInt32(1 << table.stories.count) - 1)
    }

    /// The best dummy with the stories of a set.
    func plan(_ set: UInt32) -> Dummy? {
        var search = PlanSearch(table: table, fixed: fixed, columns: columns, rows: rows)
        guard let best = search.page(set) else { return nil }
        var placements: [Dummy.Placement] = []
        for piece in best.pieces {
            table.read(piece.set, columns: piece.cells.columns, rows: piece.cells.rows, place: piece.place, into: &placements)
        }
        return Dummy(placements: placements, cost: best.cost)
    }
}
