public import Layouts
public import Typesetting

/// Makes modules of stories: in the way that a plan chose, or in whatever way fits a given rectangle best (配版).
public struct ModuleBuilder {
    let layout: Layout
    let variants: VariantGenerator

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        variants = VariantGenerator(layout: layout, typesetter: typesetter)
    }

    /// The story as a plan wants it.
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

    /// The story in a rectangle that somebody drew: the variant that fills it, else the highest that fits, else the
    /// lowest there is, cut off at the rectangle's foot with the rest overset. Nil when no headline fits across it.
    public func module(
        _ story: Story, rank: Int?, filling cells: GridRect, photo wish: PhotoWish?, box: BoxStyle? = nil,
        headline: LineDirection = .horizontal
    ) -> Module? {
        var story = story
        story.rank = rank ?? story.rank
        let columns = cells.columns.count, rows = cells.rows.count
        let shelf = variants.shelf(for: story, columns: columns, rows: .max, photo: wish, box: box, headline: headline)
        guard let lowest = shelf.variants.rows.first else { return nil }
        let best = shelf.variants.values.filter { $0.rows <= rows }.min {
            cost($0, in: rows) < cost($1, in: rows)
        }
        var variant = best ?? shelf.variants[lowest]!
        if variant.rows > rows {
            variant.bodyRows = max(variant.legs.map(\.top).max() ?? 0, variant.bodyRows - (variant.rows - rows))
            variant.rows = rows
        }
        return module(story, at: cells, as: variant, headline: shelf.headlines[variant.headline])
    }

    /// A row that stays empty at the foot of a drawn area costs as much as its white lines.
    private func cost(_ variant: Variant, in rows: Int) -> Cost {
        variant.cost + variants.pricing.white((rows - variant.rows) * variant.columns)
    }
}
