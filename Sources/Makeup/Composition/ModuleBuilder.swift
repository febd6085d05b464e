public import Layouts
public import Typesetting

/// Builds the modules of stories from their placements, and finds the placement that fits a given rectangle best (配版).
public struct ModuleBuilder {
    let layout: Layout
    private let typesetter: Typesetter
    let variants: VariantGenerator

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        self.typesetter = typesetter
        variants = VariantGenerator(layout: layout, typesetter: typesetter)
    }

    /// The module of a placed story: its galley cut into legs, its photos cropped to their block.
    public func module(_ placement: StoryPlacement) -> Module {
        if let area = placement.area {
            var own = placement
            own.area = nil
            var module = ModuleBuilder(layout: area.layout, typesetter: typesetter).module(own)
            module.own = Module.Own(grid: area.layout.grid, cells: area.cells)
            return module
        }
        let story = placement.story, variant = placement.variant
        let body = variant.ownLegs.map { variants.bodies(measure: $0.measure).body(of: story.article) } ?? story.body
        let cut = LegBreaker(body.lengths[variant.length].galley, layout.prices.legs).cut(variant.legs.map(\.rows))
        let photos = variant.photo.map {
            variants.photos.arrangement(of: story.pictures, columns: $0.columns, legs: variant.ownLegs)
                .block(rows: $0.rows)
        }
        return Module(
            story: story, cells: placement.cells, variant: variant, headline: placement.headline, photos: photos,
            body: body, legs: cut.legs, overset: cut.overset)
    }

    /// The placement of a story in a drawn rectangle: the cheapest variant that fits, where empty rows cost as much as
    /// white lines. If none fits, the lowest variant is cut off at the rectangle's foot, and the rest is overset. Nil
    /// when no headline fits across the rectangle.
    public func placement(
        of story: Story, rank: Int?, filling cells: GridRect, photo wish: PhotoWish?, box: BoxStyle? = nil,
        headline: LineDirection = .horizontal
    ) -> StoryPlacement? {
        var story = story
        story.rank = rank ?? story.rank
        let columns = cells.columns.count, rows = cells.rows.count
        let all = variants.variants(for: story, columns: columns, rows: .max, photo: wish, box: box, headline: headline)
        guard let lowest = all.variants.rows.first else { return nil }
        let best = all.variants.values.filter { $0.rows <= rows }.min {
            cost($0, in: rows) < cost($1, in: rows)
        }
        var variant = best ?? all.variants[lowest]!
        if variant.rows > rows {
            variant.bodyRows = max(variant.legs.map(\.top).max() ?? 0, variant.bodyRows - (variant.rows - rows))
            variant.rows = rows
        }
        return StoryPlacement(
            story: story, cells: cells, variant: variant, headline: all.headlines[variant.headline])
    }

    /// The cost of a variant in a number of rows. Rows that stay empty at its foot cost as much as white lines.
    private func cost(_ variant: Variant, in rows: Int) -> Cost {
        variant.cost + variants.pricing.white((rows - variant.rows) * variant.columns)
    }
}
