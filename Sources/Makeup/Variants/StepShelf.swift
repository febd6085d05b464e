/// What a story needs on so many columns when its legs end at two depths: each depth is the planner's to choose, and
/// whether the lines come out is arithmetic again.
struct StepShelf: Sendable {
    /// Headline, photo and length, the legs still open.
    struct Form: Sendable {
        /// As on the plain shelf.
        var variant: Variant
        /// Rows that legs have to have for the text.
        var lines: Int
        /// Cells of its module, white lines aside.
        var cells: Int
        /// What it costs but for white lines and the legs' ends.
        var cost: Double
    }

    /// The cheapest first.
    let forms: [Form]
    /// What each form costs, and the cells that it needs: most are passed over for one of the two.
    private let costs: [Double]
    private let needed: [Int]
    /// What the cheapest form costs with so many cells, from the fewest on, the legs' ends aside.
    private let costsByCells: [Double]
    private let fewestCells: Int
    /// One for each length of the body; none where the lines are only counted.
    let breakers: [LegBreaker]

    /// Fewer rows between the two depths look like a slip; more leave a tail that nobody takes for the same story, as
    /// does a deep leg of so many times the lines of a short one.
    static let leastRows = 6
    static let mostRows = 32
    static let mostTimes = 3

    /// - Parameters:
    ///   - variants: such as it takes, without what the legs' ends cost.
    ///   - headlines: their headlines; without them none has a spare row.
    ///   - breakers: see there.
    init(_ variants: [Variant], headlines: [HeadlineBlock] = [], breakers: [LegBreaker] = []) {
        self.breakers = breakers
        let spare = headlines.isEmpty ? [] : variants.compactMap { $0.loosened(headlines[$0.headline]) }
        let all = variants + spare
        let order = all.map { ($0.rows, Self.cost($0)) }.enumerated()
            .sorted { ($0.element.1, $0.element.0, $0.offset) < ($1.element.1, $1.element.0, $1.offset) }
        forms = order.map { place, form in
            let variant = all[place]
            return Form(
                variant: variant, lines: variant.legs.reduce(0) { $0 + $1.rows } - variant.white,
                cells: variant.columns * variant.rows - variant.white, cost: form.1)
        }
        costs = forms.map(\.cost)
        needed = forms.map(\.cells)
        let columns = variants.first?.columns ?? 0
        fewestCells = needed.min() ?? 0
        var least = Array(repeating: Double.infinity, count: (needed.max() ?? -1) + columns + 1 - fewestCells)
        for form in forms {
            for white in 0...columns {
                let place = form.cells + white - fewestCells
                least[place] = min(least[place], form.cost + VariantMaker.Charge.whiteLine * Double(white))
            }
        }
        costsByCells = least
    }

    /// What a form that fills so many cells costs at least, white lines included; infinite where none does.
    func leastCost(cells: Int) -> Double {
        let place = cells - fewestCells
        return costsByCells.indices.contains(place) ? costsByCells[place] : .infinity
    }

    /// What its variants cost at the very least.
    var leastCost: Double { costs.first ?? .infinity }

    /// Whether a variant's legs may end at two depths: on the page's columns, under a headline across them.
    static func takes(_ variant: Variant) -> Bool {
        variant.columns > 1 && variant.ownLegs == nil && variant.box == nil && variant.headlinePlace == .across
    }

    /// What a variant costs but for its white lines.
    static func cost(_ variant: Variant) -> Double {
        variant.cost - VariantMaker.Charge.whiteLine * Double(variant.white) + VariantMaker.Charge.step
    }

    /// What a step costs by its height.
    static func cost(of step: LegStep) -> Double {
        VariantMaker.Charge.stepRow * Double(step.rows - leastRows)
    }

    /// The cheapest way to fill so many rows with such a step; nil when the lines do not come out.
    func variant(rows: Int, step: LegStep) -> Variant? {
        var best: Variant?, least = Double.infinity
        guard let columns = forms.first?.variant.columns else { return nil }
        let room = columns * rows - step.columns * step.rows
        for place in forms.indices {
            if least <= costs[place] { break }
            guard 0...columns ~= room - needed[place], let loose = filled(forms[place], rows: rows, step),
                loose.cost < least, let charged = charged(loose), charged.cost < least
            else { continue }
            (best, least) = (charged, charged.cost)
        }
        return best
    }

    private func filled(_ form: Form, rows: Int, _ step: LegStep) -> Variant? {
        var variant = form.variant
        guard step.columns < variant.columns, rows - step.rows > variant.rows - variant.bodyRows else { return nil }
        variant.bodyRows += rows - variant.rows
        variant.rows = rows
        variant.step = step
        let legs = variant.legs.map(\.rows)
        variant.white = legs.reduce(0, +) - form.lines
        guard variant.white >= 0, variant.white <= variant.columns else { return nil }
        let lines = VariantMaker.legLines
        // A photo may stand on the foot of its legs; other legs have lines enough to be read.
        guard legs.allSatisfy({ $0 >= lines.lowerBound || $0 == 0 && variant.photo != nil }),
            variant.bodyRows <= lines.upperBound,
            variant.bodyRows <= (variant.bodyRows - step.rows) * Self.mostTimes
        else { return nil }
        variant.cost =
            form.cost + VariantMaker.Charge.whiteLine * Double(variant.white)
            + Self.cost(of: step)
        return variant
    }

    /// With what its legs' ends cost.
    private func charged(_ variant: Variant) -> Variant? {
        guard !breakers.isEmpty else { return variant }
        guard let cut = breakers[variant.length].cost(legs: variant.legCount, { variant.leg($0).rows }) else {
            return nil
        }
        var variant = variant
        variant.cost += cut - LegBreaker.Charge.shortRow * Double(variant.white)
        return variant
    }
}
