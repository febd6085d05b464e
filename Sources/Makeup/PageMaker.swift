public import Copy
public import Diagnostics
public import Layouts
public import Pages
public import Typesetting

/// Makes one page: stories into areas, furniture round them, rules between them.
public struct PageMaker {
    let layout: Layout
    let setter: Typesetter

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        self.setter = setter
    }

    /// - Parameters:
    ///   - stories: the page's articles with their pictures, in the order of the copy.
    ///   - facts: what the furniture's placeholders stand for.
    public func page(number: Int, articles: [(Article, [Picture])], facts: Facts) -> Reported<MadePage> {
        let reporter = Reporter()
        let stories = stories(of: articles)
        report(strays: stories, reporter)
        let modules = switch layout.makeup {
        case .areas: drawn(stories, reporter)
        case .auto, .mixed: planned(stories, reporter)
        }
        for module in modules { report(module, reporter) }
        let furniture = FurnitureMaker(layout: layout, setter: setter, facts: facts).items(reporter)
        let rules = SeparatorMaker(layout: layout).items(for: modules.map(\.cells))
        var page = Page(number: number, label: "第\(number)版", trim: layout.page.trim, bleed: layout.page.bleed)
        page.items = furniture + rules + modules.map { .group($0.group(on: layout)) }
        return Reported(MadePage(page: page, modules: modules), reporter.diagnostics)
    }

    private func stories(of articles: [(Article, [Picture])]) -> [Story] {
        let bodies = StorySetter(layout: layout, setter: setter)
        var stories = articles.map { article, pictures in
            Story(article: article, rank: 1, body: bodies.body(of: article), pictures: pictures)
        }
        for (index, rank) in RankJudge().ranks(of: stories).enumerated() { stories[index].rank = rank }
        for (index, forms) in FormJudge().forms(of: stories).enumerated() { stories[index].forms = forms }
        return stories
    }

    /// The stories as the planner places them round the furniture.
    private func planned(_ stories: [Story], _ reporter: Reporter) -> [Module] {
        let grid = layout.grid
        let maker = ModuleMaker(layout: layout, setter: setter)
        let shelves = stories.map { maker.variants.shelves(for: $0, columns: grid.columns, rows: grid.rows) }
        let fixed = layout.furniture.compactMap { block -> GridRect? in
            if case .grid(let cells) = block.position { cells } else { nil }
        }
        let planner = PagePlanner(
            ranks: stories.map(\.rank), shelves: shelves, fixed: fixed, columns: grid.columns, rows: grid.rows)
        guard let dummy = planner.plan() else {
            reporter.error(at: layout.place, "no way was found to fill the page with its \(stories.count) stories")
            return []
        }
        return dummy.placements.map { placement in
            let shelf = shelves[placement.story][placement.cells.columns.count - 1]
            return maker.module(
                stories[placement.story], at: placement.cells, as: placement.variant,
                headline: shelf.headlines[placement.variant.headline])
        }
    }

    /// Gives every area its story. A story without an area is an error: nothing is dropped in silence.
    private func drawn(_ stories: [Story], _ reporter: Reporter) -> [Module] {
        let maker = ModuleMaker(layout: layout, setter: setter)
        var left = Array(stories.indices)
        var modules: [Module] = []
        for area in layout.areas {
            guard let index = choose(area.story, stories, &left) else {
                reporter.warning(
                    at: area.place, "no story for the area “\(area.name)”",
                    hints: "the page has \(stories.count) stories; take the area out, or add copy")
                continue
            }
            let story = stories[index]
            guard let module = maker.module(story, rank: area.rank, filling: area.cells, photo: area.photo) else {
                reporter.error(
                    at: story.article.place,
                    "the headline “\(story.article.title)” does not fit across the area “\(area.name)” at any size of its rank",
                    hints: "shorten it, give the area more columns, or a lower rank")
                continue
            }
            modules.append(module)
        }
        for index in left {
            reporter.error(
                at: stories[index].article.place, "no area is left for “\(stories[index].article.title)”",
                hints: "the layout “\(layout.name)” has \(layout.areas.count) areas; draw one more, or move the story to another page")
        }
        return modules
    }

    private func choose(_ selector: Area.Selector, _ stories: [Story], _ left: inout [Int]) -> Int? {
        let position: Int? = switch selector {
        case .number(let number): left.firstIndex(of: number - 1)
        case .id(let id): left.firstIndex { stories[$0].article.id == id }
        case .next: left.indices.first
        }
        return position.map { left.remove(at: $0) }
    }

    /// Over- and underset in editors' units: lines and characters.
    private func report(_ module: Module, _ reporter: Reporter) {
        let title = module.story.article.title
        let over = module.oversetRows
        if over > 0 {
            reporter.error(
                at: module.story.article.place,
                "“\(title)” is \(over) lines (about \(over * layout.grid.measure) characters) too long for its area",
                hints:
                    "cut it, give its area \((over + module.legs.count - 1) / module.legs.count) rows more, or set a smaller headline")
        }
        if module.emptyRows > 1 {
            let lines = module.emptyRows * module.legs.count + module.variant.white
            reporter.warning(
                at: module.story.article.place,
                "“\(title)” is \(lines) lines (about \(lines * layout.grid.measure) characters) short of its area",
                hints: "give its area \(module.emptyRows) rows less")
        }
        if let block = module.photos, block.cropped > layout.photos.maxCrop + 0.05 {
            reporter.warning(
                at: module.story.pictures[0].photo.place,
                "the photo is cropped by \(Int((block.cropped * 100).rounded())) % to fit its block")
        }
    }

    private func report(strays stories: [Story], _ reporter: Reporter) {
        for story in stories {
            for stray in Set(story.body.best.strays) {
                if let face = stray.face {
                    reporter.warning(
                        at: story.article.place,
                        "“\(stray.character)” (\(stray.codePoint)) is not in the fonts of \(stray.role); taken from \(face.name)")
                } else {
                    reporter.error(
                        at: story.article.place, "no font has “\(stray.character)” (\(stray.codePoint))",
                        hints: "put a font that has it into fonts/ and name it in fonts/roles.yaml")
                }
            }
        }
    }
}
