internal import Copy
public import Layouts
public import Pages
public import Typesetting

/// A story in its rectangle of the page (稿块): headline, photo block and legs, all on the grid.
public struct Module: Sendable {
    public var story: Story
    public var cells: GridRect
    public var variant: Variant
    public var headline: HeadlineBlock
    public var photos: PhotoBlock?
    /// What each leg holds of the galley.
    public var legs: [Range<Int>]
    /// What does not fit.
    public var overset: Range<Int>

    public var galley: Galley { story.body.lengths[variant.length].galley }

    /// Rows of text that do not fit.
    public var oversetRows: Int { galley.lines[overset].reduce(0) { $0 + $1.rows } }

    /// Rows of the rectangle that nothing fills, under the legs of all columns.
    public var emptyRows: Int { max(0, cells.rows.count - variant.rows) }
}

extension Module {
    /// The module as it will be painted.
    func group(on layout: Layout) -> Group {
        let frame = layout.grid.rect(cells)
        // Spare rows go above and below the headline alike.
        let headlineTop = frame.y + layout.grid.leading * (Double(variant.spareRows) / 2)
        var items: [Item] = headline.parts.map { part in
            let lines = part.lines.flatMap { $0.items(at: frame.x, headlineTop) }
            return .group(Group(role: role(of: part.kind), items: lines))
        }
        let bodyTop = cells.rows.lowerBound + headline.rows + variant.spareRows
        if let photos, let place = variant.photo {
            let x = layout.grid.x(ofColumn: cells.columns.lowerBound + place.column)
            items += photos.figures.flatMap { figure($0, x: x, y: layout.grid.y(ofRow: bodyTop), layout) }
        }
        for (column, (leg, place)) in zip(legs, variant.legs).enumerated() {
            let x = layout.grid.x(ofColumn: cells.columns.lowerBound + column)
            items += self.leg(leg, x: x, row: bodyTop + place.top, layout.grid)
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

    private func figure(_ figure: PhotoBlock.Figure, x: Length, y: Length, _ layout: Layout) -> [Item] {
        let frame = Rect(x: x + figure.frame.x, y: y + figure.frame.y, width: figure.frame.width, height: figure.frame.height)
        let picture = story.pictures[figure.picture]
        var items: [Item] = []
        if let file = picture.file {
            items.append(.image(PlacedImage(file: file, frame: frame, crop: figure.crop)))
            if let line = layout.photos.frame { items.append(.box(Box(rect: frame, frame: line))) }
        } else {
            items.append(.box(Self.missing(frame)))
        }
        return [
            .group(Group(role: .figure(alt: picture.photo.caption), items: items)),
            .group(Group(role: .caption, items: figure.caption.flatMap { $0.items(at: x, y) })),
        ]
    }

    /// A photo that is not there keeps its place: a grey frame.
    private static func missing(_ frame: Rect) -> Box {
        Box(rect: frame, fill: .black(0.12), frame: Box.Frame(thickness: .pt(0.25), ink: .black(0.6)))
    }

    /// One leg's lines, gathered by the paragraphs that they belong to.
    private func leg(_ range: Range<Int>, x: Length, row: Int, _ grid: Grid) -> [Item] {
        var groups: [Group] = []
        var block = -1
        var row = row
        for line in galley.lines[range] {
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
        case .jump: .jumpLine
        }
    }
}

extension SetLine {
    /// The line's runs, moved to a place on the page.
    func items(at x: Length, _ y: Length) -> [Item] { moved(x: x, y: y).items }
}
