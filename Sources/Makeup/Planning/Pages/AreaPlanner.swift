internal import Copy
internal import Diagnostics
internal import Layouts
internal import Typesetting

/// Places stories in the areas that a layout draws.
struct AreaPlanner {
    let layout: Layout
    let typesetter: Typesetter
    let stories: [Story]

    /// The story that each area takes.
    var choice: AreaChoice {
        AreaChoice(layout.areas.map(\.story), among: stories.count) {
            stories.map {
                AreaChoice.Candidate(article: $0.article, hasPhotos: !$0.pictures.isEmpty, rank: $0.rank)
            }
        }
    }

    /// The placements of the areas' stories, and the stories that no area takes.
    ///
    /// An area without a story is reported as a warning, a headline that does not fit across its area as an error.
    func placements(_ reporter: Reporter) -> (placements: [StoryPlacement], left: [Int]) {
        let choice = choice
        var placements: [StoryPlacement] = []
        for (area, index) in zip(layout.areas, choice.chosen) {
            guard let index else {
                reporter.warning(
                    at: area.place, "no story for the area “\(area.name)”",
                    hints: "the page has \(stories.count) stories; take the area out, or add copy")
                continue
            }
            guard let placement = placement(of: stories[index], in: area) else {
                let title = stories[index].article.label
                reporter.error(
                    at: stories[index].article.place,
                    "the headline “\(title)” does not fit across the area “\(area.name)” at any size of its rank",
                    hints: "shorten it, give the area more columns, or a lower rank")
                continue
            }
            placements.append(placement)
        }
        return (placements, choice.left)
    }

    /// The placement of a story in an area; nil when its headline does not fit across the area.
    func placement(of story: Story, in area: Area) -> StoryPlacement? {
        guard let own = layout.own(for: area) else {
            return ModuleBuilder(layout: layout, typesetter: typesetter).placement(
                of: story, rank: area.rank, filling: area.cells, photo: area.photo, box: area.box,
                headline: area.headline)
        }
        var story = story
        story.body = StoryTypesetter(layout: own, typesetter: typesetter).body(of: story.article)
        if own.direction != layout.direction { story.pictures = story.pictures.map(\.turned) }
        let whole = GridRect(columns: 0..<own.grid.columns, rows: 0..<own.grid.rows)
        var placement = ModuleBuilder(layout: own, typesetter: typesetter).placement(
            of: story, rank: area.rank, filling: whole, photo: area.photo, box: area.box, headline: area.headline)
        placement?.area = StoryPlacement.Area(layout: own, cells: area.cells)
        return placement
    }
}
