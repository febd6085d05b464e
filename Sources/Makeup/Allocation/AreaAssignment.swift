internal import Copy
internal import Layouts

/// Which stories of a pool the areas of its pages claim, before the rest is shared out.
struct AreaAssignment {
    /// For each page the stories of its areas, in the areas' order.
    private(set) var claimed: [[Int]]
    /// The stories that no area claims.
    let left: [Int]
    /// The pages' layouts, whose areas now name their stories.
    private(set) var layouts: [Layout]

    /// - Parameter candidates: the stories as areas choose by them, when they have more to go by than the copy's order.
    init(layouts: [Layout], among count: Int, _ candidates: () -> [AreaChoice.Candidate]) {
        let areas = layouts.indices.flatMap { page in
            layouts[page].makeup == .auto ? [] : layouts[page].areas.indices.map { (page: page, area: $0) }
        }
        let candidates = candidates()
        let choice = AreaChoice(areas.map { layouts[$0.page].areas[$0.area].story }, among: count) { candidates }
        left = choice.left
        claimed = layouts.map { _ in [] }
        self.layouts = layouts
        for (place, index) in zip(areas, choice.chosen) {
            guard let index else { continue }
            claimed[place.page].append(index)
            self.layouts[place.page].areas[place.area].story = .id(candidates[index].article.id)
        }
    }
}
