/// The cost of a page's faults. The planner chooses the page whose faults cost least in total.
///
/// The unit is a fifth of a line of white at a leg's foot: `Prices.Legs.whiteLine` is 5. A cost is a whole number of
/// millionths of the unit, so a sum of charges is exact and does not depend on their order. A charge that comes from a
/// real number, such as a photo's crop, is rounded once, where it becomes a cost.
///
///     let lines = Prices().legs.whiteLine * 3    // 15
///     let crop = Cost(0.37) + lines              // 15.37
public struct Cost: Hashable, Sendable {
    /// Millionths of the unit.
    ///
    /// This is finer than prices need, because the cost of a story for each row further down is rounded to millionths
    /// and adds up over a hundred rows.
    public let millionths: Int

    @inlinable
    public init(millionths: Int) { self.millionths = millionths }

    /// Creates a cost of a number of units, rounded to millionths. A number that is too large for a price, or NaN,
    /// gives `unreachable`.
    @inlinable
    public init(_ units: Double) {
        let exact = units * 1_000_000
        guard abs(exact) < Double(Self.unreachable.millionths / 2) else {
            self = .unreachable
            return
        }
        millionths = Int(exact + (exact < 0 ? -0.5 : 0.5))
    }

    /// The cost in units.
    @inlinable
    public var units: Double { isReachable ? Double(millionths) / 1_000_000 : .infinity }

    /// The cost of something that is impossible.
    ///
    /// Sums of finite costs stay far below it, and a hundred unreachable costs add up without overflow. An unreachable
    /// cost stays unreachable if a finite cost is added or subtracted. Use `isReachable` to test for it, not a
    /// comparison.
    @inlinable
    public static var unreachable: Cost { Cost(millionths: 1 << 56) }

    /// Whether this is the cost of something that is possible.
    @inlinable
    public var isReachable: Bool { millionths < 1 << 55 }
}

// The planner adds and compares costs some hundred million times for a long edition. The sums are therefore not checked
// for overflow, which the value of `unreachable` rules out, and all operations are inlined into other modules.
extension Cost: AdditiveArithmetic {
    @inlinable
    public static var zero: Cost { Cost(millionths: 0) }

    @inlinable
    public static func + (a: Cost, b: Cost) -> Cost { Cost(millionths: a.millionths &+ b.millionths) }

    @inlinable
    public static func - (a: Cost, b: Cost) -> Cost { Cost(millionths: a.millionths &- b.millionths) }

    @inlinable
    public static prefix func - (cost: Cost) -> Cost { Cost(millionths: 0 &- cost.millionths) }

    /// A price multiplied by the number of its faults. The product is exact.
    @inlinable
    public static func * (cost: Cost, count: Int) -> Cost { Cost(millionths: cost.millionths &* count) }

    /// A price multiplied by a real number, rounded to millionths.
    @inlinable
    public static func * (cost: Cost, factor: Double) -> Cost { Cost(cost.units * factor) }
}

extension Cost: Comparable {
    @inlinable
    public static func < (a: Cost, b: Cost) -> Bool { a.millionths < b.millionths }
}

extension Cost: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    @inlinable
    public init(integerLiteral units: Int) { self.init(millionths: units * 1_000_000) }

    @inlinable
    public init(floatLiteral units: Double) { self.init(units) }
}

extension Cost: CustomStringConvertible {
    /// The units in figures, “0.05”, or “unreachable”.
    public var description: String {
        guard isReachable else { return "unreachable" }
        return units == units.rounded() ? String(Int(units)) : String(units)
    }
}
