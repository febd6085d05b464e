internal import Copy
public import Layouts
public import Typesetting

/// Fits a story into a rectangle: which headline, how high a photo, where the legs are cut (配版).
public struct ModuleFitter {
    let layout: Layout
    let headlines: HeadlineMaker
    let photos: PhotoMaker

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        headlines = HeadlineMaker(layout: layout, setter: setter)
        photos = PhotoMaker(layout: layout, setter: setter)
    }

    private enum Charge {
        /// A row of white under the legs, or a row of text that does not fit.
        static let whiteRow = 1.2
        static let oversetRow = 50.0
        /// A photo a tenth higher or lower than it naturally is.
        static let cropTenth = 1.0
        /// A spare row under the headline: one is air, more is a hole.
        static let spareRow = 0.7
    }

    /// White rows that a headline may get on top of its own.
    private static let mostSpare = 2

    /// The best way to fill the rectangle with the story; nil when no headline of its rank fits across it.
    public func fit(_ story: Story, rank: Int?, in cells: GridRect, photo wish: PhotoWish?) -> Module? {
        let columns = cells.columns.count
        var best: (cost: Double, module: Module)?
        for headline in headlines.blocks(for: story, rank: rank, columns: columns) {
            let rows = cells.rows.count - headline.rows
            guard rows > 0 else { continue }
            for block in photoBlocks(story, wish, columns: columns, rows: rows) {
                let module = self.module(story, cells, headline, block)
                let cost = cost(of: module, headline)
                if best.map({ cost < $0.cost }) ?? true { best = (cost, module) }
            }
        }
        guard var module = best?.module else { return nil }
        if let rank { module.story.rank = rank }
        return module
    }

    /// The photo's possible blocks: its natural height, and up to a fifth more or less by cropping.
    private func photoBlocks(
        _ story: Story, _ wish: PhotoWish?, columns: Int, rows: Int
    ) -> [(block: PhotoBlock, column: Int)?] {
        guard let picture = story.pictures.first else { return [nil] }
        let wish = wish ?? PhotoWish(columns: max(1, columns / 2))
        let span = min(wish.columns, columns)
        let column = switch wish.side {
        case .left: 0
        case .right: columns - span
        case .middle: (columns - span) / 2
        }
        if let rows = wish.rows { return [(photos.block(picture, columns: span, rows: rows), column)] }
        let natural = photos.block(picture, columns: span)
        let reach = Int(Double(natural.rows) * layout.photos.maxCrop)
        return (natural.rows - reach...natural.rows + reach)
            .filter { $0 > 2 && $0 <= rows }
            .map { (photos.block(picture, columns: span, rows: $0), column) }
    }

    private func module(
        _ story: Story, _ cells: GridRect, _ headline: HeadlineBlock, _ photo: (block: PhotoBlock, column: Int)?
    ) -> Module {
        let columns = cells.columns.count
        let held = photo.map { $0.block.columns * $0.block.rows } ?? 0
        let needed = max((story.galley.rows + held + columns - 1) / columns, photo?.block.rows ?? 0)
        let room = cells.rows.count - headline.rows
        let spare = min(Self.mostSpare, max(0, room - needed))
        let body = min(room - spare, needed)
        let capacities = Module.capacities(columns: columns, bodyRows: body, photo: photo).map(\.rows)
        let cut = LegBreaker(lines: story.galley.lines, capacity: capacities).legs()
        return Module(
            story: story, cells: cells, headline: headline, photo: photo, spareRows: spare, legs: cut.legs,
            overset: cut.overset)
    }

    private func cost(of module: Module, _ headline: HeadlineBlock) -> Double {
        let over = module.story.galley.lines[module.overset].reduce(0) { $0 + $1.rows }
        let cropped = module.photo?.block.cropped ?? 0
        return headline.cost + Charge.whiteRow * Double(module.whiteRows) + Charge.oversetRow * Double(over)
            + Charge.cropTenth * cropped * 10 + Charge.spareRow * Double(module.spareRows)
    }
}
