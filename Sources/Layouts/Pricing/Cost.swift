/// What the faults of a page cost. The planner takes the page whose faults cost the least in sum.
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
    /// Finer than a price is meant: what a story pays for each row further down is rounded to them, and adds up over a
    /// hundred rows.
    public let millionths: Int

    @inlinable
    public init(millionths: Int) { self.millionths = millionths }

    /// So many units, rounded to millionths. What is too large for a price, or not a number, is `unreachable`.
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

    /// The cost of what cannot be.
    ///
    /// Sums of finite costs stay far below it, and a hundred of it add up without overflow. It stays unreachable when a
    /// finite cost is added or taken away; ask with `isReachable`, not by comparing.
    @inlinable
    public static var unreachable: Cost { Cost(millionths: 1 << 56) }

    /// Whether this is the cost of something that can be.
    @inlinable
    public var isReachable: Bool { millionths < 1 << 55 }
}

// The planner adds and compares costs some hundred million times for a long edition. So the sums are not checked for
// overflow, which `unreachable` rules out, and all of this is inlined into other modules.
extension Cost: AdditiveArithmetic {
    @inlinable
    public static var zero: Cost { Cost(millionths: 0) }

    @inlinable
    public static func + (a: Cost, b: Cost) -> Cost { Cost(millionths: a.millionths &+ b.millionths) }

    @inlinable
    public static func - (a: Cost, b: Cost) -> Cost { Cost(millionths: a.millionths &- b.millionths) }

    @inlinable
    public static prefix func - (cost: Cost) -> Cost { Cost(millionths: 0 &- cost.millionths) }

    /// A price as often as its fault is there: the product is exact.
    @inlinable
    public static func * (cost: Cost, count: Int) -> Cost { Cost(millionths: cost.millionths &* count) }

    /// A price by a real number, rounded to millionths.
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
