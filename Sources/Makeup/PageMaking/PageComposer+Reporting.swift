internal import Copy
internal import Diagnostics
internal import Layouts

extension PageComposer {
    /// Says when a dummy, of whoever's hand, leaves more white than it must.
    func report(white modules: [Module], taken: [GridRect], number: Int, _ reporter: Reporter) {
        let empty =
            PageReporter(modules, layout: layout).emptyLines
            - taken.reduce(0) { $0 + $1.columns.count * ($1.rows.count + 1) }
        guard empty > 0 else { return }
        reporter.warning(
            at: layout.place, "the dummy of page \(number) leaves \(empty) column-lines white",
            hints: "give them to a story, or take the dummy away and let the page make itself")
    }

    /// Says of cells that an editor gave why a story does not stand in them; of the program's own nobody needs to know.
    func report(_ reasons: [DummyReconciler.Reason], _ previous: PageDummy, _ reporter: Reporter) {
        for reason in reasons where previous.isEdited || previous.entry(of: reason.story)?.isPinned == true {
            reporter.warning(
                at: reason.story.article.place,
                "“\(reason.story.article.label)” is not where the dummy has it: it \(reason.text)",
                hints: "change its columns and rows in the dummy, or take its line out")
        }
    }

    /// Over- and underset in editors' units: lines and characters.
    func report(_ module: Module, _ reporter: Reporter) {
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
        if let block = module.photos, block.cropped > layout.photos.maxCrop + 0.05 {
            reporter.warning(
                at: module.story.pictures[0].photo.place,
                "the photo is cropped by \(Int((block.cropped * 100).rounded())) % to fit its block")
        }
    }
}
