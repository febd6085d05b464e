internal import Layouts
internal import Pages
internal import Typesetting

/// Headlines beside the text and in vertical lines.
extension VariantGenerator {
    /// Adds variants with the headline at the left of the legs and as high as they are. Small stories use them, because
    /// a headline across their columns would take most of their height.
    func addBeside(_ settings: StorySettings, to builder: inout VariantBuilder) {
        guard settings.story.pictures.isEmpty, builder.columns > 1 else {
            return
        }
        for span in 1...min(layout.prices.headlines.mostColumnsBeside, builder.columns - 1) {
            let headlines = settings.headlines(columns: span)
            let first = builder.add(headlines)
            let legs = builder.columns - span
            for (length, body) in sizes(of: settings.story.body, legs: legs, settings.story).enumerated() {
                let lines = body.lines
                for (index, headline) in headlines.enumerated() {
                    let rows = max(headline.rows, (lines + legs - 1) / legs)
                    let white = legs * rows - lines
                    if white > layout.prices.legs.mostWhite * legs { continue }
                    let fill = headline.width / layout.grid.width(of: span)
                    if span > 1, fill < layout.prices.headlines.leastFillBeside { continue }
                    let cost =
                        cost(of: headline, columns: span)
                        + pricing.besideText(headline, rows: rows, columns: span) + body.cost + pricing.white(white)
                    let columns = builder.columns
                    builder.offer(rows: rows, white: white, cost: cost, mayStep: false) {
                        Variant(
                            columns: columns, rows: rows, headline: first + index, length: length, photo: nil,
                            bodyRows: rows, spareRows: 0, white: white, cost: cost,
                            headlinePlace: .beside(columns: span))
                    }
                }
            }
        }
    }

    /// Adds variants with the headline in vertical lines at the head of the first legs, and photos over others. Layouts
    /// ask for this form where they draw a feature.
    func addCorner(_ settings: StorySettings, _ wish: PhotoWish?, to builder: inout VariantBuilder) {
        let legs = LegGrid(layout.grid, columns: builder.columns)
        let headlines = settings.verticalHeadlines()
        let first = builder.add(headlines)
        let photos = photoChoices(settings, legs, limit: builder.limit, wish)
        for (index, headline) in headlines.enumerated() {
            guard let span = (1...builder.columns).first(where: { legs.width(of: $0) >= headline.width }) else {
                continue
            }
            let head = headline.rows + Self.cornerRows
            for photo in photos where photo.map({ $0.place.level == .body && $0.place.column >= span }) ?? true {
                let taken = span * head + (photo?.cells ?? 0)
                for (length, body) in sizes(of: settings.story.body, legs: legs.count, settings.story).enumerated() {
                    let lines = body.lines
                    let tight = max((lines + taken + legs.count - 1) / legs.count, head, photo?.place.rows ?? 0)
                    for rows in tight...tight + 1 {
                        let white = legs.count * rows - lines - taken
                        let cost = headline.cost + body.cost + pricing.white(white) + (photo?.cost ?? .zero)
                        builder.offer(rows: rows, white: white, cost: cost, mayStep: false) {
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

    /// The rows of white above and below a headline at the head of its legs, together.
    private static let cornerRows = 2

    /// Adds variants with the headline in vertical lines at the left, in a strip of whole characters. The legs share
    /// the rest of the width.
    func addVertical(_ settings: StorySettings, to builder: inout VariantBuilder) {
        let grid = layout.grid
        guard settings.story.pictures.isEmpty else { return }
        let headlines = settings.verticalHeadlines()
        let first = builder.add(headlines)
        for (index, headline) in headlines.enumerated() {
            // There is a character of white on either side of the headline.
            let strip = grid.bodySize * ((headline.width / grid.bodySize).rounded(.up) + 2)
            let room = grid.width(of: builder.columns) - strip
            for count in max(1, builder.columns - 1)...builder.columns {
                var legs = LegGrid(grid, count: count, left: strip, width: room)
                guard layout.prices.headlines.measureBesideVertical.contains(legs.measure) else { continue }
                if count == 1 { legs.left += (room - legs.columnWidth) / 2 }
                let body = settings.body(measure: legs.measure)
                for (length, body) in sizes(of: body, legs: count, settings.story).enumerated() {
                    let lines = body.lines
                    let rows = max(headline.rows, (lines + count - 1) / count)
                    let white = count * rows - lines
                    if white > layout.prices.legs.mostWhite * count { continue }
                    let cost =
                        headline.cost + pricing.verticalBesideText(headline, rows: rows) + body.cost
                        + pricing.white(white)
                    let columns = builder.columns
                    builder.offer(rows: rows, white: white, cost: cost, mayStep: false) {
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
