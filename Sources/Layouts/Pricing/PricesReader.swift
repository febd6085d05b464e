import MarkedYAML

/// Reads `prices`: the prices of a page's faults that differ from the program's own.
///
///     prices: {buttingHeads: 2x, cutAcross: 0.5x, whiteLine: 8}
///
/// A multiple is one of the program's own price, also where an extended layout changes it. A plain number is the price, in
/// the unit of `Cost`.
struct PricesReader {
    /// Greater values are typing errors.
    private static let most = 10_000.0
    private static let mostTimes = 100.0

    func prices(_ group: MappingReader?) -> Prices {
        var prices = Prices()
        guard let group else { return prices }
        for price in Prices.list {
            if let change = change(of: price.name, in: group) { price.change(&prices, by: change) }
        }
        prices.followRises()
        group.finish()
        return prices
    }

    private func change(of name: String, in group: MappingReader) -> Prices.Change? {
        let what =
            "a number from 0 to \(Int(Self.most)), or a multiple of the usual price from 0x to \(Int(Self.mostTimes))x"
        return group.value(name, expecting: what) { text in
            guard let (value, unit) = Quantity.split(text), value >= 0 else { return nil }
            switch unit {
            case "": return value <= Self.most ? .set(value) : nil
            case "x", "×": return value <= Self.mostTimes ? .times(value) : nil
            default: return nil
            }
        }
    }
}
