internal import Layouts
internal import Pages
internal import Typesetting

/// Where a story's photos may stand: over the headline, beside it, or at the head of the legs.
extension VariantGenerator {
    /// A photo block at a place, with what its crop, its share and its place cost.
    struct PhotoChoice {
        var place: Variant.PhotoPlace
        var cost: Cost
        var width: Length

        var cells: Int { place.columns * place.rows }
        var rowsOverHeadline: Int { place.level == .head ? place.rows : 0 }
    }

    /// Every place and height; nil alone for a story without photos.
    func photoChoices(_ pieces: StorySettings, _ legs: LegGrid, limit: Int, _ wish: PhotoWish?) -> [PhotoChoice?] {
        guard !pieces.story.pictures.isEmpty else { return [nil] }
        let columns = legs.count
        var choices: [PhotoChoice?] = []
        for span in wish.map({ [min($0.columns, columns)] }) ?? Array(1...columns) {
            let arrangement = pieces.arrangement(columns: span, of: legs)
            let natural = arrangement.naturalRows
            let reach = Int(Double(natural) * layout.photos.maxCrop)
            let width = legs.width(of: span), places = places(span, of: columns, wish)
            for rows in wish?.rows.map({ [$0] }) ?? Array(max(3, natural - reach)...natural + reach) where rows < limit
            {
                let crop = pricing.crop(arrangement.cropped(rows: rows))
                let share =
                    wish == nil
                    ? pricing.photoShare(columns: span, rows: rows, of: pieces.story, legs: columns) : .zero
                for (level, column, charge) in places {
                    choices.append(
                        PhotoChoice(
                            place: Variant.PhotoPlace(column: column, columns: span, rows: rows, level: level),
                            cost: crop + share + charge, width: width))
                }
            }
        }
        // What is cheap comes first, so that most of what is dear need not be made.
        return choices.sorted { $0!.cost < $1!.cost }
    }

    /// Pictures stand at the right unless the layout says otherwise: the text begins at the left, under the headline.
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

    /// The first of the legs that a variant's photo may stand over instead of its own; none where it stays.
    func shifts(of variant: UnsafePointer<Variant>) -> Range<Int> {
        let count = variant.pointee.ownLegs?.count ?? variant.pointee.columns
        guard let photo = variant.pointee.photo, photo.level == .body, photo.columns < count else { return 0..<0 }
        return 0..<count - photo.columns + 1
    }

    /// A photo from the module's top at its side, the headline beside it over the other columns: what real fronts do
    /// with their lead photo. Legs go on under it, or it is as high as the module.
    func addSide(_ pieces: StorySettings, _ photos: [PhotoChoice?], to draft: inout VariantBuilder) {
        let columns = draft.columns, mayStep = columns > 1 && draft.isStepped
        // The legs under the headline alone where the photo is as high as the module, else all of them.
        let lengths = (1...columns).map { sizes(of: pieces.story.body, legs: $0, pieces.story) }
        // Headlines by the columns that they stand over.
        var known: [(first: Int, sizes: [HeadlineSize])?] = Array(repeating: nil, count: columns)
        for case let photo? in photos where photo.place.level == .side {
            let place = photo.place, rest = columns - place.columns
            let (first, headlines) =
                known[rest]
                ?? {
                    let blocks = pieces.headlines(columns: rest)
                    return (draft.add(blocks), sizes(of: blocks, columns: rest, pieces.story))
                }()
            known[rest] = (first, headlines)
            for (index, headline) in headlines.enumerated() {
                let fixed = headline.cost + pricing.undersized(photo.width, deserving: headline.deserved) + photo.cost
                let held = photo.cells + rest * headline.rows
                for length in lengths[0].indices {
                    let lines = lengths[0][length].lines
                    let rows = max(place.rows, headline.rows, (lines + held + columns - 1) / columns)
                    let white = columns * rows - lines - held
                    // Text that begins under a photo at the left does not begin under its headline.
                    if place.column == 0, rows > place.rows { continue }
                    if white > layout.prices.legs.mostWhite * columns { continue }
                    let under = rows - place.rows
                    let legs = under > 0 ? columns : rest
                    let cost =
                        fixed + lengths[legs - 1][length].cost + pricing.white(white)
                        + pricing.legsUnderPhoto(under, legs: place.columns)
                    draft.offer(rows: rows, white: white, cost: cost, mayStep: mayStep) {
                        Variant(
                            columns: columns, rows: rows, headline: first + index, length: length, photo: place,
                            bodyRows: rows - headline.rows, spareRows: 0, white: white, cost: cost)
                    }
                }
            }
        }
    }
}
