internal import Layouts
internal import Pages
internal import Typesetting

/// What a module costs in itself, fault by fault: the price of its variant taken apart again, for a report. While variants
/// are weighed only their sums are kept, as there are many thousands of them.
struct ModuleCharges: Hashable, Sendable {
    /// Breaks of the title, lines too many, sizes under the ladder's largest.
    var headlines = 0.0
    /// One-column headlines of more than three lines.
    var towers = 0.0
    /// White about headlines beyond their style's.
    var spareRows = 0.0
    /// White at the sides of headlines that are much narrower than their columns.
    var headlineSides = 0.0
    var whiteLines = 0.0
    /// Legs too short, too shallow or too long.
    var legLengths = 0.0
    /// Lines left alone at legs' heads and feet, subheads at feet.
    var loneLines = 0.0
    /// Bodies set longer or shorter than they like to be.
    var bodyLengths = 0.0
    var photoCrops = 0.0
    /// Photos smaller than their headline or their rank, or than their share of the module.
    var photoSizes = 0.0
    var photoPlaces = 0.0
    /// Headlines beside their text or upright, boxes that are not there, legs of two depths.
    var forms = 0.0
    var narrowLead = 0.0
    /// What no term accounts for: nothing, on a page that the planner made.
    var other = 0.0

    /// The terms by name, in the order of a report.
    var named: [(name: String, cost: Double)] {
        [
            ("headlines", headlines), ("tower headlines", towers), ("spare rows", spareRows),
            ("headline sides", headlineSides),
            ("white lines", whiteLines), ("leg lengths", legLengths), ("lone lines", loneLines),
            ("body lengths", bodyLengths), ("photo crops", photoCrops), ("photo sizes", photoSizes),
            ("photo places", photoPlaces), ("forms", forms), ("narrow lead", narrowLead), ("other", other),
        ]
    }

    var sum: Double { named.reduce(0) { $0 + $1.cost } }

    static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.headlines += b.headlines
        sum.towers += b.towers
        sum.spareRows += b.spareRows
        sum.headlineSides += b.headlineSides
        sum.whiteLines += b.whiteLines
        sum.legLengths += b.legLengths
        sum.loneLines += b.loneLines
        sum.bodyLengths += b.bodyLengths
        sum.photoCrops += b.photoCrops
        sum.photoSizes += b.photoSizes
        sum.photoPlaces += b.photoPlaces
        sum.forms += b.forms
        sum.narrowLead += b.narrowLead
        sum.other += b.other
        return sum
    }
}

extension VariantGenerator {
    /// - Parameter isDrawn: whether the layout says where its photo stands and how large it is.
    func charges(of module: Module, isDrawn: Bool) -> ModuleCharges {
        let variant = module.variant, headline = module.headline, story = module.story
        var charges = ModuleCharges()
        charges.headlines = headline.cost
        charges.whiteLines = Charge.whiteLine * Double(variant.white)
        charges.bodyLengths = Charge.stretchedBody * module.body.lengths[variant.length].cost
        charges.narrowLead = widthCost(variant.columns, rank: story.rank)
        let lines = module.galley.rows
        charges.legLengths = legCost(story, lines: lines, legs: textLegs(of: variant))
        let cut = LegBreaker(module.galley).cost(legs: variant.legCount) { variant.leg($0).rows }
        charges.loneLines = (cut ?? 0) - LegBreaker.Charge.shortRow * Double(variant.white)
        addHeadline(of: module, to: &charges)
        if let photo = variant.photo { addPhoto(photo, of: module, isDrawn: isDrawn, to: &charges) }
        if let step = variant.step { charges.forms += Charge.step + SteppedVariants.cost(of: step) }
        let rest = variant.cost - charges.sum
        // How a toothed story was cut before its legs ended at two depths nobody knows any more, and one that does not fit
        // has no cut.
        if variant.step == nil, cut != nil { charges.other = rest } else { charges.legLengths += rest }
        return charges
    }

    /// The legs that a variant's lines are shared between.
    private func textLegs(of variant: Variant) -> Int {
        switch variant.headlinePlace {
        case .beside(let columns): return variant.columns - columns
        case .vertical, .corner: return variant.legCount
        case .across: break
        }
        guard let photo = variant.photo, photo.level == .side, variant.rows == photo.rows else {
            return variant.legCount
        }
        return variant.columns - photo.columns
    }

    private func addHeadline(of module: Module, to charges: inout ModuleCharges) {
        let variant = module.variant, headline = module.headline
        if variant.headlinePlace.isHorizontal {
            charges.spareRows = Self.airCost(headline, spare: variant.spareRows)
            charges.headlineSides = sideCost(headline, columns: variant.headlineColumns.count)
            if variant.headlineColumns.count == 1, headline.titleLines > Self.towerLines {
                charges.towers = Charge.towerHeadline
            }
        }
        switch variant.headlinePlace {
        case .across:
            if variant.box == nil, variant.photo?.level != .side, module.story.forms.contains(.box) {
                charges.forms += Charge.unboxed
            }
        case .beside(let span):
            charges.forms += Charge.headlineBeside + besideAir(headline, rows: variant.rows, span: span)
        case .vertical:
            charges.forms += Charge.headlineVertical + verticalAir(headline, rows: variant.rows)
        case .corner: break
        }
    }

    private func addPhoto(
        _ photo: Variant.PhotoPlace, of module: Module, isDrawn: Bool, to charges: inout ModuleCharges
    ) {
        let variant = module.variant, story = module.story
        let legs = variant.ownLegs ?? LegGrid(layout.grid, columns: variant.columns)
        charges.photoCrops = cropCost(module.photos?.cropped ?? 0)
        if case .corner = variant.headlinePlace {
        } else {
            charges.photoSizes = stampCost(legs.width(of: photo.columns), under: module.headline, story)
        }
        if photo.level == .side {
            charges.legLengths += crumbCost(variant.rows - photo.rows, legs: photo.columns)
        } else if variant.headlinePlace == .across {
            charges.legLengths += crumbs(photo, bodyRows: variant.bodyRows, legs: legs.count)
        }
        guard !isDrawn else { return }
        charges.photoSizes += shareCost(photo.columns, photo.rows, of: story, on: legs.count)
        charges.photoPlaces = placeCost(photo, of: legs.count)
    }
}

extension Variant.HeadlinePlace {
    fileprivate var isHorizontal: Bool {
        switch self {
        case .across, .beside: true
        case .vertical, .corner: false
        }
    }
}
