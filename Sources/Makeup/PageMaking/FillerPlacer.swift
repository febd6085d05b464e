public import Copy
public import Layouts
internal import Pages
public import Typesetting

/// Closes the holes of pages that are short of copy with an edition's fillers (补白): for every hole the one that fits it
/// best, none of them twice.
public struct FillerPlacer {
    private let typesetter: Typesetter
    private var fillers: [Story]

    /// - Parameter fillers: in the order in which they are wanted, with their pictures.
    public init(_ fillers: [(Article, [Picture])], typesetter: Typesetter) {
        self.typesetter = typesetter
        self.fillers = fillers.map { Story(article: $0, rank: .max, body: Body(lengths: []), pictures: $1) }
    }

    /// The page with its holes closed, as far as there are fillers for them.
    public mutating func closing(_ made: ComposedPage, layout: Layout) -> ComposedPage {
        var made = made
        for hole in made.holes.sorted(by: { $0.size > $1.size }) {
            guard let (index, module) = best(for: hole, layout) else { continue }
            fillers.remove(at: index)
            made.fillers.append(module)
            made.page.items.append(module.item(on: layout))
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
        let maker = ModuleBuilder(layout: layout, typesetter: typesetter)
        var story = filler
        story.rank = layout.ladder.count
        story.body = StoryTypesetter(layout: layout, typesetter: typesetter).body(of: filler.article)
        guard filler.pictures.isEmpty else {
            let wish = PhotoWish(columns: hole.columns.count, rows: hole.rows.count, side: .head)
            let module = maker.module(story, rank: nil, filling: hole, photo: wish)
            return module.flatMap { ($0.photos?.cropped ?? 1) <= layout.prices.fillers.mostCropped ? $0 : nil }
        }
        let box = filler.article.title.isEmpty ? nil : BoxStyle.standard
        let module = maker.module(story, rank: nil, filling: hole, photo: nil, box: box)
        return module.flatMap { $0.overset.isEmpty ? $0 : nil }
    }
}

extension GridRect {
    /// How many cells it has.
    fileprivate var size: Int { columns.count * rows.count }
}

extension Module {
    /// Lines of its cells that nothing fills.
    fileprivate var white: Int { emptyRows * cells.columns.count + max(0, variant.white) }
}

extension PageReport {
    /// Takes a filler into the report in the place of a hole.
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
