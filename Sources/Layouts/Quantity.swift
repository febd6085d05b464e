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
