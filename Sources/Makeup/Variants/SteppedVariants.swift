internal import Layouts

/// What a story can be on so many columns when its legs end at two depths. The planner chooses the depths, and whether the
/// lines fill the legs then is arithmetic again.
struct SteppedVariants: Sendable {
    /// A headline, a photo and a length of the body; the legs' depths are still open.
    struct Form: Sendable {
        /// The place of its recipe, and whether it has a row more about its headline.
        @Variant.Small fileprivate var place: Int
        fileprivate var isSpare: Bool
        /// Rows of the module with level legs.
        @Variant.Small fileprivate var rows: Int
        /// Rows that the legs need for the text.
        @Variant.Small fileprivate var lines: Int
        /// Cells of its module, white lines not counted.
        @Variant.Small var cells: Int
        /// Without white lines and the legs' ends.
        var cost: Cost
    }

    let forms: [Form]
    /// What any variant costs at least.
    let leastCost: Cost

    /// What differs between variants on the page's columns, under a headline across them.
    private struct Recipe: Sendable {
        @Variant.Small var rows: Int
        @Variant.Small var headline: Int
        @Variant.Small var length: Int
        @Variant.Small var bodyRows: Int
        @Variant.Small var spareRows: Int
        @Variant.Small var white: Int
        var photo: Variant.PhotoPlace?
        var cost: Cost

        init(_ variant: Variant) {
            (rows, headline, length, bodyRows) = (variant.rows, variant.headline, variant.length, variant.bodyRows)
            (spareRows, white, photo, cost) = (variant.spareRows, variant.white, variant.photo, variant.cost)
        }

        func variant(columns: Int) -> Variant {
            Variant(
                columns: columns, rows: rows, headline: headline, length: length, photo: photo, bodyRows: bodyRows,
                spareRows: spareRows, white: white, cost: cost)
        }
    }
    private let recipes: [Recipe]
    private let columns: Int
    /// The least cost of any form with so many cells, from the fewest on, without the legs' ends.
    private let costsByCells: [Cost]
    private let fewestCells: Int
    /// One for each length of the body; none where only the lines count, as in tests.
    private let breakers: [LegBreaker]
    private let pricing: ModulePricing

    /// - Parameters:
    ///   - variants: on the page's columns, under a headline across them; without what the legs' ends cost.
    ///   - headlines: those that the variants refer to; without them no form has a spare row.
    ///   - breakers: one for each length of the body; without them the legs' ends cost nothing.
    init(
        _ variants: [Variant], headlines: [HeadlineBlock] = [], breakers: [LegBreaker] = [], _ pricing: ModulePricing
    ) {
        (self.breakers, self.pricing) = (breakers, pricing)
        recipes = variants.map(Recipe.init)
        let columns = variants.first?.columns ?? 0
        self.columns = columns
        var forms: [Form] = []
        forms.reserveCapacity(2 * variants.count)
        for (place, variant) in variants.enumerated() {
            let lines = (0..<variant.legCount).reduce(-variant.white) { $0 + variant.leg($1).rows }
            forms.append(
                Form(
                    place: place, isSpare: false, rows: variant.rows, lines: lines,
                    cells: columns * variant.rows - variant.white, cost: Self.cost(variant, pricing.prices)))
        }
        if !headlines.isEmpty {
            for (place, variant) in variants.enumerated() {
                guard let air = variant.airCost(headlines[variant.headline], spare: 1, pricing) else { continue }
                var spare = forms[place]
                spare.isSpare = true
                spare.rows += 1
                spare.cells += columns
                spare.cost += air
                forms.append(spare)
            }
        }
        self.forms = forms
        leastCost = forms.reduce(.unreachable) { min($0, $1.cost) }
        let fewest = forms.reduce(forms.isEmpty ? 0 : .max) { min($0, $1.cells) }
        let most = forms.reduce(-1) { max($0, $1.cells) }
        fewestCells = fewest
        var least = Array(repeating: Cost.unreachable, count: most + columns + 1 - fewest)
        for form in forms {
            for white in 0...columns {
                let place = form.cells + white - fewest
                least[place] = min(least[place], form.cost + pricing.white(white))
            }
        }
        costsByCells = least
    }

    /// A form as a variant with level legs.
    func variant(_ form: Form) -> Variant {
        var variant = recipes[form.place].variant(columns: columns)
        if form.isSpare {
            variant.rows += 1
            variant.spareRows += 1
        }
        return variant
    }

    /// The least cost of any form that fills so many cells, white lines included; unreachable where none does.
    func leastCost(cells: Int) -> Cost {
        let place = cells - fewestCells
        return costsByCells.indices.contains(place) ? costsByCells[place] : .unreachable
    }

    /// What a variant with level legs costs once they end at two depths, without white lines and the step's height.
    static func cost(_ variant: borrowing Variant, _ prices: Prices) -> Cost {
        cost(variant.cost, white: variant.white, prices)
    }

    static func cost(_ cost: Cost, white: Int, _ prices: Prices) -> Cost {
        cost - prices.legs.whiteLine * white + prices.steps.steppedLegs
    }

    /// The cheapest way to fill so many rows with such a step; nil when the lines do not fill the legs.
    func variant(rows: Int, step: LegStep) -> Variant? {
        var best: Variant?, least = Cost.unreachable
        let room = columns * rows - step.columns * step.rows
        // Few forms have as many cells. The cheapest are tried first, and those that cost as much in a fixed order.
        let fitting = forms.filter { 0...columns ~= room - $0.cells }.sorted {
            ($0.cost, $0.rows, $0.isSpare ? 1 : 0, $0.place) < ($1.cost, $1.rows, $1.isSpare ? 1 : 0, $1.place)
        }
        for form in fitting {
            if least <= form.cost { break }
            guard let variant = filled(form, rows: rows, step), variant.cost < least,
                let cut = cut(variant, below: least)
            else { continue }
            (best, least) = (cut, cut.cost)
        }
        return best
    }

    /// A form whose legs hold its lines in so many rows; nil when they do not, or when a leg is too short or too long.
    private func filled(_ form: Form, rows: Int, _ step: LegStep) -> Variant? {
        var variant = variant(form)
        guard step.columns < columns, rows - step.rows > variant.rows - variant.bodyRows else { return nil }
        variant.bodyRows += rows - variant.rows
        variant.rows = rows
        variant.step = step
        let lines = pricing.prices.legs.lines
        guard variant.bodyRows <= lines.upperBound,
            variant.bodyRows <= (variant.bodyRows - step.rows) * pricing.prices.steps.mostTimes
        else { return nil }
        variant.white = -form.lines
        for leg in 0..<variant.legCount {
            let rows = variant.leg(leg).rows
            // A photo may stand on the foot of its legs; other legs have lines enough to be read.
            guard rows >= lines.lowerBound || rows == 0 && variant.photo != nil else { return nil }
            variant.white += rows
        }
        guard variant.white >= 0, variant.white <= columns else { return nil }
        variant.cost = form.cost + pricing.white(variant.white) + pricing.prices.steps.height(of: step)
        return variant
    }

    /// The variant with what its legs' ends cost; nil where it costs no less than a limit then.
    private func cut(_ variant: Variant, below limit: Cost) -> Variant? {
        guard !breakers.isEmpty else { return variant }
        let least = variant.cost + pricing.legEnds(.zero, white: variant.white)
        let cut = breakers[variant.length].cost(legs: variant.legCount, below: limit - least) {
            variant.leg($0).rows
        }
        guard let cut else { return nil }
        var variant = variant
        variant.cost = least + cut
        return variant
    }
}
