import Pages

/// A number with its unit, as an editor writes it: “26mm”, “9pt”, “1.5字”, “3行”, “60%”.
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

    /// Larger numbers are slips of the finger; they are refused here so that no sum downstream can overflow.
    static let largest = 100_000.0

    init(_ value: Double, _ unit: Unit) {
        self.value = value
        self.unit = unit
    }

    init?(_ text: String) {
        guard let (value, word) = Self.split(text), let unit = Unit(rawValue: word) else { return nil }
        self.init(value, unit)
    }

    /// The number and the word behind it; nil when the text does not begin with a number.
    static func split(_ text: String) -> (value: Double, unit: String)? {
        let end = text.firstIndex { !"0123456789.+-".contains($0) } ?? text.endIndex
        guard let value = Double(text[..<end]), abs(value) <= largest else { return nil }
        return (value, text[end...].drop(while: \.isWhitespace).lowercased())
    }
}

/// What 字 and 行 are worth on a page: known once the body's size and the grid's leading are.
struct Units: Hashable {
    /// The body's size; nil while that is being read itself.
    var character: Length?
    /// The grid's leading.
    var row: Length?

    /// Before the page's own measures are known, only paper's units count.
    static let paper = Units(character: nil, row: nil)

    /// The quantity as a length, or nil when its unit measures none here.
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

    /// The units that can be written here, in words for a hint.
    var words: String {
        var words = ["mm", "cm", "pt"]
        if character != nil { words.append("字 (one body character)") }
        if row != nil { words.append("行 (one row of the grid)") }
        return words.dropLast().joined(separator: ", ") + " or " + words.last!
    }
}

extension Length {
    /// The length for a message, in millimetres to the tenth: “347.7mm”.
    var inMillimetres: String { millimetres.inTenths + "mm" }

    /// The length for a message, in points to the tenth: “13pt”.
    var inPoints: String { points.inTenths + "pt" }
}

extension Double {
    /// The number for a message, to the tenth and without a needless nought: “347.7”, “13”.
    var inTenths: String {
        let text = String((self * 10).rounded() / 10)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
