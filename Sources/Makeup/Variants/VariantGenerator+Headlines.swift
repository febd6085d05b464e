internal import Layouts
internal import Pages
internal import Typesetting

/// Headlines that do not stand over the text.
extension VariantGenerator {
    /// The most columns that a headline at the left of its legs takes.
    private static let besideColumns = 2
    /// The share of two columns' width that a headline beside the text fills at least; less, and it stands in a hole.
    private static let leastBeside = 0.6
    /// Rows of white over and under a headline beside its text, together, that nobody takes for a hole.
    private static let airRows = 2

    /// The headline at the left of the legs and as high as they: for small stories, which across would be all headline.
    func addBeside(_ pieces: StorySettings, to draft: inout VariantBuilder) {
        guard pieces.story.pictures.isEmpty, draft.columns > 1 else {
            return
        }
        for span in 1...min(Self.besideColumns, draft.columns - 1) {
            let headlines = pieces.headlines(columns: span)
            let first = draft.add(headlines)
            let legs = draft.columns - span
            for (length, body) in pieces.story.body.lengths.enumerated() {
                let lines = body.galley.rows
                for (index, headline) in headlines.enumerated() {
                    let rows = max(headline.rows, (lines + legs - 1) / legs)
                    let white = legs * rows - lines
                    if white > Self.mostWhite * legs { continue }
                    let fill = headline.width / layout.grid.width(of: span)
                    if span > 1, fill < Self.leastBeside { continue }
                    let cost =
                        Charge.headlineBeside + headlineCost(headline, columns: span)
                        + besideAir(headline, rows: rows, span: span) + Charge.stretchedBody * body.cost
                        + Charge.whiteLine * Double(white) + legCost(pieces.story, lines: lines, legs: legs)
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

    /// What the white about a headline at the left of so many rows costs.
    func besideAir(_ headline: HeadlineBlock, rows: Int, span: Int) -> Double {
        let fill = headline.width / layout.grid.width(of: span)
        let air = Double(rows - Self.airRows) - fill * Double(headline.rows)
        return Charge.airBeside * max(0, air) * Double(span)
    }

    func verticalAir(_ headline: HeadlineBlock, rows: Int) -> Double {
        Charge.airBeside * Double(max(0, rows - headline.rows - Self.airRows))
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
                for (length, body) in pieces.story.body.lengths.enumerated() {
                    let lines = body.galley.rows
                    let tight = max((lines + held + legs.count - 1) / legs.count, head, photo?.place.rows ?? 0)
                    for rows in tight...tight + 1 {
                        let white = legs.count * rows - lines - held
                        let cost =
                            headline.cost + Charge.stretchedBody * body.cost + Charge.whiteLine * Double(white)
                            + (photo?.cost ?? 0) + legCost(pieces.story, lines: lines, legs: legs.count)
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
                guard Self.besideVertical.contains(legs.measure) else { continue }
                if count == 1 { legs.left += (room - legs.columnWidth) / 2 }
                for (length, body) in pieces.body(measure: legs.measure).lengths.enumerated() {
                    let lines = body.galley.rows
                    let rows = max(headline.rows, (lines + count - 1) / count)
                    let white = count * rows - lines
                    if white > Self.mostWhite * count { continue }
                    let textCost = Charge.stretchedBody * body.cost + Charge.whiteLine * Double(white)
                    let cost =
                        Charge.headlineVertical + headline.cost + verticalAir(headline, rows: rows) + textCost
                        + legCost(pieces.story, lines: lines, legs: count)
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
