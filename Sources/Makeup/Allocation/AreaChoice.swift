internal import Copy
internal import Layouts

/// The choice of a story for each area. Areas that name a story choose first, then areas with a rule, then areas that
/// take the next story. Areas of the same kind choose in reading order.
struct AreaChoice {
    /// For each area, the index of its story in the copy; nil when there is none for it.
    private(set) var chosen: [Int?]
    /// The indices of the stories that no area takes.
    private(set) var left: [Int]

    /// The properties of a story that areas choose by.
    struct Candidate {
        var article: Article
        var hasPhotos: Bool
        var rank: Int
    }

    /// - Parameter candidates: returns the stories; called only if some area does not simply take the next story.
    init(_ selectors: [Area.Selector], among count: Int, _ candidates: () -> [Candidate]) {
        var left = Array(0..<count)
        var chosen = [Int?](repeating: nil, count: selectors.count)
        let needed = selectors.contains { $0.kind == .rule || $0.isByName }
        let candidates = needed ? candidates() : []
        for kind in [Area.Selector.Kind.named, .rule, .next] {
            for (index, selector) in selectors.enumerated() where selector.kind == kind {
                let place = left.firstIndex { selector.fits($0) { candidates[$0] } }
                chosen[index] = place.map { left.remove(at: $0) }
            }
        }
        self.chosen = chosen
        self.left = left
    }
}

extension Area.Selector {
    fileprivate enum Kind { case named, rule, next }

    fileprivate var kind: Kind {
        switch self {
        case .number, .id: .named
        case .rule: .rule
        case .next: .next
        }
    }

    fileprivate var isByName: Bool { if case .id = self { true } else { false } }

    /// - Parameter index: the index of the story in the copy, from 0.
    fileprivate func fits(_ index: Int, _ candidate: (Int) -> AreaChoice.Candidate) -> Bool {
        switch self {
        case .number(let number): index == number - 1
        case .id(let id): candidate(index).article.id == id
        case .rule(let rule): rule.fits(candidate(index))
        case .next: true
        }
    }
}

extension StoryRule {
    fileprivate func fits(_ candidate: AreaChoice.Candidate) -> Bool {
        (ranks?.contains(candidate.rank) ?? true)
            && (section.map { $0 == candidate.article.section } ?? true)
            && (hasPhotos.map { $0 == candidate.hasPhotos } ?? true)
    }
}

/// The stories that the areas of several pages claim before the others are allocated.
struct AreaAssignment {
    /// For each page, the indices of its areas' stories, in the order of the areas.
    private(set) var claimed: [[Int]]
    /// The indices of the stories that no area claims.
    let left: [Int]
    /// The layouts of the pages, with areas that name the stories they claimed.
    private(set) var layouts: [Layout]

    /// - Parameter candidates: returns all stories, with the properties that areas choose by.
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
