internal import Layouts

/// A cache of stepped variants. A page is tried with many sets of stories, so the search asks for the same story with
/// the same step many times.
final class StepCache {
    private let problem: PlanProblem
    /// The index of each variant in `variants`; negative if a story has none.
    private var places: [UInt64: Int] = [:]
    private var variants: [Variant] = []

    init(_ problem: PlanProblem) { self.problem = problem }

    /// The cost of a story's cheapest form in a rectangle with a given step; unreachable if its lines do not fill the
    /// legs.
    func cost(_ story: Int, _ cells: GridRect, _ step: LegStep) -> Cost {
        let place = place(story, cells, step)
        return place < 0 ? .unreachable : variants[place].cost
    }

    /// The cheapest form of a story in a rectangle with a given step; nil if its lines do not fill the legs.
    func variant(_ story: Int, _ cells: GridRect, _ step: LegStep) -> Variant? {
        let place = place(story, cells, step)
        return place < 0 ? nil : variants[place]
    }

    private func place(_ story: Int, _ cells: GridRect, _ step: LegStep) -> Int {
        let key = Self.key(story, cells, step)
        if let place = places[key] { return place }
        let variant = problem.variants[story][cells.columns.count - 1].stepped?.variant(
            rows: cells.rows.count, step: step)
        if let variant { variants.append(variant) }
        let place = variant == nil ? -1 : variants.count - 1
        places[key] = place
        return place
    }

    /// Everything that the form depends on, packed into one integer. A page has fewer than 2,048 rows and 128 columns.
    private static func key(_ story: Int, _ cells: GridRect, _ step: LegStep) -> UInt64 {
        let module = story << 7 | cells.columns.count
        let legs = (module << 11 | cells.rows.count) << 7 | step.columns
        return UInt64((legs << 11 | step.rows) << 1 | (step.isAtLeft ? 1 : 0))
    }
}
