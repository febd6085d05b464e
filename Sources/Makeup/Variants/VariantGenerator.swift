public import Layouts
internal import Pages
public import Typesetting

/// Finds the ways in which a story can fill a module. That every leg has the same measure makes this arithmetic: the
/// body is set once, and its rows on s columns are its lines and the photo's cells, divided by s.
public struct VariantGenerator {
    let layout: Layout
    let headlines: HeadlineBlockBuilder
    let photos: PhotoBlockBuilder
    let pricing: ModulePricing
    private let typesetter: Typesetter

    public init(layout: Layout, typesetter: Typesetter) {
        self.layout = layout
        self.typesetter = typesetter
        pricing = ModulePricing(layout)
        headlines = HeadlineBlockBuilder(layout: layout, typesetter: typesetter)
        photos = PhotoBlockBuilder(layout: layout, typesetter: typesetter)
    }

    /// The story's variants on one column, two columns, and so on, up to the columns of the page.
    func variants(of story: Story) -> StoryVariants {
        var typeset = StorySettings.Typeset()
        return variants(of: story, &typeset)
    }

    /// - Parameter typeset: what is typeset of the story already; what evaluation typesets is added.
    func variants(of story: Story, _ typeset: inout StorySettings.Typeset) -> StoryVariants {
        let settings = StorySettings(story, rank: nil, self, typeset)
        let widths = (1...layout.grid.columns).map {
            let isBand = $0 == layout.grid.columns && story.forms.contains(.footBand)
            return shelf(of: settings, columns: $0, rows: layout.grid.rows, box: isBand ? layout.footBand : nil)
        }
        typeset = settings.typeset
        return StoryVariants(widths)
    }

    /// - Parameters:
    ///   - rank: the headline style's rank; the story's own when nil.
    ///   - wish: what a layout asks of the photo; nil leaves it open.
    ///   - box: a box that a layout wants round the story.
    ///   - headline: how the headline's lines run; vertical ones stand at the head of the first legs.
    ///   - rows: the most rows that the module may have.
    public func shelf(
        for story: Story, rank: Int? = nil, columns: Int, rows limit: Int, photo wish: PhotoWish? = nil,
        box: BoxStyle? = nil, headline: LineDirection = .horizontal
    ) -> WidthVariants {
        let pieces = StorySettings(story, rank: rank, self)
        guard headline == .vertical else {
            return shelf(of: pieces, columns: columns, rows: limit, photo: wish, box: box)
        }
        var draft = draft(pieces, columns: columns, limit: limit, box: box)
        addCorner(pieces, wish, to: &draft)
        return cut(pieces, mayShift: false, draft)
    }

    /// Sets bodies in lines of so many characters.
    func bodies(measure: Int) -> StoryTypesetter {
        StoryTypesetter(layout: layout, typesetter: typesetter, measure: measure)
    }

    private func shelf(
        of pieces: StorySettings, columns: Int, rows limit: Int, photo wish: PhotoWish? = nil, box: BoxStyle? = nil
    ) -> WidthVariants {
        var draft = draft(pieces, columns: columns, limit: limit, box: box)
        let forms = pieces.story.forms
        if let box {
            addAcross(pieces, .boxed(layout.grid, columns: columns, box), wish, to: &draft)
        } else {
            let isWide =
                layout.headline(rank: pieces.rank).legs == .wide && columns >= layout.prices.legs.leastColumnsSetWide
            let plain = ModuleForm.plain(layout.grid, columns: columns)
            let photos = photoChoices(pieces, plain.legs, limit: limit, wish)
            if isWide {
                addAcross(pieces, .wide(layout.grid, columns: columns), wish, to: &draft)
            } else {
                addAcross(pieces, plain, photos, to: &draft)
            }
            addSide(pieces, photos, to: &draft)
            if pricing.isPhotoStory(pieces.story), columns > 1, wish == nil {
                addAcross(pieces, .caption(layout.grid, columns: columns), wish, to: &draft)
            }
            if forms.contains(.besideHeadline) { addBeside(pieces, to: &draft) }
            if forms.contains(.verticalHeadline) { addVertical(pieces, to: &draft) }
            if forms.contains(.box) {
                addAcross(pieces, .boxed(layout.grid, columns: columns, .standard), wish, to: &draft)
            }
        }
        var shelf = cut(pieces, mayShift: wish == nil, draft)
        if draft.isStepped {
            shelf.stepped = SteppedVariants(
                draft.loose, headlines: draft.headlines, breakers: pieces.breakers(measure: layout.grid.measure),
                pricing)
        }
        addSpareRows(&shelf, limit: limit)
        return shelf
    }

    private func draft(_ pieces: StorySettings, columns: Int, limit: Int, box: BoxStyle?) -> VariantBuilder {
        VariantBuilder(
            columns: columns, limit: limit, isStepped: box == nil && columns > 1 && !pricing.isPhotoStory(pieces.story),
            widthCost: pricing.narrowLead(columns: columns, rank: pieces.rank), prices: layout.prices)
    }

