import ArgumentParser
import Pages

/// A size of type as it is written on the command line: 9pt or 3.2mm.
struct TypeSize: ExpressibleByArgument {
    var length: Length

    /// Smaller type cannot be read, larger type is no type of a newspaper.
    private static let range = Length.pt(2)...Length.pt(300)

    init(length: Length) { self.length = length }

    init?(argument: String) {
        let units: [(String, (Double) -> Length)] = [("pt", Length.pt), ("mm", Length.mm)]
        for (unit, length) in units where argument.hasSuffix(unit) {
            guard let value = Double(argument.dropLast(unit.count)), Self.range.contains(length(value)) else {
                return nil
            }
            self.length = length(value)
            return
        }
        return nil
    }

    var defaultValueDescription: String {
        "\(length.points == length.points.rounded() ? String(Int(length.points)) : String(length.points))pt"
    }
}
