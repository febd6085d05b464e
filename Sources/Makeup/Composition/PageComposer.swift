internal import Copy
public import Diagnostics
public import Layouts
public import Pages
public import Typesetting

/// Builds a page from its plan: the stories' modules and the rules between them. Furniture comes last, when the stories of
/// the edition's other pages are known.
public struct PageComposer {
    let layout: Layout
    let typesetter: Typesetter

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        self.typesetter = typesetter
    }

    /// The page of a plan. Stories that are too long or too short for their areas are reported.
    public func page(_ plan: PagePlan) -> Reported<ComposedPage> {
        let reporter = Reporter(), clock = PhaseClock(plan.phases)
        let builder = ModuleBuilder(layout: layout, typesetter: typesetter)
        let modules = clock.time("building") { plan.placements.map(builder.module) }
        for module in modules {
            MissingGlyphReport(module).report(to: reporter)
            report(module, reporter)
        }
        reporter.report(plan.shortage)
        let number = plan.slot.number
        let rules = SeparatorBuilder(layout: layout).items(
            for: modules.map(\.frames), boxed: Set(modules.filter { $0.variant.box != nil }.map(\.pageCells)))
        var page = Page(number: number, label: "第\(number)版", trim: layout.page.trim, bleed: layout.page.bleed)
        page.items = rules.map(layout.upright) + modules.map { $0.item(on: layout) }
        page.faces = typesetter.faces.used(by: page.items)
        let report = PageReporter(modules, layout: layout).report(
            page: number, phases: clock.phases, charges: plan.charges)
        let kept = PageDummy(modules, page: number, layout: layout.name, after: plan.previous)
        return Reported(
            ComposedPage(
                page: page, modules: modules, holes: plan.holes, shortage: plan.shortage, report: report, kept: kept),
            reporter.diagnostics)
    }

    /// The page with its masthead, folio and the layout's other furniture.
    ///
    /// - Parameter values: the values of the furniture's placeholders.
    public func furnished(_ page: Page, values: PlaceholderValues) -> Reported<Page> {
        let reporter = Reporter()
        var page = page
        let furniture = FurnitureBuilder(layout: layout, typesetter: typesetter, values: values).items(reporter)
        page.items = furniture + page.items
        page.faces.merge(typesetter.faces.used(by: furniture))
        return Reported(page, reporter.diagnostics)
    }

    /// Reports a module that is over- or underset, in lines and characters, and a photo that is cropped by more than the
    /// layout allows.
    private func report(_ module: Module, _ reporter: Reporter) {
        let title = module.story.article.label
        let over = module.oversetRows
        if over > 0 {
            reporter.error(
                at: module.story.article.place,
                "“\(title)” is \(over) lines (about \(over * layout.grid.measure) characters) too long for its area",
                hints:
                    "cut it, give its area \((over + module.legs.count - 1) / module.legs.count) rows more, or set a smaller headline"
            )
        }
        if module.emptyRows > 1 {
            let lines = module.emptyRows * module.legs.count + module.variant.white
            reporter.warning(
                at: module.story.article.place,
                "“\(title)” is \(lines) lines (about \(lines * layout.grid.measure) characters) short of its area",
                hints: "give its area \(module.emptyRows) rows less")
        }
        if let block = module.photos, block.cropped > layout.photos.maxCrop + Self.unreportedCrop {
            reporter.warning(
                at: module.story.pictures[0].photo.place,
                "the photo is cropped by \(Int((block.cropped * 100).rounded())) % to fit its block")
        }
    }

    /// The share by which a crop may exceed the layout's `maxCrop`, because photos take whole rows.
    private static let unreportedCrop = 0.05
}
