internal import Copy
public import Layouts
public import Pages
public import Typesetting

/// A story in its rectangle of the page (稿块): headline, photo block and legs, all on the grid.
public struct Module: Sendable {
    public var story: Story
    public var cells: GridRect
    public var headline: HeadlineBlock
    /// The photo block and the first of the module's columns that it stands over.
    public var photo: (block: PhotoBlock, column: Int)?
    /// White rows between headline and legs beyond the headline's own, when the module is higher than its story.
    public var spareRows: Int
    /// What each leg holds of the galley.
    public var legs: [Range<Int>]
    /// What does not fit.
    public var overset: Range<Int>

    /// Rows of the module under its headline.
    public var bodyRows: Int { cells.rows.count - headline.rows - spareRows }

    /// The legs' capacities in rows, and the row of the body at which each begins.
    public static func capacities(columns: Int, bodyRows: Int, photo: (block: PhotoBlock, column: Int)?) -> [(top: Int, rows: Int)] {
        (0..<columns).map { column in
            guard let photo, (photo.column..<photo.column + photo.block.columns).contains(column) else {
                return (0, bodyRows)
            }
            let top = min(photo.block.rows, bodyRows)
            return (top, bodyRows - top)
        }
    }

    /// Rows of the body that the highest leg fills.
    public var filledRows: Int {
        let tops = Self.capacities(columns: cells.columns.count, bodyRows: bodyRows, photo: photo).map(\.top)
        return zip(tops, legs).map { top, leg in
            top + story.galley.lines[leg].reduce(0) { $0 + $1.rows }
        }.max() ?? 0
    }

    /// White rows at the legs' feet.
    public var whiteRows: Int {
        let room = Self.capacities(columns: cells.columns.count, bodyRows: bodyRows, photo: photo).reduce(0) { $0 + $1.rows }
        let used = story.galley.lines[..<overset.lowerBound].reduce(0) { $0 + $1.rows }
        return max(0, room - used)
    }
}

extension Module {
    /// The module as it will be painted.
    func group(on layout: Layout) -> Group {
        let frame = layout.grid.rect(cells)
        var items: [Item] = []
        for part in headline.parts {
            items.append(.group(Group(role: role(of: part.kind), items: part.lines.flatMap { $0.items(at: frame.x, frame.y) })))
        }
        let bodyTop = cells.rows.lowerBound + headline.rows + spareRows
        if let photo { items += figure(photo, bodyTop: bodyTop, layout) }
        let tops = Self.capacities(columns: cells.columns.count, bodyRows: bodyRows, photo: photo)
        for (column, leg) in legs.enumerated() {
            let x = layout.grid.x(ofColumn: cells.columns.lowerBound + column)
            items += self.leg(leg, x: x, row: bodyTop + tops[column].top, layout.grid)
        }
        return Group(role: .article(story.article.id), items: items)
    }

    private func role(of kind: HeadlineBlock.Part.Kind) -> Group.Role {
        switch kind {
        case .kicker: .kicker
        case .title: .headline(level: story.rank)
        case .deck: .deck
        case .byline: .byline
        }
    }

    private func figure(_ photo: (block: PhotoBlock, column: Int), bodyTop: Int, _ layout: Layout) -> [Item] {
        let x = layout.grid.x(ofColumn: cells.columns.lowerBound + photo.column)
        let y = layout.grid.y(ofRow: bodyTop)
        let frame = Rect(x: x, y: y, width: photo.block.frame.width, height: photo.block.frame.height)
        let picture = story.pictures[0]
        var items: [Item] = []
        if let file = picture.file {
            items.append(.image(PlacedImage(file: file, frame: frame, crop: photo.block.crop)))
            if let line = layout.photos.frame { items.append(.box(Box(rect: frame, frame: line))) }
        } else {
            items.append(.box(Box(rect: frame, fill: .black(0.12), frame: Box.Frame(thickness: .pt(0.25), ink: .black(0.6)))))
        }
        let caption = photo.block.caption.flatMap { $0.items(at: x, y) }
        return [
            .group(Group(role: .figure(alt: picture.photo.caption), items: items)),
            .group(Group(role: .caption, items: caption)),
        ]
    }

    /// One leg's lines, gathered by the paragraphs that they belong to.
    private func leg(_ range: Range<Int>, x: Length, row: Int, _ grid: Grid) -> [Item] {
        var groups: [Group] = []
        var block = -1
        var row = row
        for line in story.galley.lines[range] {
            if line.block != block {
                groups.append(Group(role: role(of: line), items: []))
                block = line.block
            }
            groups[groups.count - 1].items += line.lines.flatMap { $0.items(at: x, grid.y(ofRow: row)) }
            row += line.rows
        }
        return groups.map(Item.group)
    }

    private func role(of line: GalleyLine) -> Group.Role {
        switch line.kind {
        case .body: .paragraph(line.block)
        case .subhead: .subhead
        case .quote: .quote
        }
    }
}

extension SetLine {
    /// The line's runs, moved to a place on the page.
    func items(at x: Length, _ y: Length) -> [Item] { moved(x: x, y: y).items }
}