    private func addAcross(
        _ pieces: StorySettings, _ form: ModuleForm, _ wish: PhotoWish?, to draft: inout VariantBuilder
    ) {
        addAcross(pieces, form, photoChoices(pieces, form.legs, limit: draft.limit, wish), to: &draft)
    }

    /// Headline over all legs; a photo over it, or under it at the legs' head.
    private func addAcross(
        _ pieces: StorySettings, _ form: ModuleForm, _ photos: [PhotoChoice?], to draft: inout VariantBuilder
    ) {
        let legs = form.legs.count, columns = draft.columns
        let blocks = pieces.headlines(width: form.headlineWidth)
        let first = draft.add(blocks), headlines = sizes(of: blocks, columns: columns, pieces.story)
        let boxRows = form.box == nil ? 0 : 2 * BoxStyle.insetRows
        let formCost = pricing.unboxed(pieces.story, hasBox: form.box != nil)
        let mayStep = form.isPlain && draft.isStepped
        let lengths = sizes(of: pieces.body(measure: form.legs.measure), legs: legs, pieces.story)
        let ownLegs = form.ownLegs, box = form.box
        // By the columns that photos under them cover.
        var fits: [[HeadlineFit]] = Array(repeating: [], count: legs + 1)
        for photo in photos where photo?.place.level != .side {
            let over = photo?.rowsOverHeadline ?? 0
            let held = photo.map { $0.place.level == .body ? $0.cells : 0 } ?? 0
            let least = photo.map { $0.place.level == .body ? $0.place.rows : 0 } ?? 0
            let span = photo?.place.columns ?? 0
            if fits[span].isEmpty { fits[span] = self.fits(headlines, under: photo?.width) }
            for (length, body) in lengths.enumerated() {
                let lines = body.lines
                let tight = max((lines + held + legs - 1) / legs, least)
                // A subhead of several rows cannot be parted, and may need a row of play to fall anywhere at all.
                for bodyRows in tight...tight + (body.hasBlocks && legs > 1 ? 1 : 0) {
                    let white = legs * bodyRows - lines - held
                    let under = held > 0 && span < legs ? pricing.legsUnderPhoto(bodyRows - least, legs: span) : .zero
                    let cost = formCost + body.cost + pricing.white(white) + (photo?.cost ?? .zero) + under
                    for headline in fits[span] {
                        let rows = boxRows + over + headline.rows + bodyRows
                        let cost = cost + headline.cost
                        draft.offer(rows: rows, white: white, cost: cost, mayStep: mayStep) {
                            Variant(
                                columns: columns, rows: rows, headline: first + headline.index, length: length,
                                photo: photo?.place, bodyRows: bodyRows, spareRows: 0, white: white, cost: cost,
                                ownLegs: ownLegs, box: box)
                        }
                    }
                }
            }
        }
    }

    /// The cheapest of the headlines that take so many rows.
    private struct HeadlineFit {
        var rows: Int
        /// Its place among all.
        var index: Int
        /// With what the photos under it cost that they are too narrow for it.
        var cost: Cost
    }

    /// Of headlines that take the same rows the cheapest over photos of a width: over the same legs no other is wanted.
    private func fits(_ headlines: [HeadlineSize], under photo: Length?) -> [HeadlineFit] {
        var fits: [HeadlineFit] = []
        for (index, headline) in headlines.enumerated() {
            let cost = headline.cost + pricing.undersized(photo, deserving: headline.deserved)
            let fit = HeadlineFit(rows: headline.rows, index: index, cost: cost)
            if let known = fits.firstIndex(where: { $0.rows == headline.rows }) {
                if cost < fits[known].cost { fits[known] = fit }
            } else {
                fits.append(fit)
            }
        }
        return fits
    }

    /// What planning asks of a headline's block, many thousand times.
    struct HeadlineSize {
        var rows: Int
        var cost: Cost
        /// The width that photos under it deserve.
        var deserved: Length
    }

    func sizes(of headlines: [HeadlineBlock], columns: Int, _ story: Story) -> [HeadlineSize] {
        let deserved = story.pictures.isEmpty ? .zero : pricing.deservedWidth(of: story)
        return headlines.map {
            HeadlineSize(
                rows: $0.rows, cost: headlineCost($0, columns: columns), deserved: max($0.width, deserved))
        }
    }

    /// The same of one of a body's lengths.
    struct BodySize {
        var lines: Int
        /// That it is stretched, and how long its legs are.
        var cost: Cost
        var hasBlocks: Bool
    }

    func sizes(of body: Body, legs: Int, _ story: Story) -> [BodySize] {
        let isPhotoStory = pricing.isPhotoStory(story)
        return body.lengths.map { length in
            let lines = length.galley.rows
            var cost = Cost.zero
            pricing.addBody(length, lines: lines, legs: legs, isPhotoStory: isPhotoStory, to: &cost)
            return BodySize(lines: lines, cost: cost, hasBlocks: length.galley.hasBlocks)
        }
    }

    func headlineCost(_ headline: HeadlineBlock, columns: Int) -> Cost {
        var cost = Cost.zero
        pricing.addHeadline(headline, columns: columns, to: &cost)
        return cost
    }
}
