public import Layouts
internal import Pages
public import Typesetting

/// Finds the ways in which a story can fill a module. That every leg has the same measure makes this arithmetic: the
/// body is set once, and its rows on s columns are its lines and the photo's cells, divided by s.
public struct VariantMaker {
    let layout: Layout
    let headlines: HeadlineMaker
    let photos: PhotoMaker

    public init(layout: Layout, setter: Typesetter) {
        self.layout = layout
        headlines = HeadlineMaker(layout: layout, setter: setter)
        photos = PhotoMaker(layout: layout, setter: setter)
    }

    enum Charge {
        /// A line of white at a leg's foot (留白).
        static let whiteLine = 2.0
        /// A spare row under the headline: one is air, a second is a hole.
        static let spareRow = 1.2
        /// A body set longer or shorter than it likes to be, per unit of line cost.
        static let stretchedBody = 0.6
        /// A tenth of a photo cropped away, by the square: a little is never seen.
        static let cropTenth = 1.0
        /// Legs under five lines read as crumbs, those over forty-five as a wall; per line beyond.
        static let shortLeg = 3.0
        static let longLeg = 0.4
        /// A photo's share of its module should be about two fifths; by the square of the tenths it is off.
        static let photoShare = 0.5
        /// A photo that is narrower than the headline over it is no picture but a stamp; by the share that it lacks.
        static let smallPhoto = 30.0
        /// A one-column headline of more than three lines.
        static let towerHeadline = 8.0
        /// A photo that stands over all columns has no text beside it: it parts headline and body.
        static let photoAcross = 1.0
    }

    private static let legLines = 5...45
    private static let photoShare = 0.4
    /// Spare rows that a headline may get beyond its own.
    private static let mostSpare = 2

    /// - Parameters:
    ///   - rank: the headline style's rank; the story's own when nil.
    ///   - wish: what a layout asks of the photo; nil leaves it open.
    ///   - rows: the most rows that the module may have.
    public func shelf(
        for story: Story, rank: Int? = nil, columns: Int, rows limit: Int, photo wish: PhotoWish? = nil
    ) -> VariantShelf {
        let headlines = self.headlines.blocks(for: story, rank: rank, columns: columns)
        var shelf = VariantShelf(headlines: headlines, variants: [:])
        let photos = photoPlaces(story, columns: columns, limit: limit, wish)
        for (length, body) in story.body.lengths.enumerated() {
            let lines = body.galley.rows
            for photo in photos {
                let held = photo.place.map { $0.columns * $0.rows } ?? 0
                let least = max((lines + held + columns - 1) / columns, photo.place?.rows ?? 0)
                let photoWidth = photo.place.map { layout.grid.width(of: $0.columns) }
                // A subhead of several rows cannot be parted, and may need a row of play to fall anywhere at all.
                for bodyRows in least...least + (body.galley.hasBlocks && columns > 1 ? 1 : 0) {
                    let white = columns * bodyRows - lines - held
                    let cost = Charge.stretchedBody * body.cost + Charge.whiteLine * Double(white) + photo.cost
                        + legCost(lines: lines, columns: columns)
                    for (index, headline) in headlines.enumerated() {
                        var lacking = 0.0
                        if let photoWidth { lacking = max(0, 1 - photoWidth / headline.width) }
                        let base = Variant(
                            columns: columns, rows: headline.rows + bodyRows, headline: index, length: length,
                            photo: photo.place, bodyRows: bodyRows, spareRows: 0, white: white,
                            cost: cost + headlineCost(headline, columns: columns) + Charge.smallPhoto * lacking)
                        add(base, to: &shelf, limit: limit)
                    }
                }
            }
        }
        chargeCuts(story, &shelf)
        addSpareRows(&shelf, limit: limit)
        return shelf
    }

    private func add(_ variant: Variant, to shelf: inout VariantShelf, limit: Int) {
        guard variant.rows <= limit else { return }
        if let known = shelf.variants[variant.rows], known.cost <= variant.cost { return }
        shelf.variants[variant.rows] = variant
    }

    /// What the legs' ends cost: lone lines, subheads at feet.
    private func chargeCuts(_ story: Story, _ shelf: inout VariantShelf) {
        let breakers = story.body.lengths.map { LegBreaker($0.galley) }
        for (rows, variant) in shelf.variants {
            let cut = breakers[variant.length].cut(variant.legs.map(\.rows))
            guard cut.overset.isEmpty else {
                shelf.variants[rows] = nil
                continue
            }
            // White lines were charged above; the breaker's own charge for the same rows is taken back.
            shelf.variants[rows]!.cost += cut.cost - LegBreaker.Charge.shortRow * Double(variant.white)
        }
    }

    private func addSpareRows(_ shelf: inout VariantShelf, limit: Int) {
        let tight = shelf.variants.values.sorted { $0.rows < $1.rows }
        for variant in tight {
            for spare in 1...Self.mostSpare {
                var loose = variant
                loose.rows += spare
                loose.spareRows = spare
                loose.cost += Charge.spareRow * Double(spare * spare)
                add(loose, to: &shelf, limit: limit)
            }
        }
    }

    private func headlineCost(_ headline: HeadlineBlock, columns: Int) -> Double {
        headline.cost + (columns == 1 && headline.titleLines > 3 ? Charge.towerHeadline : 0)
    }

    private func legCost(lines: Int, columns: Int) -> Double {
        let each = Double(lines) / Double(columns)
        if each < Double(Self.legLines.lowerBound) { return Charge.shortLeg * (Double(Self.legLines.lowerBound) - each) }
        return Charge.longLeg * max(0, each - Double(Self.legLines.upperBound))
    }

    /// Where the story's photos may stand and how high they may be; one empty place for a story without any.
    private func photoPlaces(
        _ story: Story, columns: Int, limit: Int, _ wish: PhotoWish?
    ) -> [(place: Variant.PhotoPlace?, cost: Double)] {
        guard !story.pictures.isEmpty else { return [(nil, 0)] }
        let spans = wish.map { [min($0.columns, columns)] } ?? Array(1...columns)
        var places: [(place: Variant.PhotoPlace?, cost: Double)] = []
        for span in spans {
            let arrangement = photos.arrangement(of: story.pictures, columns: span)
            let natural = arrangement.naturalRows
            let reach = Int(Double(natural) * layout.photos.maxCrop)
            let heights = wish?.rows.map { [$0] } ?? Array(max(3, natural - reach)...natural + reach)
            for rows in heights where rows < limit {
                let cropped = arrangement.block(rows: rows).cropped * 10
                let held = Double(span * rows)
                let share = held / (held + Double(story.body.best.rows))
                let off = (share - Self.photoShare) * 10
                let cost = Charge.cropTenth * cropped * cropped + (wish == nil ? Charge.photoShare * off * off : 0)
                    + (span == columns && columns > 1 ? Charge.photoAcross : 0)
                places.append((Variant.PhotoPlace(column: column(wish, span, columns), columns: span, rows: rows), cost))
            }
        }
        return places
    }

    /// Pictures stand at the right unless the layout says otherwise: the text begins at the left, under the headline.
    private func column(_ wish: PhotoWish?, _ span: Int, _ columns: Int) -> Int {
        switch wish?.side ?? .right {
        case .left: 0
        case .right: columns - span
        case .middle: (columns - span) / 2
        }
    }
}
