internal import Layouts
internal import Typesetting

/// The variants of a draft once their legs are cut, and those with spare rows besides.
extension VariantGenerator {
    /// The best of each number of rows, with what the legs' ends cost: lone lines, subheads at feet. A photo at the legs'
    /// head moves to where they end best.
    func cut(_ pieces: StorySettings, mayShift: Bool, _ draft: VariantBuilder) -> WidthVariants {
        var shelf = WidthVariants(headlines: draft.headlines)
        for rows in draft.rows {
            let best = draft.withCandidates(rows: rows) { cheapest(of: $0, pieces, mayShift: mayShift) }
            if let best { shelf.variants.put(best) }
        }
        return shelf
    }

    private func cheapest(
        of variants: [UnsafePointer<Variant>], _ pieces: StorySettings, mayShift: Bool
    ) -> Variant? {
        var best = Cheapest()
        for variant in variants {
            var legs = LegPattern(variant, measure: layout.grid.measure)
            let shifts = mayShift ? shifts(of: variant) : 0..<0
            if shifts.isEmpty { best.take(variant, legs, of: pieces, pricing) }
            for column in shifts {
                legs.first = column
                var photo = variant.pointee.photo!
                photo.column = column
                let charge = pricing.photoPlace(photo, legs: legs.count)
                best.take(variant, legs, charge: charge, column: column, of: pieces, pricing)
            }
        }
        return best.variant
    }

    /// The cheapest of some variants with what their cut costs.
    private struct Cheapest {
        private var place: UnsafePointer<Variant>?
        /// Where its photo has moved to.
        private var column: Int?
        private var cost = Cost.unreachable

        /// - Parameters:
        ///   - charge: what it costs besides that it is not as it was weighed.
        ///   - column: the first that its photo covers then.
        @inline(__always)
        mutating func take(
            _ other: UnsafePointer<Variant>, _ legs: LegPattern, charge: Cost = .zero, column: Int? = nil,
            of pieces: StorySettings, _ pricing: ModulePricing
        ) {
            // White lines were charged before.
            let least = other.pointee.cost + charge + pricing.legEnds(.zero, white: other.pointee.white)
            // What costs as much before it is cut is no better after.
            let limit = cost.isReachable ? cost - least : .unreachable
            guard least < cost, let cut = pieces.cutCost(legs, below: limit) else { return }
            let whole = least + cut
            if whole < cost { (place, self.column, cost) = (other, column, whole) }
        }

        var variant: Variant? {
            guard var variant = place?.pointee else { return nil }
            if let column { variant.photo!.column = column }
            variant.cost = cost
            return variant
        }
    }

    /// A spare row goes under a headline that stands over all of its legs.
    func addSpareRows(_ shelf: inout WidthVariants, limit: Int) {
        let tight = shelf.variants
        for rows in tight.rows {
            let variant = tight[rows]!
            for spare in 1..<layout.prices.headlines.mostSpareRows + 1 where variant.rows + spare <= limit {
                guard let loose = variant.loosened(shelf.headlines[variant.headline], by: spare, pricing) else {
                    continue
                }
                if shelf.variants.cost(rows: loose.rows) > loose.cost { shelf.variants.put(loose) }
            }
        }
    }
}

extension Variant {
    /// With spare rows about its headline; nil where the headline stands beside what it heads.
    func loosened(_ headline: HeadlineBlock, by spare: Int = 1, _ pricing: ModulePricing) -> Variant? {
        guard let air = airCost(headline, spare: spare, pricing) else { return nil }
        var loose = self
        loose.rows += spare
        loose.spareRows += spare
        loose.cost += air
        return loose
    }

    /// What spare rows about its headline cost; nil where the headline stands beside what it heads.
    func airCost(_ headline: HeadlineBlock, spare: Int, _ pricing: ModulePricing) -> Cost? {
        guard headlinePlace == .across, photo?.level != .side, headline.rows > 0 else { return nil }
        return pricing.air(headline, spare: spare) - pricing.air(headline)
    }
}
