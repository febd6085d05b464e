internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// Puts stories into the areas that a layout draws.
struct AreaFiller {
    let layout: Layout
    let setter: Typesetter
    let stories: [Story]

    /// The modules of the areas, and the stories that have none.
    func fill(_ reporter: Reporter) -> (modules: [Module], left: [Int]) {
        var left = Array(stories.indices)
        let chosen = Self.choose(for: layout.areas, stories, &left)
        var modules: [Module] = []
        for (area, index) in zip(layout.areas, chosen) {
            guard let index else {
                reporter.warning(
                    at: area.place, "no story for the area “\(area.name)”",
                    hints: "the page has \(stories.count) stories; take the area out, or add copy")
                continue
            }
            guard let module = module(stories[index], in: area) else {
                let title = stories[index].article.title
                reporter.error(
                    at: stories[index].article.place,
                    "the headline “\(title)” does not fit across the area “\(area.name)” at any size of its rank",
                    hints: "shorten it, give the area more columns, or a lower rank")
                continue
            }
            modules.append(module)
        }
        return (modules, left)
    }

    /// Each area's story: those that name one are served first, then those that have a rule, then those that take the
    /// next; the areas of a kind in the order in which they are read.
    static func choose(for areas: [Area], _ stories: [Story], _ left: inout [Int]) -> [Int?] {
        var chosen = [Int?](repeating: nil, count: areas.count)
        for kind in [Area.Selector.Kind.named, .rule, .next] {
            for (index, area) in areas.enumerated() where area.story.kind == kind {
                guard let place = left.firstIndex(where: { area.story.fits(stories[$0], at: $0) }) else { continue }
                chosen[index] = left.remove(at: place)
            }
        }
        return chosen
    }

    private func module(_ story: Story, in area: Area) -> Module? {
        guard let own = layout.own(for: area) else {
            return ModuleMaker(layout: layout, setter: setter)
                .module(story, rank: area.rank, filling: area.cells, photo: area.photo, box: area.box)
        }
        var story = story
        story.body = StorySetter(layout: own, setter: setter).body(of: story.article)
        if own.direction != layout.direction { story.pictures = story.pictures.map(\.turned) }
        let whole = GridRect(columns: 0..<own.grid.columns, rows: 0..<own.grid.rows)
        var module = ModuleMaker(layout: own, setter: setter)
            .module(story, rank: area.rank, filling: whole, photo: area.photo, box: area.box)
        module?.own = Module.Own(grid: own.grid, cells: area.cells)
        return module
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

    /// - Parameter index: the story's place in the copy, from 0.
    fileprivate func fits(_ story: Story, at index: Int) -> Bool {
        switch self {
        case .number(let number): index == number - 1
        case .id(let id): story.article.id == id
        case .rule(let rule): rule.fits(story)
        case .next: true
        }
    }
}

extension StoryRule {
    fileprivate func fits(_ story: Story) -> Bool {
        (ranks?.contains(story.rank) ?? true)
            && (section.map { $0 == story.article.section } ?? true)
            && (hasPhotos.map { $0 != story.pictures.isEmpty } ?? true)
    }
}
