internal import Copy
public import Layouts
internal import Pages
public import Typesetting

/// A story in its rectangle of the page (稿块): headline, photo block and legs, all on the grid.
public struct Module: Sendable {
    public var story: Story
    public var cells: GridRect
    public var variant: Variant
    public var headline: HeadlineBlock
    public var photos: PhotoBlock?
    /// The body, typeset to the legs' measure.
    public var body: Body
    /// The lines of the galley in each leg.
    public var legs: [Range<Int>]
    /// The lines that do not fit.
    public var overset: Range<Int>
    /// The module's own grid, if its area has one. `cells` are then cells of that grid.
    public var own: Own?

    /// A module's own grid, and the cells of the page's grid that the module covers.
    public struct Own: Sendable {
        public var grid: Grid
        public var cells: GridRect
    }

    /// The cells of the page that the module covers.
    public var pageCells: GridRect { own?.cells ?? cells }

    public var galley: Galley { body.lengths[variant.length].galley }

    /// The rows of text that do not fit.
    public var oversetRows: Int { galley.lines[overset].reduce(0) { $0 + $1.rows } }

    /// The rectangles of the page that the module covers. `pageCells` is the rectangle round them.
    public var frames: [GridRect] { own.map { [$0.cells] } ?? cells.frames(variant.step) }

    /// The rows that stay empty at the rectangle's foot, under all legs.
    public var emptyRows: Int { max(0, cells.rows.count - variant.rows) }
}

extension Module {
    /// The module as an item of the page.
    func item(on layout: Layout) -> Item {
        guard let own else { return layout.upright(.group(group(on: layout))) }
        let frame = layout.grid.pageRect(own.cells)
        let layout = self.layout(on: layout)
        guard case .group(var group) = layout.upright(.group(self.group(on: layout))) else { preconditionFailure() }
        group.items = box(round: frame) + group.items
        return .group(group)
    }

    /// The page's layout, with the module's own grid in the place of the page's if it has one.
    func layout(on layout: Layout) -> Layout {
        guard let own else { return layout }
        var layout = layout
        layout.grid = own.grid
        return layout
    }

    /// The places of the legs on the module's grid.
    func legPlaces(on layout: Layout) -> [LegPlace] {
        let legGrid = variant.ownLegs ?? LegGrid(layout.grid, columns: variant.columns)
        let left = layout.grid.x(ofColumn: cells.columns.lowerBound)
        return zip(legs, variant.legs).enumerated().map { column, leg in
            LegPlace(
                x: left + legGrid.x(of: column), width: legGrid.columnWidth, row: top + headRows + leg.1.top,
                room: leg.1.rows == 0 ? 0 : leg.1.rows + emptyRows, lines: leg.0)
        }
    }

    /// The module as a group on its grid, before the grid of vertical lines is turned upright.
    func group(on layout: Layout) -> Group {
        let legGrid = variant.ownLegs ?? LegGrid(layout.grid, columns: variant.columns)
        let left = layout.grid.x(ofColumn: cells.columns.lowerBound)
        var items = headlineItems(layout.grid, legGrid)
        let bodyTop = top + headRows
        if let photos, let place = variant.photo {
            let x = left + legGrid.x(of: place.column)
            let y = layout.grid.y(ofRow: place.level == .body ? bodyTop : top)
            let figures = photos.figures.flatMap { figure($0, x: x, y: y, layout) }
            // A photo over the headline comes before it in reading order.
            items = place.level == .head ? figures + items : items + figures
        }
        for leg in legPlaces(on: layout) { items += self.leg(leg.lines, x: leg.x, row: leg.row, layout.grid) }
        return Group(
            role: role, items: (own == nil ? box(round: layout.grid.rect(cells)) : []) + items)
    }

    /// The frame or tint of a boxed story, as large as its cells.
    private func box(round rect: Rect) -> [Item] {
        guard let style = variant.box else { return [] }
        let frame = style.frame ? Box.Frame(thickness: Self.boxFrame, ink: .black) : nil
        let fill = style.tint > 0 ? Ink.black(style.tint) : nil
        return [.box(Box(rect: rect, fill: fill, frame: frame))]
    }

    /// The frame of a boxed story (look.md).
    static let boxFrame = Length.pt(0.5)

