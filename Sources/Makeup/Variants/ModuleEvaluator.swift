internal import Layouts
internal import Pages
internal import Typesetting

/// Itemises the cost of a module by its charges, for a report. While variants are compared only the sums are kept,
/// because there are many thousands of them.
struct ModuleEvaluator {
    private let layout: Layout
    private let pricing: ModulePricing

    /// - Parameter layout: the layout of the module: the page's, or one with a grid of the module's own.
    init(_ layout: Layout) { (self.layout, pricing) = (layout, ModulePricing(layout)) }

    /// The charges of the module's variant when it was chosen, by term.
    ///
    /// - Parameter wish: the wish of a drawn area for the photo. The place and size of such a photo are not charged.
    func charges(of module: Module, photo wish: PhotoWish? = nil) -> ItemisedCost {
        let variant = module.variant, story = module.story, length = module.body.lengths[variant.length]
        var charges = ItemisedCost.zero
        addHeadline(of: module, to: &charges)
        pricing.addBody(
            length, lines: module.galley.rows, legs: textLegs(of: module), isPhotoStory: pricing.isPhotoStory(story),
            to: &charges)
        charges.add(pricing.white(variant.white), for: .whiteLines)
        if let cut = LegBreaker(module.galley, layout.prices.legs).cost(legs: variant.legCount, variant.pricedRows(_:))
        {
            charges.add(pricing.legEnds(cut, white: variant.white), for: .loneLines)
        }
        charges.add(pricing.narrowLead(columns: variant.columns, rank: story.rank), for: .narrowLead)
        if let photo = variant.photo { addPhoto(photo, of: module, wish, to: &charges) }
        if let step = variant.step {
            charges.add(layout.prices.steps.steppedLegs + layout.prices.steps.height(of: step), for: .forms)
        }
        charges.add(variant.cost - charges.total, for: .other)
        return charges
    }

    /// The number of legs that the variant's lines are divided among.
    private func textLegs(of module: Module) -> Int {
        let variant = module.variant
        switch variant.headlinePlace {
        case .beside(let columns): return variant.columns - columns
        case .vertical, .corner: return variant.legCount
        case .across: break
        }
        guard let photo = variant.photo, photo.level == .side, rowsUnder(photo, of: module) == 0 else {
            return variant.legCount
        }
        return variant.columns - photo.columns
    }

    /// The rows of text under a photo, as they were priced.
    private func rowsUnder(_ photo: Variant.PhotoPlace, of module: Module) -> Int {
        let bodyTop = photo.level == .side ? module.headline.rows : 0
        return module.variant.pricedBodyRows + bodyTop - photo.rows
    }

    private func addHeadline(of module: Module, to charges: inout ItemisedCost) {
        let variant = module.variant, headline = module.headline, columns = variant.headlineColumns.count
        switch variant.headlinePlace {
        case .across:
            pricing.addHeadline(headline, columns: columns, spare: variant.spareRows, to: &charges)
            if variant.photo?.level != .side {
                charges.add(pricing.unboxed(module.story, hasBox: variant.box != nil), for: .forms)
            }
        case .beside:
            pricing.addHeadline(headline, columns: columns, to: &charges)
            charges.add(pricing.besideText(headline, rows: variant.pricedRows, columns: columns), for: .forms)
        case .vertical:
            charges.add(headline.cost, for: .headlines)
            charges.add(pricing.verticalBesideText(headline, rows: variant.pricedRows), for: .forms)
        case .corner: charges.add(headline.cost, for: .headlines)
        }
    }

    private func addPhoto(
        _ photo: Variant.PhotoPlace, of module: Module, _ wish: PhotoWish?, to charges: inout ItemisedCost
    ) {
        let variant = module.variant, story = module.story
        let legs = variant.ownLegs ?? LegGrid(layout.grid, columns: variant.columns)
        charges.add(pricing.crop(module.photos?.cropped ?? 0), for: .photoCrops)
        if variant.headlinePlace == .across {
            let deserved = pricing.deservedWidth(under: module.headline, of: story)
            charges.add(pricing.undersized(legs.width(of: photo.columns), deserving: deserved), for: .photoSizes)
            if photo.level == .side || photo.level == .body && photo.columns < legs.count {
                let under = pricing.legsUnderPhoto(rowsUnder(photo, of: module), legs: photo.columns)
                charges.add(under, for: .legLengths)
            }
        }
        guard wish == nil else { return }
        let share = pricing.photoShare(columns: photo.columns, rows: photo.rows, of: story, legs: legs.count)
        charges.add(share, for: .photoSizes)
        charges.add(pricing.photoPlace(photo, legs: legs.count), for: .photoPlaces)
    }
}
