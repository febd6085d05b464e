internal import Copy
public import Layouts
internal import Pages
public import Typesetting

/// Fills the holes of pages that are short of copy with an edition's fillers (补白): each hole with the filler that fits it
/// best, and each filler once.
public struct FillerPlacer {
    private let typesetter: Typesetter
    private var fillers: [Story]

    /// - Parameter fillers: the fillers in the order of preference.
    public init(_ fillers: [IllustratedArticle], typesetter: Typesetter) {
        self.typesetter = typesetter
        self.fillers = fillers.map {
            Story(article: $0.article, rank: .max, body: Body(lengths: []), pictures: $0.pictures)
        }
    }

    /// The page with fillers in those of its holes that they fit.
    public mutating func closing(_ made: ComposedPage, layout: Layout) -> ComposedPage {
        var made = made
        for hole in made.holes.sorted(by: { $0.size > $1.size }) {
            guard let (index, module) = best(for: hole, layout) else { continue }
            fillers.remove(at: index)
            made.fillers.append(module)
            let item = module.item(on: layout)
            made.page.items.append(item)
            made.page.faces.merge(typesetter.faces.used(by: [item]))
            made.holes.removeAll { $0 == hole }
            made.report.close(hole, with: module)
        }
        if made.holes.isEmpty, !made.fillers.isEmpty { made.shortage = [] }
        return made
    }

    private func best(for hole: GridRect, _ layout: Layout) -> (index: Int, module: Module)? {
        let fitting = fillers.indices.compactMap { index -> (index: Int, module: Module, white: Double)? in
            guard let module = module(fillers[index], in: hole, layout) else { return nil }
            let white = Double(module.white) / Double(hole.size)
            return white <= layout.prices.fillers.mostWhite ? (index, module, white) : nil
        }
        return fitting.min { $0.white < $1.white }.map { ($0.index, $0.module) }
    }

    private func module(_ filler: Story, in hole: GridRect, _ layout: Layout) -> Module? {
        let builder = ModuleBuilder(layout: layout, typesetter: typesetter)
        var story = filler
        story.rank = layout.ladder.count
        story.body = StoryTypesetter(layout: layout, typesetter: typesetter).body(of: filler.article)
        guard filler.pictures.isEmpty else {
            let wish = PhotoWish(columns: hole.columns.count, rows: hole.rows.count, side: .head)
            let module = builder.placement(of: story, rank: nil, filling: hole, photo: wish).map(builder.module)
            return module.flatMap { ($0.photos?.cropped ?? 1) <= layout.prices.fillers.mostCropped ? $0 : nil }
        }
        let box = filler.article.title.isEmpty ? nil : BoxStyle.standard
        let module = builder.placement(of: story, rank: nil, filling: hole, photo: nil, box: box).map(builder.module)
        return module.flatMap { $0.overset.isEmpty ? $0 : nil }
    }
}

extension GridRect {
    /// The number of cells.
    fileprivate var size: Int { columns.count * rows.count }
}

extension Module {
    /// The rows of the module's cells that nothing fills.
    fileprivate var white: Int { emptyRows * cells.columns.count + max(0, variant.white) }
}

extension PageReport {
    /// Replaces a hole by a filler in the report.
    fileprivate mutating func close(_ hole: GridRect, with module: Module) {
        fillers.append(
            FillerReport(
                id: module.story.article.id, title: module.story.article.title, columns: Cells(hole.columns),
                rows: Cells(hole.rows)))
        emptyLines = max(0, emptyLines - hole.size + module.white)
        whiteShare =
            columnLines == 0 ? 0 : (Double(whiteLines + emptyLines) / Double(columnLines) * 10_000).rounded() / 10_000
    }
}
