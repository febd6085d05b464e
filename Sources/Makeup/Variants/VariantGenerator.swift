public import Layouts
internal import Pages
public import Typesetting

/// Finds the ways in which a story can fill a module.
///
/// All legs have the same measure, so the height of a module is arithmetic: the body is typeset once, and its rows in a
/// number of columns are its lines and the photo's cells, divided by the columns. The cost of each way is the sum of
/// its charges (`ModulePricing`). Among the ways with the same number of rows, the cheapest is kept.
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

    /// - Parameter typeset: parts of the story that are typeset already. Parts that the evaluation typesets are added.
    func variants(of story: Story, _ typeset: inout StorySettings.Typeset) -> StoryVariants {
        let settings = StorySettings(story, rank: nil, self, typeset)
        let widths = (1...layout.grid.columns).map {
            let isBand = $0 == layout.grid.columns && story.forms.contains(.footBand)
            return variants(
                of: settings, columns: $0, rows: layout.grid.rows, box: isBand ? layout.footBand : nil)
        }
        typeset = settings.typeset
        return StoryVariants(widths)
    }

    /// The story's variants in a number of columns.
    ///
    /// - Parameters:
    ///   - rank: the headline style's rank; the story's own when nil.
    ///   - rows: the most rows that the module may have.
    ///   - wish: the layout's wish for the photo; nil leaves its place and size open.
    ///   - box: a box that a layout wants round the story.
    ///   - headline: the direction of the headline's lines. A vertical headline is at the head of the first legs.
    public func variants(
        for story: Story, rank: Int? = nil, columns: Int, rows limit: Int, photo wish: PhotoWish? = nil,
        box: BoxStyle? = nil, headline: LineDirection = .horizontal
    ) -> WidthVariants {
        let settings = StorySettings(story, rank: rank, self)
        guard headline == .vertical else {
            return variants(of: settings, columns: columns, rows: limit, photo: wish, box: box)
        }
        var builder = builder(settings, columns: columns, limit: limit, box: box)
        addCorner(settings, wish, to: &builder)
        return cut(builder, of: settings, mayShift: false)
    }

    /// A typesetter of bodies in lines of a number of characters.
    func bodies(measure: Int) -> StoryTypesetter {
        StoryTypesetter(layout: layout, typesetter: typesetter, measure: measure)
    }

    private func variants(
        of settings: StorySettings, columns: Int, rows limit: Int, photo wish: PhotoWish? = nil, box: BoxStyle? = nil
    ) -> WidthVariants {
        var builder = builder(settings, columns: columns, limit: limit, box: box)
        let forms = settings.story.forms
        if let box {
            addAcross(settings, .boxed(layout.grid, columns: columns, box), wish, to: &builder)
        } else {
            let isWide =
                layout.headline(rank: settings.rank).legs == .wide
                && columns >= layout.prices.legs.leastColumnsSetWide
            let plain = ModuleForm.plain(layout.grid, columns: columns)
            let photos = photoChoices(settings, plain.legs, limit: limit, wish)
            if isWide {
                addAcross(settings, .wide(layout.grid, columns: columns), wish, to: &builder)
            } else {
                addAcross(settings, plain, photos, to: &builder)
            }
            addSide(settings, photos, to: &builder)
            if pricing.isPhotoStory(settings.story), columns > 1, wish == nil {
                addAcross(settings, .caption(layout.grid, columns: columns), wish, to: &builder)
            }
            if forms.contains(.besideHeadline) { addBeside(settings, to: &builder) }
            if forms.contains(.verticalHeadline) { addVertical(settings, to: &builder) }
            if forms.contains(.box) {
                addAcross(settings, .boxed(layout.grid, columns: columns, .standard), wish, to: &builder)
            }
        }
        var variants = cut(builder, of: settings, mayShift: wish == nil)
        if builder.isStepped {
            variants.stepped = SteppedVariants(
                builder.steppable, headlines: builder.headlines,
                breakers: settings.breakers(measure: layout.grid.measure), pricing)
        }
        addSpareRows(to: &variants, limit: limit)
        return variants
    }

    private func builder(_ settings: StorySettings, columns: Int, limit: Int, box: BoxStyle?) -> VariantBuilder {
        VariantBuilder(
            columns: columns, limit: limit,
            isStepped: box == nil && columns > 1 && !pricing.isPhotoStory(settings.story),
            widthCost: pricing.narrowLead(columns: columns, rank: settings.rank), prices: layout.prices)
    }

    private func addAcross(
        _ settings: StorySettings, _ form: ModuleForm, _ wish: PhotoWish?, to builder: inout VariantBuilder
    ) {
        addAcross(settings, form, photoChoices(settings, form.legs, limit: builder.limit, wish), to: &builder)
    }

    /// Adds variants with the headline over all legs, and a photo above it or under it at the head of the legs.
    private func addAcross(
        _ settings: StorySettings, _ form: ModuleForm, _ photos: [PhotoChoice?], to builder: inout VariantBuilder
    ) {
        let legs = form.legs.count, columns = builder.columns
        let blocks = settings.headlines(width: form.headlineWidth)
        let first = builder.add(blocks), headlines = sizes(of: blocks, columns: columns, settings.story)
        let boxRows = form.box == nil ? 0 : 2 * BoxStyle.insetRows
        let formCost = pricing.unboxed(settings.story, hasBox: form.box != nil)
        let mayStep = form.isPlain && builder.isStepped
        let lengths = sizes(of: settings.body(measure: form.legs.measure), legs: legs, settings.story)
        let ownLegs = form.ownLegs, box = form.box
        // The headlines for a photo under them, indexed by the columns that it covers.
        var headlinesOverPhoto: [[HeadlineChoice]] = Array(repeating: [], count: legs + 1)
        for photo in photos where photo?.place.level != .side {
            let photoRowsOver = photo?.rowsOverHeadline ?? 0
            let photoCells = photo.map { $0.place.level == .body ? $0.cells : 0 } ?? 0
            let photoRows = photo.map { $0.place.level == .body ? $0.place.rows : 0 } ?? 0
            let span = photo?.place.columns ?? 0
            if headlinesOverPhoto[span].isEmpty {
                headlinesOverPhoto[span] = cheapestByRows(headlines, over: photo?.width)
            }
            for (length, body) in lengths.enumerated() {
                let lines = body.lines
                let tight = max((lines + photoCells + legs - 1) / legs, photoRows)
                // A subhead of several rows cannot be divided between legs, and may need a spare row to fit.
                for bodyRows in tight...tight + (body.hasBlocks && legs > 1 ? 1 : 0) {
                    let white = legs * bodyRows - lines - photoCells
                    let underPhoto =
                        photoCells > 0 && span < legs
                        ? pricing.legsUnderPhoto(bodyRows - photoRows, legs: span) : .zero
                    let cost = formCost + body.cost + pricing.white(white) + (photo?.cost ?? .zero) + underPhoto
                    for headline in headlinesOverPhoto[span] {
                        let rows = boxRows + photoRowsOver + headline.rows + bodyRows
                        let cost = cost + headline.cost
                        builder.offer(rows: rows, white: white, cost: cost, mayStep: mayStep) {
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

    /// The cheapest headline with a number of rows.
    private struct HeadlineChoice {
        var rows: Int
        /// Its index among all headlines.
        var index: Int
        /// The cost with the charge for a photo under it that is narrower than it should be.
        var cost: Cost
    }

    /// The cheapest headline of each number of rows over a photo of a width. Over the same legs, no other of these rows
    /// can be cheaper.
    private func cheapestByRows(_ headlines: [HeadlineSize], over photo: Length?) -> [HeadlineChoice] {
        var choices: [HeadlineChoice] = []
        for (index, headline) in headlines.enumerated() {
            let cost = headline.cost + pricing.undersized(photo, deserving: headline.deserved)
            let choice = HeadlineChoice(rows: headline.rows, index: index, cost: cost)
            if let same = choices.firstIndex(where: { $0.rows == headline.rows }) {
                if cost < choices[same].cost { choices[same] = choice }
            } else {
                choices.append(choice)
            }
        }
        return choices
    }

    /// The properties of a headline block that the innermost loops use.
    struct HeadlineSize {
        var rows: Int
        var cost: Cost
        /// The width that photos under it should have.
        var deserved: Length
    }

    func sizes(of headlines: [HeadlineBlock], columns: Int, _ story: Story) -> [HeadlineSize] {
        let deserved = story.pictures.isEmpty ? .zero : pricing.deservedWidth(of: story)
        return headlines.map {
            HeadlineSize(
                rows: $0.rows, cost: cost(of: $0, columns: columns), deserved: max($0.width, deserved))
        }
    }

    func cost(of headline: HeadlineBlock, columns: Int) -> Cost {
        var cost = Cost.zero
        pricing.addHeadline(headline, columns: columns, to: &cost)
        return cost
    }

    /// The properties of a length of the body that the innermost loops use.
    struct BodySize {
        var lines: Int
        /// The charges for the length of the body and for the lengths of its legs.
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
}
