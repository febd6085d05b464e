internal import Layouts

/// The variants of a story in a number of columns whose legs end at two depths. The planner chooses the depths; whether
/// the lines fill the legs is arithmetic again.
struct SteppedVariants: Sendable {
    /// A headline, a photo and a length of the body. The depths of the legs are still open.
    struct Form: Sendable {
        /// The index of its recipe, and whether it has another row around its headline.
        @Variant.Small fileprivate var place: Int
        fileprivate var isSpare: Bool
        /// The rows of the module with level legs.
        @Variant.Small fileprivate var rows: Int
        /// The rows that the text takes in the legs.
        @Variant.Small fileprivate var lines: Int
        /// The cells of the module without white lines.
        @Variant.Small var cells: Int
        /// The cost without white lines and without the ends of the legs.
        var cost: Cost
    }

    let forms: [Form]
    /// The least cost of any form.
    let leastCost: Cost

    /// The properties in which variants on the page's columns, under a headline across them, differ.
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
    /// The least cost of any form for each number of cells, from the fewest on, without the ends of the legs.
    private let costsByCells: [Cost]
    private let fewestCells: Int
    /// A breaker for each length of the body; empty where only the number of lines counts, as in tests.
    private let breakers: [LegBreaker]
    private let pricing: ModulePricing

    /// - Parameters:
    ///   - variants: variants on the page's columns, under a headline across them, without the cost of the ends of
    ///     their legs.
    ///   - headlines: the headlines that the variants refer to. Without them, no form has a spare row.
    ///   - breakers: a breaker for each length of the body. Without them, the ends of legs cost nothing.
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

    /// The least cost of any form that fills a number of cells, white lines included; unreachable when none does.
    func leastCost(cells: Int) -> Cost {
        let place = cells - fewestCells
        return costsByCells.indices.contains(place) ? costsByCells[place] : .unreachable
    }

    /// The cost of a variant once its legs end at two depths, without white lines and the height of the step.
    static func cost(_ variant: borrowing Variant, _ prices: Prices) -> Cost {
        cost(variant.cost, white: variant.white, prices)
    }

    static func cost(_ cost: Cost, white: Int, _ prices: Prices) -> Cost {
        cost - prices.legs.whiteLine * white + prices.steps.steppedLegs
    }

    /// The cheapest variant with a number of rows and a step; nil when the lines do not fill the legs.
    func variant(rows: Int, step: LegStep) -> Variant? {
        var best: Variant?, least = Cost.unreachable
        let room = columns * rows - step.columns * step.rows
        // Few forms have the right number of cells. The cheapest are tried first, and those of the same cost in a fixed
        // order.
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

    /// The variant of a form with a number of rows and a step; nil when the legs do not hold its lines, or when a leg
    /// is too short or too long.
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
            // A photo may end at the foot of its legs. All other legs have enough lines to be read.
            guard rows >= lines.lowerBound || rows == 0 && variant.photo != nil else { return nil }
            variant.white += rows
        }
        guard variant.white >= 0, variant.white <= columns else { return nil }
        variant.cost = form.cost + pricing.white(variant.white) + pricing.prices.steps.height(of: step)
        return variant
    }

    /// The variant with the cost of the ends of its legs; nil when its cost is then not below a limit.
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
