/// A distance on paper, held in PostScript points (1/72 inch).
///
///     let measure = 17 * Length.pt(9)      // seventeen characters of 9 pt
///     measure.isClose(to: .mm(53.975))     // true: lengths compare within a hundredth of a point
public struct Length: Hashable, Comparable, Sendable {
    public var points: Double

    public init(points: Double) { self.points = points }

    public static let zero = Length(points: 0)
    public static func pt(_ value: Double) -> Length { Length(points: value) }
    public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

    public var millimetres: Double { points * 25.4 / 72 }

    /// A hundredth of a point: what a press cannot show and what sums of doubles may be off by.
    public static let tolerance = Length(points: 0.01)

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
