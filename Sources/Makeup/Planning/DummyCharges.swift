/// What a dummy is charged for how its modules stand to each other, term by term; `PlanCost` has the prices and their
/// reasons.
public struct DummyCharges: Hashable, Sendable {
    /// Stories that stand lower than their rank would like.
    public var depth = 0.0
    /// A higher rank in the part below a lower one.
    public var inversion = 0.0
    /// A higher rank in the part at the right of a lower one.
    public var order = 0.0
    /// Headlines side by side at one height.
    public var butting = 0.0
    /// Cuts from edge to edge of the page.
    public var cuts = 0.0

    public init() {}

    public var sum: Double { depth + inversion + order + butting + cuts }

    /// The terms by name, in the order of a report.
    public var named: [(name: String, cost: Double)] {
        [("depth", depth), ("inversion", inversion), ("order", order), ("butting", butting), ("cuts", cuts)]
    }

    static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.depth += b.depth
        sum.inversion += b.inversion
        sum.order += b.order
        sum.butting += b.butting
        sum.cuts += b.cuts
        return sum
    }
}
