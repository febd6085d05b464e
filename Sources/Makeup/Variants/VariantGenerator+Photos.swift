internal import Layouts
internal import Pages
internal import Typesetting

/// The places of a story's photos: above the headline, beside it, or at the head of the legs.
extension VariantGenerator {
    /// A photo block at a place, and the charges for its crop, its share of the module and its place.
    struct PhotoChoice {
        var place: Variant.PhotoPlace
        var cost: Cost
        var width: Length

        var cells: Int { place.columns * place.rows }
        var rowsOverHeadline: Int { place.level == .head ? place.rows : 0 }
    }

    /// A story's photo block at every place and in every height, the cheapest first. A story without photos has a
    /// single choice: nil.
    ///
    /// - Parameters:
    ///   - limit: the number of rows below which a block stays.
    ///   - wish: the layout's wish for the photo; nil leaves its place and size open.
    func photoChoices(_ settings: StorySettings, _ legs: LegGrid, limit: Int, _ wish: PhotoWish?) -> [PhotoChoice?] {
        guard !settings.story.pictures.isEmpty else { return [nil] }
        let columns = legs.count
        var choices: [PhotoChoice?] = []
        for span in wish.map({ [min($0.columns, columns)] }) ?? Array(1...columns) {
            let arrangement = settings.arrangement(columns: span, of: legs)
            let natural = arrangement.naturalRows
            let reach = Int(Double(natural) * layout.photos.maxCrop)
            let width = legs.width(of: span), places = places(span, of: columns, wish)
            for rows in wish?.rows.map({ [$0] }) ?? Array(max(3, natural - reach)...natural + reach) where rows < limit
            {
                let crop = pricing.crop(arrangement.cropped(rows: rows))
                let share =
                    wish == nil
                    ? pricing.photoShare(columns: span, rows: rows, of: settings.story, legs: columns) : .zero
                for (level, column, charge) in places {
                    choices.append(
                        PhotoChoice(
                            place: Variant.PhotoPlace(column: column, columns: span, rows: rows, level: level),
                            cost: crop + share + charge, width: width))
                }
            }
        }
        // With the cheapest first, most variants with the others are never created.
        return choices.sorted { $0!.cost < $1!.cost }
    }

    /// The places of a block in a number of columns, with the charge for each. Photos are at the right unless the
    /// layout says otherwise, because the text begins at the left, under the headline.
    private func places(
        _ span: Int, of columns: Int, _ wish: PhotoWish?
    ) -> [(Variant.PhotoPlace.Level, column: Int, charge: Cost)] {
        guard let wish else {
            let places: [(Variant.PhotoPlace.Level, column: Int)] =
                span == columns
                ? [(.head, 0), (.body, 0)] : [(.body, columns - span), (.side, columns - span), (.side, 0)]
            return places.map { level, column in
                let place = Variant.PhotoPlace(column: column, columns: span, rows: 0, level: level)
                return (level, column, pricing.photoPlace(place, legs: columns))
            }
        }
        switch wish.side {
        case .left: return [(.body, 0, .zero)]
        case .right: return [(.body, columns - span, .zero)]
        case .middle: return [(.body, (columns - span) / 2, .zero)]
        case .head: return [(.head, 0, .zero)]
        case .beside: return span < columns ? [(.side, columns - span, .zero)] : [(.head, 0, .zero)]
        }
    }

    /// The legs at which a variant's photo may begin; empty when it cannot move.
    func shifts(of variant: borrowing Variant) -> Range<Int> {
        let count = variant.legCount
        guard let photo = variant.photo, photo.level == .body, photo.columns < count else { return 0..<0 }
        return 0..<count - photo.columns + 1
    }

    /// Adds variants with a photo at the module's side, from its top, and the headline beside it over the other
    /// columns, as newspapers set the lead photo of a front page. Legs continue under the photo, or it is as high as
    /// the module.
    func addSide(_ settings: StorySettings, _ photos: [PhotoChoice?], to builder: inout VariantBuilder) {
        let columns = builder.columns, mayStep = columns > 1 && builder.isStepped
        // The lengths by the number of legs: those under the headline alone if the photo is as high as the module,
        // otherwise all of them.
        let lengths = (1...columns).map { sizes(of: settings.story.body, legs: $0, settings.story) }
        var headlinesOverColumns: [(first: Int, sizes: [HeadlineSize])?] = Array(repeating: nil, count: columns)
        for case let photo? in photos where photo.place.level == .side {
            let place = photo.place, rest = columns - place.columns
            let (first, headlines) =
                headlinesOverColumns[rest]
                ?? {
                    let blocks = settings.headlines(columns: rest)
                    return (builder.add(blocks), sizes(of: blocks, columns: rest, settings.story))
                }()
            headlinesOverColumns[rest] = (first, headlines)
            for (index, headline) in headlines.enumerated() {
                let fixed = headline.cost + pricing.undersized(photo.width, deserving: headline.deserved) + photo.cost
                let taken = photo.cells + rest * headline.rows
                for length in lengths[0].indices {
                    let lines = lengths[0][length].lines
                    let rows = max(place.rows, headline.rows, (lines + taken + columns - 1) / columns)
                    let white = columns * rows - lines - taken
                    // Text that begins under a photo at the left does not begin under its headline.
                    if place.column == 0, rows > place.rows { continue }
                    if white > layout.prices.legs.mostWhite * columns { continue }
                    let under = rows - place.rows
                    let legs = under > 0 ? columns : rest
                    let cost =
                        fixed + lengths[legs - 1][length].cost + pricing.white(white)
                        + pricing.legsUnderPhoto(under, legs: place.columns)
                    builder.offer(rows: rows, white: white, cost: cost, mayStep: mayStep) {
                        Variant(
                            columns: columns, rows: rows, headline: first + index, length: length, photo: place,
                            bodyRows: rows - headline.rows, spareRows: 0, white: white, cost: cost)
                    }
                }
            }
        }
    }
}
