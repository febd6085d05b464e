internal import Layouts
internal import Typesetting

/// Cuts the legs of a builder's variants, and adds variants with spare rows.
extension VariantGenerator {
    /// The cheapest variant of each number of rows, with the charges for the ends of its legs: single lines, subheads
    /// at feet. A photo at the head of the legs moves to the columns where they end best.
    ///
    /// - Parameter mayShift: whether photos may move.
    func cut(_ builder: VariantBuilder, of settings: StorySettings, mayShift: Bool) -> WidthVariants {
        var variants = WidthVariants(headlines: builder.headlines)
        for rows in builder.rows {
            if let best = cheapest(rows: rows, in: builder, settings, mayShift: mayShift) {
                variants.variants.insert(best)
            }
        }
        return variants
    }

    private func cheapest(
        rows: Int, in builder: VariantBuilder, _ settings: StorySettings, mayShift: Bool
    ) -> Variant? {
        var best = Cheapest()
        for place in builder.places(rows: rows) {
            let variant = builder[place]
            var legs = LegPattern(variant, measure: layout.grid.measure)
            let shifts = mayShift ? shifts(of: variant) : 0..<0
            if shifts.isEmpty { best.consider(variant, at: place, legs, settings, pricing) }
            for column in shifts {
                legs.first = column
                var photo = variant.photo!
                photo.column = column
                best.consider(
                    variant, at: place, legs, settings, pricing, shifted: column,
                    charge: pricing.photoPlace(photo, legs: legs.count))
            }
        }
        return best.place.map { place in
            var variant = builder[place]
            if let column = best.column { variant.photo!.column = column }
            variant.cost = best.cost
            return variant
        }
    }

    /// The cheapest of several variants, with the charges of its cut.
    private struct Cheapest {
        private(set) var place: Int?
        /// The column to which its photo has moved.
        private(set) var column: Int?
        private(set) var cost = Cost.unreachable

        /// - Parameters:
        ///   - column: the first column of the photo once it has moved.
        ///   - charge: the charge for that place.
        @inline(__always)
        mutating func consider(
            _ variant: borrowing Variant, at place: Int, _ legs: LegPattern, _ settings: StorySettings,
            _ pricing: ModulePricing, shifted column: Int? = nil, charge: Cost = .zero
        ) {
            let least = variant.cost + charge + pricing.legEnds(.zero, white: variant.white)
            // A cut can only add to the cost.
            let limit = cost.isReachable ? cost - least : .unreachable
            guard least < cost, let cut = settings.cutCost(legs, below: limit) else { return }
            if least + cut < cost { (self.place, self.column, cost) = (place, column, least + cut) }
        }
    }

    /// Adds variants with spare rows above and below a headline that is over all of its legs.
    func addSpareRows(to variants: inout WidthVariants, limit: Int) {
        let tight = variants.variants
        for rows in tight.rows {
            let variant = tight[rows]!
            for spare in 1..<layout.prices.headlines.mostSpareRows + 1 where variant.rows + spare <= limit {
                let headline = variants.headlines[variant.headline]
                guard let loose = variant.loosened(headline, by: spare, pricing) else { continue }
                if variants.variants.cost(rows: loose.rows) > loose.cost { variants.variants.insert(loose) }
            }
        }
    }
}

extension Variant {
    /// The variant with spare rows above and below its headline; nil when the headline is beside its text or a photo.
    func loosened(_ headline: HeadlineBlock, by spare: Int = 1, _ pricing: ModulePricing) -> Variant? {
        guard let air = airCost(headline, spare: spare, pricing) else { return nil }
        var loose = self
        loose.rows += spare
        loose.spareRows += spare
        loose.cost += air
        return loose
    }

    /// The charge for spare rows above and below the headline; nil when the headline is beside its text or a photo.
    func airCost(_ headline: HeadlineBlock, spare: Int, _ pricing: ModulePricing) -> Cost? {
        guard headlinePlace == .across, photo?.level != .side, headline.rows > 0 else { return nil }
        return pricing.air(headline, spare: spare) - pricing.air(headline)
    }
}
