/// A distance on paper, stored in PostScript points (1/72 inch).
///
///     let measure = 17 * Length.pt(9)      // seventeen characters of 9 pt
///     measure.isClose(to: .mm(53.975))     // true: lengths compare within a hundredth of a point
public struct Length: Hashable, Comparable, Sendable {
    public var points: Double

    public init(points: Double) { self.points = points }

    public static let zero = Length(points: 0)
    /// A length in points.
    public static func pt(_ value: Double) -> Length { Length(points: value) }
    /// A length in millimetres.
    public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

    public var millimetres: Double { points * 25.4 / 72 }

    /// A hundredth of a point: less than a press can show, and more than the rounding errors of sums.
    public static let tolerance = Length(points: 0.01)

    /// Whether the lengths differ by no more than a tolerance.
    public func isClose(to other: Length, tolerance: Length = .tolerance) -> Bool {
        abs(points - other.points) <= tolerance.points
    }

    public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
    public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
    public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
    public static prefix func - (a: Length) -> Length { Length(points: -a.points) }
    public static func * (a: Length, b: Double) -> Length { Length(points: a.points * b) }
    public static func * (a: Double, b: Length) -> Length { Length(points: a * b.points) }
    public static func / (a: Length, b: Double) -> Length { Length(points: a.points / b) }
    public static func / (a: Length, b: Length) -> Double { a.points / b.points }
    public static func += (a: inout Length, b: Length) { a.points += b.points }
    public static func -= (a: inout Length, b: Length) { a.points -= b.points }
}
