internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// Puts stories into the areas that a layout draws.
struct AreaFiller {
    let layout: Layout
    let typesetter: Typesetter
    let stories: [Story]

    /// Which story each area takes.
    var choice: AreaChoice {
        AreaChoice(layout.areas.map(\.story), among: stories.count) {
            stories.map {
                AreaChoice.Candidate(article: $0.article, hasPhotos: !$0.pictures.isEmpty, rank: $0.rank)
            }
        }
    }

    /// The modules of the areas, and the stories that have none.
    func fill(_ reporter: Reporter) -> (modules: [Module], left: [Int]) {
        let choice = choice
        var modules: [Module] = []
        for (area, index) in zip(layout.areas, choice.chosen) {
            guard let index else {
                reporter.warning(
                    at: area.place, "no story for the area “\(area.name)”",
                    hints: "the page has \(stories.count) stories; take the area out, or add copy")
                continue
            }
            guard let module = module(stories[index], in: area) else {
                let title = stories[index].article.label
                reporter.error(
                    at: stories[index].article.place,
                    "the headline “\(title)” does not fit across the area “\(area.name)” at any size of its rank",
                    hints: "shorten it, give the area more columns, or a lower rank")
                continue
            }
            modules.append(module)
        }
        return (modules, choice.left)
    }

    /// The story in an area; nil when its headline does not fit across it.
    func module(_ story: Story, in area: Area) -> Module? {
        guard let own = layout.own(for: area) else {
            return ModuleBuilder(layout: layout, typesetter: typesetter)
                .module(
                    story, rank: area.rank, filling: area.cells, photo: area.photo, box: area.box,
                    headline: area.headline)
        }
        var story = story
        story.body = StoryTypesetter(layout: own, typesetter: typesetter).body(of: story.article)
        if own.direction != layout.direction { story.pictures = story.pictures.map(\.turned) }
        let whole = GridRect(columns: 0..<own.grid.columns, rows: 0..<own.grid.rows)
        var module = ModuleBuilder(layout: own, typesetter: typesetter)
            .module(story, rank: area.rank, filling: whole, photo: area.photo, box: area.box, headline: area.headline)
        module?.own = Module.Own(grid: own.grid, cells: area.cells)
        return module
    }
}
