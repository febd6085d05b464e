internal import Layouts
internal import Pages
internal import Typesetting

/// Headlines that do not stand over the text.
extension VariantGenerator {
    /// The headline at the left of the legs and as high as they: for small stories, which across would be all headline.
    func addBeside(_ pieces: StorySettings, to draft: inout VariantBuilder) {
        guard pieces.story.pictures.isEmpty, draft.columns > 1 else {
            return
        }
        for span in 1...min(layout.prices.headlines.mostColumnsBeside, draft.columns - 1) {
            let headlines = pieces.headlines(columns: span)
            let first = draft.add(headlines)
            let legs = draft.columns - span
            for (length, body) in sizes(of: pieces.story.body, legs: legs, pieces.story).enumerated() {
                let lines = body.lines
                for (index, headline) in headlines.enumerated() {
                    let rows = max(headline.rows, (lines + legs - 1) / legs)
                    let white = legs * rows - lines
                    if white > layout.prices.legs.mostWhite * legs { continue }
                    let fill = headline.width / layout.grid.width(of: span)
                    if span > 1, fill < layout.prices.headlines.leastFillBeside { continue }
                    let cost =
                        headlineCost(headline, columns: span)
                        + pricing.besideText(headline, rows: rows, columns: span) + body.cost + pricing.white(white)
                    let columns = draft.columns
                    draft.offer(rows: rows, white: white, cost: cost, mayStep: false) {
                        Variant(
                            columns: columns, rows: rows, headline: first + index, length: length, photo: nil,
                            bodyRows: rows, spareRows: 0, white: white, cost: cost,
                            headlinePlace: .beside(columns: span))
                    }
                }
            }
        }
    }

    /// The headline in vertical lines at the head of as many legs as hold it, photos over others: what a layout asks of a
    /// feature.
    func addCorner(_ pieces: StorySettings, _ wish: PhotoWish?, to draft: inout VariantBuilder) {
        let legs = LegGrid(layout.grid, columns: draft.columns)
        let headlines = pieces.verticalHeadlines()
        let first = draft.add(headlines)
        let photos = photoChoices(pieces, legs, limit: draft.limit, wish)
        for (index, headline) in headlines.enumerated() {
            guard let span = (1...draft.columns).first(where: { legs.width(of: $0) >= headline.width }) else {
                continue
            }
            let head = headline.rows + Self.cornerRows
            for photo in photos where photo.map({ $0.place.level == .body && $0.place.column >= span }) ?? true {
                let held = span * head + (photo?.cells ?? 0)
                for (length, body) in sizes(of: pieces.story.body, legs: legs.count, pieces.story).enumerated() {
                    let lines = body.lines
                    let tight = max((lines + held + legs.count - 1) / legs.count, head, photo?.place.rows ?? 0)
                    for rows in tight...tight + 1 {
                        let white = legs.count * rows - lines - held
                        let cost = headline.cost + body.cost + pricing.white(white) + (photo?.cost ?? .zero)
                        draft.offer(rows: rows, white: white, cost: cost, mayStep: false) {
                            Variant(
                                columns: legs.count, rows: rows, headline: first + index, length: length,
                                photo: photo?.place, bodyRows: rows, spareRows: 0, white: white, cost: cost,
                                headlinePlace: .corner(columns: span, rows: head))
                        }
                    }
                }
            }
        }
    }

    /// Rows of white over and under a headline at the head of its legs, together.
    private static let cornerRows = 2

    /// The headline in vertical lines at the left, as wide as whole characters hold it; the legs share the rest.
    func addVertical(_ pieces: StorySettings, to draft: inout VariantBuilder) {
        let grid = layout.grid
        guard pieces.story.pictures.isEmpty else { return }
        let headlines = pieces.verticalHeadlines()
        let first = draft.add(headlines)
        for (index, headline) in headlines.enumerated() {
            // A character of white between the headline and the text, and as much before it.
            let strip = grid.bodySize * ((headline.width / grid.bodySize).rounded(.up) + 2)
            let room = grid.width(of: draft.columns) - strip
            for count in max(1, draft.columns - 1)...draft.columns {
                var legs = LegGrid(grid, count: count, left: strip, width: room)
                guard layout.prices.headlines.measureBesideVertical.contains(legs.measure) else { continue }
                if count == 1 { legs.left += (room - legs.columnWidth) / 2 }
                let body = pieces.body(measure: legs.measure)
                for (length, body) in sizes(of: body, legs: count, pieces.story).enumerated() {
                    let lines = body.lines
                    let rows = max(headline.rows, (lines + count - 1) / count)
                    let white = count * rows - lines
                    if white > layout.prices.legs.mostWhite * count { continue }
                    let cost =
                        headline.cost + pricing.verticalBesideText(headline, rows: rows) + body.cost
                        + pricing.white(white)
                    let columns = draft.columns
                    draft.offer(rows: rows, white: white, cost: cost, mayStep: false) {
                        Variant(
                            columns: columns, rows: rows, headline: first + index, length: length, photo: nil,
                            bodyRows: rows, spareRows: 0, white: white, cost: cost,
                            headlinePlace: .vertical, ownLegs: legs)
                    }
                }
            }
        }
    }
}
