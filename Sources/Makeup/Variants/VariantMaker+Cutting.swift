internal import Layouts
internal import Typesetting

/// The variants of a draft once their legs are cut, and those with spare rows besides.
extension VariantMaker {
    /// The best of each number of rows, with what the legs' ends cost: lone lines, subheads at feet. A photo at the legs'
    /// head moves to where they end best.
    func cut(_ pieces: StoryPieces, mayShift: Bool, _ draft: Draft) -> VariantShelf {
        var shelf = VariantShelf(headlines: draft.headlines, variants: [:])
        let breakers = pieces.breakers(measure: layout.grid.measure)
        for (rows, variants) in draft.candidates.enumerated() where !variants.isEmpty {
            var best = Cheapest()
            for variant in variants {
                let own = variant.ownLegs.map { pieces.breakers(measure: $0.measure) } ?? breakers
                let breaker = own[variant.length]
                let shifts = mayShift ? shifts(of: variant) : 0..<0
                if shifts.isEmpty { best.take(variant, cutBy: breaker) }
                for column in shifts {
                    var moved = variant
                    moved.photo!.column = column
                    best.take(moved, charge: placeCost(moved.photo!, of: moved.legCount), cutBy: breaker)
                }
            }
            best.variant?.cost = best.cost
            shelf.variants[rows] = best.variant
        }
        return shelf
    }

    /// The cheapest of some variants with what their cut costs.
    private struct Cheapest {
        var variant: Variant?
        var cost = Double.infinity

        /// - Parameter charge: what it costs besides that it is not as it was weighed.
        mutating func take(_ other: Variant, charge: Double = 0, cutBy breaker: LegBreaker) {
            // White lines were charged before; the breaker's own charge for the same rows is taken back.
            let own = LegBreaker.Charge.shortRow * Double(other.white)
            let least = other.cost + charge - own
            // What costs as much before it is cut is no better after.
            guard least < cost,
                let cut = breaker.cost(legs: other.legCount, below: cost - least, { other.leg($0).rows })
            else { return }
            let whole = other.cost + (charge + cut - own)
            if whole < cost { (variant, cost) = (other, whole) }
        }
    }

    /// A spare row goes under a headline that stands over all of its legs.
    func addSpareRows(_ shelf: inout VariantShelf, limit: Int) {
        let tight = shelf.variants.values.sorted { $0.rows < $1.rows }
        for variant in tight {
            for spare in 1...Self.mostSpare where variant.rows + spare <= limit {
                guard let loose = variant.loosened(shelf.headlines[variant.headline], by: spare) else { continue }
                if shelf.variants[loose.rows].map({ $0.cost > loose.cost }) ?? true {
                    shelf.variants[loose.rows] = loose
                }
            }
        }
    }
}

extension Variant {
    /// With spare rows about its headline; nil where the headline stands beside what it heads.
    func loosened(_ headline: HeadlineBlock, by spare: Int = 1) -> Variant? {
        guard let air = airCost(headline, spare: spare) else { return nil }
        var loose = self
        loose.rows += spare
        loose.spareRows += spare
        loose.cost += air
        return loose
    }

    /// What spare rows about its headline cost; nil where the headline stands beside what it heads.
    func airCost(_ headline: HeadlineBlock, spare: Int) -> Double? {
        guard headlinePlace == .across, photo?.level != .side, headline.rows > 0 else { return nil }
        return VariantMaker.airCost(headline, spare: spare) - VariantMaker.airCost(headline)
    }
}
