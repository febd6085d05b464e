public import Layouts
public import Typesetting

/// Builds modules of stories: as the variant that a plan chose, or as the one that fits a given rectangle best (配版).
public struct ModuleBuilder {
    let layout: Layout
    let variants: VariantGenerator

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        variants = VariantGenerator(layout: layout, typesetter: typesetter)
    }

    /// The story as one of its variants.
    public func module(_ story: Story, at cells: GridRect, as variant: Variant, headline: HeadlineBlock) -> Module {
        let body = variant.ownLegs.map { variants.bodies(measure: $0.measure).body(of: story.article) } ?? story.body
        let cut = LegBreaker(body.lengths[variant.length].galley, layout.prices.legs).cut(variant.legs.map(\.rows))
        let photos = variant.photo.map {
            variants.photos.arrangement(of: story.pictures, columns: $0.columns, legs: variant.ownLegs)
                .block(rows: $0.rows)
        }
        return Module(
            story: story, cells: cells, variant: variant, headline: headline, photos: photos, body: body,
            legs: cut.legs, overset: cut.overset)
    }

    /// The story in a rectangle that a layout draws: the variant that fills it at the least cost with the rows that stay
    /// empty, or where all are higher the lowest, cut off at the rectangle's foot with the rest overset. Nil when no
    /// headline fits across it.
    public func module(
        _ story: Story, rank: Int?, filling cells: GridRect, photo wish: PhotoWish?, box: BoxStyle? = nil,
        headline: LineDirection = .horizontal
    ) -> Module? {
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
        return module(story, at: cells, as: variant, headline: all.headlines[variant.headline])
    }

    /// A variant with the rows that stay empty at the area's foot, which cost as much as white lines do.
    private func cost(_ variant: Variant, in rows: Int) -> Cost {
        variant.cost + variants.pricing.white((rows - variant.rows) * variant.columns)
    }
}
