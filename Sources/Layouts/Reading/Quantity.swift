import Pages

/// A number with a unit, as an editor writes it: “26mm”, “9pt”, “1.5字”, “3行”, “60%”.
///
///     Quantity("1.5 字")        // 1.5 of .character
///     Quantity("2inch")        // nil: no such unit
struct Quantity: Hashable {
    var value: Double
    var unit: Unit

    enum Unit: String, CaseIterable {
        case millimetre = "mm"
        case centimetre = "cm"
        case point = "pt"
        /// An em of the body type.
        case character = "字"
        /// A row of the grid: its leading.
        case row = "行"
        case percent = "%"
        case none = ""
    }

    /// Larger numbers are typing errors. They are rejected here, so that no sum of quantities can overflow.
    static let largest = 100_000.0

    init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }

    /// - Returns: nil if the text is not a number with a known unit or without one.
    init?(_ text: String) {
        guard let (value, word) = Self.split(text), let unit = Unit(rawValue: word) else { return nil }
        self.init(value, unit)
    }

    /// The number and the word after it; nil if the text does not begin with a number.
    static func split(_ text: String) -> (value: Double, unit: String)? {
        let end = text.firstIndex { !"0123456789.+-".contains($0) } ?? text.endIndex
        guard let value = Double(text[..<end]), abs(value) <= largest else { return nil }
        return (value, text[end...].drop(while: \.isWhitespace).lowercased())
    }
}

/// The lengths of 字 and 行 on a page.
struct Units: Hashable {
    /// The body's size; nil before it is read.
    var character: Length?
    /// The grid's leading; nil before it is read.
    var row: Length?

    /// Millimetres, centimetres and points only.
    static let paper = Units(character: nil, row: nil)

    /// The quantity as a length; nil if its unit is not a length here.
    func length(_ quantity: Quantity) -> Length? {
        switch quantity.unit {
        case .millimetre: .mm(quantity.value)
        case .centimetre: .mm(quantity.value * 10)
        case .point: .pt(quantity.value)
        case .character: character.map { $0 * quantity.value }
        case .row: row.map { $0 * quantity.value }
        case .percent: nil
        case .none: quantity.value == 0 ? .zero : nil
        }
    }

    /// The units that may be written here, as a hint names them.
    var words: String {
        var words = ["mm", "cm", "pt"]
        if character != nil { words.append("字 (one body character)") }
        if row != nil { words.append("行 (one row of the grid)") }
        return words.dropLast().joined(separator: ", ") + " or " + words.last!
    }
}

extension Length {
    /// The length as messages write it, in tenths of a millimetre: “347.7mm”.
    var inMillimetres: String { millimetres.inTenths + "mm" }

    /// The length as messages write it, in tenths of a point: “13pt”.
    var inPoints: String { points.inTenths + "pt" }
}

extension Double {
    /// The number rounded to tenths, without a final zero: “347.7”, “13”.
    var inTenths: String {
        let text = String((self * 10).rounded() / 10)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
