internal import Layouts
internal import Pages
internal import Typesetting

/// Where a story's photos may stand: over the headline, beside it, or at the head of the legs.
extension VariantGenerator {
    /// A photo block at a place, with what its crop, its share and its place cost.
    struct PhotoChoice {
        var place: Variant.PhotoPlace
        var cost: Double
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
                let cost =
                    cropCost(arrangement.cropped(rows: rows))
                    + (wish == nil ? shareCost(span, rows, of: pieces.story, on: columns) : 0)
                for (level, column, charge) in places {
                    choices.append(
                        PhotoChoice(
                            place: Variant.PhotoPlace(column: column, columns: span, rows: rows, level: level),
                            cost: cost + charge, width: width))
                }
            }
        }
        // What is cheap comes first, so that most of what is dear need not be made.
        return choices.sorted { $0!.cost < $1!.cost }
    }

    /// Pictures stand at the right unless the layout says otherwise: the text begins at the left, under the headline.
    private func places(
        _ span: Int, of columns: Int, _ wish: PhotoWish?
    ) -> [(Variant.PhotoPlace.Level, column: Int, charge: Double)] {
        guard let wish else {
            let places: [(Variant.PhotoPlace.Level, column: Int)] =
                span == columns
                ? [(.head, 0), (.body, 0)] : [(.body, columns - span), (.side, columns - span), (.side, 0)]
            return places.map { level, column in
                let place = Variant.PhotoPlace(column: column, columns: span, rows: 0, level: level)
                return (level, column, placeCost(place, of: columns))
            }
        }
        switch wish.side {
        case .left: return [(.body, 0, 0)]
        case .right: return [(.body, columns - span, 0)]
        case .middle: return [(.body, (columns - span) / 2, 0)]
        case .head: return [(.head, 0, 0)]
        case .beside: return span < columns ? [(.side, columns - span, 0)] : [(.head, 0, 0)]
        }
    }

    /// What a photo's place among so many legs costs.
    func placeCost(_ photo: Variant.PhotoPlace, of legs: Int) -> Double {
        if photo.columns == legs { return photo.level == .head ? Charge.photoHead : Charge.photoAcross }
        if photo.column == legs - photo.columns { return 0 }
        return photo.column == 0 ? Charge.photoLeft : Charge.photoMiddle
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
        let lengths = sizes(of: pieces.story.body)
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
                let fixed = headline.cost + stampCost(photo.width, deserving: headline.deserved) + photo.cost
                let held = photo.cells + rest * headline.rows
                for (length, body) in lengths.enumerated() {
                    let lines = body.lines
                    let rows = max(place.rows, headline.rows, (lines + held + columns - 1) / columns)
                    let white = columns * rows - lines - held
                    // Text that begins under a photo at the left does not begin under its headline.
                    if place.column == 0, rows > place.rows { continue }
                    if white > Self.mostWhite * columns { continue }
                    let under = rows - place.rows
                    let legs = under > 0 ? columns : rest
                    let cost =
                        fixed + Charge.stretchedBody * body.cost + Charge.whiteLine * Double(white)
                        + legCost(pieces.story, lines: lines, legs: legs) + crumbCost(under, legs: place.columns)
                    draft.offer(rows: rows, white: white, cost: cost, mayStep: mayStep) {
                        Variant(
                            columns: columns, rows: rows, headline: first + index, length: length, photo: place,
                            bodyRows: rows - headline.rows, spareRows: 0, white: white, cost: cost)
                    }
                }
            }
        }
    }

    /// Whether a story is a photo with a few words, which may stand in short legs as a caption does.
    func isPhotoStory(_ story: Story) -> Bool {
        !story.pictures.isEmpty && story.body.best.rows < Self.photoStoryLines
    }

    func cropCost(_ cropped: Double) -> Double { Charge.cropTenth * (cropped * 10) * (cropped * 10) }

    func shareCost(_ span: Int, _ rows: Int, of story: Story, on columns: Int) -> Double {
        // A photo story is all photo.
        if isPhotoStory(story) {
            return Charge.smallPhoto * max(0, Self.photoStoryWidth - Double(span) / Double(columns))
        }
        let cells = span * rows
        let off = (Double(cells) / Double(cells + story.body.best.rows) - Self.photoShare) * 10
        return Charge.photoShare * off * off
    }

    /// What a photo's being narrower than its headline, or than its rank deserves, costs.
    func stampCost(_ width: Length?, under headline: HeadlineBlock, _ story: Story) -> Double {
        stampCost(width, deserving: max(headline.width, photoWidth(story)))
    }

    func stampCost(_ width: Length?, deserving deserved: Length) -> Double {
        guard let width else { return 0 }
        return Charge.smallPhoto * max(0, 1 - (width + layout.grid.gutter) / deserved)
    }

    /// The width that a story's photos deserve by its rank and by their shape.
    func photoWidth(_ story: Story) -> Length {
        let rank = story.forms.contains(.leadPhoto) ? 1 : story.rank
        guard rank <= Self.photoWidths.count else { return .zero }
        let shape = story.pictures.count == 1 ? story.pictures[0].shape : Self.photoShape
        return layout.grid.width * Self.photoWidths[max(0, rank - 1)] * (Self.photoShape / shape).squareRoot()
    }

    /// What a few lines under a photo cost, in each leg, when others stand beside it.
    func crumbs(_ place: Variant.PhotoPlace?, bodyRows: Int, legs: Int) -> Double {
        guard let place, place.level == .body, place.columns < legs else { return 0 }
        return crumbCost(bodyRows - place.rows, legs: place.columns)
    }

    func crumbCost(_ rows: Int, legs: Int) -> Double {
        guard rows > 0 else { return 0 }
        return Charge.shortLeg * Double(max(0, Self.legLines.lowerBound - rows) * legs)
    }
}