    /// The row of the page at which the module's first part begins.
    private var top: Int { cells.rows.lowerBound + variant.boxRows }

    /// The rows above the body's first row.
    private var headRows: Int {
        switch variant.headlinePlace {
        case .across: rowsOverHeadline + headline.rows + variant.spareRows
        case .beside, .vertical, .corner: 0
        }
    }

    /// The rows of a photo above the headline.
    private var rowsOverHeadline: Int { variant.photo.map { $0.level == .head ? $0.rows : 0 } ?? 0 }

    /// The items of the headline. It is over its columns, or beside the legs in the middle of their height.
    private func headlineItems(_ grid: Grid, _ legs: LegGrid) -> [Item] {
        let left: Length
        // Spare rows are divided between the space above and below the headline.
        var spare = variant.rows - headline.rows
        switch variant.headlinePlace {
        case .across: (left, spare) = (legs.x(of: variant.headlineColumns.lowerBound), variant.spareRows)
        case .beside: left = legs.x(of: 0)
        case .vertical: left = (legs.left - headline.width) / 2
        case .corner(let columns, let rows):
            (left, spare) = ((legs.width(of: columns) - headline.width) / 2, rows - headline.rows)
        }
        let x = grid.x(ofColumn: cells.columns.lowerBound) + left
        let y = grid.y(ofRow: top + rowsOverHeadline) + grid.leading * (Double(spare) / 2)
        return headline.parts.map { part in
            .group(Group(role: role(of: part.kind), items: part.lines.flatMap { $0.items(at: x, y) }))
        }
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
        let frame = Rect(
            x: x + figure.frame.x, y: y + figure.frame.y, width: figure.frame.width, height: figure.frame.height)
        let picture = story.pictures[figure.picture]
        var items: [Item] = []
        if let file = picture.file {
            items.append(.image(PlacedImage(file: file, frame: frame, crop: figure.crop)))
            if let line = layout.photos.frame { items.append(.box(Box(rect: frame, frame: line))) }
        } else {
            items.append(.box(Self.missing(frame)))
            items += figure.label.flatMap { $0.items(at: x, y) }
        }
        return [
            .group(Group(role: .figure(alt: picture.photo.caption), items: items)),
            .group(Group(role: .caption, items: figure.caption.flatMap { $0.items(at: x, y) })),
        ]
    }

    /// The grey frame in the place of a missing photo.
    private static func missing(_ frame: Rect) -> Box {
        Box(rect: frame, fill: .black(0.12), frame: Box.Frame(thickness: .pt(0.25), ink: .black(0.6)))
    }

    /// The lines of a leg, grouped by paragraph.
    private func leg(_ range: Range<Int>, x: Length, row: Int, _ grid: Grid) -> [Item] {
        var groups: [(block: Int, group: Group)] = []
        var row = row
        for line in galley.lines[range] {
            if line.block != groups.last?.block { groups.append((line.block, Group(role: role(of: line), items: []))) }
            groups[groups.count - 1].group.items += line.lines.flatMap { $0.items(at: x, grid.y(ofRow: row)) }
            row += line.rows
        }
        return groups.map { .group(withLink($0.group, isForward: $0.block != Self.backwards)) }
    }

    /// The block number of a jump line at the head of a story.
    static let backwards = -1

    /// Links a jump line to the page on which the story continues, or to its beginning.
    private func withLink(_ group: Group, isForward: Bool) -> Group {
        guard group.role == .jumpLine else { return group }
        let story = story.article.restOf ?? story.article.id
        let target: LinkTarget =
            if isForward, let page = self.story.article.continuesOn { .part(of: story, onPage: page) } else {
                .article(story)
            }
        return Group(role: .jumpLine, items: [.group(Group(role: .link(target), items: group.items))])
    }

    private var role: Group.Role {
        story.article.restOf.map { .continuation(of: $0) } ?? .article(story.article.id)
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

extension ComposedLine {
    /// The line's items, moved to a place on the page.
    func items(at x: Length, _ y: Length) -> [Item] { moved(x: x, y: y).items }
}

extension Layout {
    /// An item of the grid as it is on the page: turned upright if lines run from top to bottom.
    func upright(_ item: Item) -> Item { grid.turn?.upright(item) ?? item }
}
