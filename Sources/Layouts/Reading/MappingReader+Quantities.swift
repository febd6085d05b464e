import Diagnostics
import MarkedYAML
import Pages

/// Values with units. Each method reports a value that it cannot read and returns nil, so that reading continues with the
/// next key.
extension MappingReader {
    /// A length that is at least `least`.
    func length(_ key: String, _ units: Units, atLeast least: Length = .zero) -> Length? {
        guard let node = node(key), let text = text(key) else { return nil }
        return length(text, at: node.place, for: key, units, atLeast: least)
    }

    /// A list of lengths, or a single length.
    func lengths(_ key: String, _ units: Units, atLeast least: Length) -> [Length] {
        list(key).compactMap { item in
            guard let text = item.text else {
                reporter.error(at: item.place, "each of “\(key)” has to be a length, this is \(item.kind)")
                return nil
            }
            return length(text, at: item.place, for: key, units, atLeast: least)
        }
    }

    private func length(
        _ text: String, at place: SourcePlace, for key: String, _ units: Units, atLeast least: Length
    ) -> Length? {
        guard let (value, word) = Quantity.split(text) else {
            reporter.error(
                at: place, "“\(text)” is not a length for “\(key)”",
                hints: "write a number and its unit: \(units.words)")
            return nil
        }
        guard let unit = Quantity.Unit(rawValue: word), let length = units.length(Quantity(value, unit)) else {
            reporter.error(
                at: place, word.isEmpty ? "“\(key)” has no unit" : "“\(word)” is not a unit for “\(key)”",
                hints: "write it in \(units.words)")
            return nil
        }
        guard length >= least else {
            reporter.error(
                at: place, "“\(text)” is too little for “\(key)”",
                hints: least == .zero ? "it cannot be less than 0" : "it has to be at least \(least.inPoints)")
            return nil
        }
        return length
    }

    /// A whole number with or without the unit that it counts: 17 or 17字.
    func count(_ key: String, of unit: Quantity.Unit, in range: ClosedRange<Int>) -> Int? {
        let example = "\(range.lowerBound)\(unit.rawValue) to \(range.upperBound)\(unit.rawValue)"
        return value(key, expecting: "a whole number, from \(example)") { text in
            guard let quantity = Quantity(text), quantity.unit == unit || quantity.unit == .none else { return nil }
            return Int(exactly: quantity.value).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A list of such numbers, or a single one.
    func counts(_ key: String, of unit: Quantity.Unit, in range: ClosedRange<Int>) -> [Int] {
        list(key).compactMap { item in
            let quantity = item.text.flatMap { Quantity($0) }
            if let quantity, quantity.unit == unit || quantity.unit == .none, let count = Int(exactly: quantity.value),
                range.contains(count)
            {
                return count
            }
            reporter.error(
                at: item.place, "“\(item.text ?? item.kind)” is not a valid value for “\(key)”",
                hints: "write a whole number, from \(range.lowerBound)\(unit.rawValue) to "
                    + "\(range.upperBound)\(unit.rawValue)")
            return nil
        }
    }

    /// A percentage as a share from 0 to 1.
    func share(_ key: String) -> Double? {
        value(key, expecting: "a percentage from 0% to 100%") { text in
            guard let quantity = Quantity(text), quantity.unit == .percent else { return nil }
            return (0...100).contains(quantity.value) ? quantity.value / 100 : nil
        }
    }

    /// A number of characters of the style's own size: 2字, or 5% of one.
    func characters(_ key: String, in range: ClosedRange<Double>) -> Double? {
        let example = "from \(range.lowerBound.inTenths)字 to \(range.upperBound.inTenths)字"
        return value(key, expecting: "a number of characters, \(example)") { text in
            guard let quantity = Quantity(text) else { return nil }
            switch quantity.unit {
            case .character, .none: return range.contains(quantity.value) ? quantity.value : nil
            case .percent: return range.contains(quantity.value / 100) ? quantity.value / 100 : nil
            default: return nil
            }
        }
    }

    /// Columns or rows counted from 1 with both ends included: “3” or “1-4”. The result counts from 0 and is half open.
    func span(_ key: String) -> Range<Int>? {
        value(key, expecting: "a number or a range such as 1-4, counted from 1") { Span($0)?.cells }
    }
}
