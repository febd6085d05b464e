internal import Layouts
internal import Typesetting

/// Headlines that do not stand over the text.
extension VariantMaker {
    /// The most columns that a headline at the left of its legs takes.
    private static let besideColumns = 2

    /// The headline at the left of the legs and as high as they: for small stories, which across would be all headline.
    func addBeside(_ pieces: StoryPieces, to draft: inout Draft) {
        guard pieces.story.forms.contains(.besideHeadline), pieces.story.pictures.isEmpty, draft.columns > 1 else {
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
                    let air = Double(max(0, rows - headline.rows - 2))
                    draft.add(
                        Variant(
                            columns: draft.columns, rows: rows, headline: first + index, length: length, photo: nil,
                            bodyRows: rows, spareRows: 0, white: white,
                            cost: Charge.headlineBeside + headlineCost(headline, columns: span)
                                + Charge.airBeside * air * Double(span) + Charge.stretchedBody * body.cost
                                + Charge.whiteLine * Double(white) + legCost(lines: lines, legs: legs),
                            headlinePlace: .beside(columns: span)))
                }
            }
        }
    }
}
