internal import Copy
internal import Layouts

/// Which stories of a pool the areas of its pages claim, before the rest is shared out.
struct AreaClaims {
    /// For each page the stories of its areas, in the areas' order.
    private(set) var claimed: [[Int]]
    /// The stories that no area claims.
    private(set) var left: [Int]
    /// The pages' layouts, whose areas now name their stories.
    private(set) var layouts: [Layout]

    init(layouts: [Layout], articles: [Article]) {
        left = Array(articles.indices)
        claimed = layouts.map { _ in [] }
        self.layouts = layouts
        for page in layouts.indices where layouts[page].makeup != .auto {
            for area in layouts[page].areas.indices {
                guard
                    let index = layouts[page].areas[area].story.choice(from: left, id: { articles[$0].id })
                else { continue }
                left.removeAll { $0 == index }
                claimed[page].append(index)
                self.layouts[page].areas[area].story = .id(articles[index].id)
            }
        }
    }
}

extension Area.Selector {
    /// The story that an area takes, of those that are left.
    func choice(from left: [Int], id: (Int) -> String) -> Int? {
        switch self {
        case .number(let number): left.first { $0 == number - 1 }
        case .id(let name): left.first { id($0) == name }
        case .next: left.first
        }
    }
}
