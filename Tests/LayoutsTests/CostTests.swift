import Layouts
import Testing

/// Sums of charges are exact, whatever their order, and what cannot be stays so.
struct CostTests {
    @Test func aSumDoesNotDependOnItsOrder() {
        let charges: [Cost] = [0.1, 0.2, 0.3, 16, 1.5, 0.05, 55]
        #expect(charges.reduce(.zero, +) == charges.reversed().reduce(.zero, +))
        #expect(Cost(0.1) + Cost(0.2) == Cost(0.3))
        #expect(Cost(0.3) - Cost(0.1) - Cost(0.2) == .zero)
    }

    @Test func realNumbersAreRoundedOnce() {
        #expect(Cost(1.0 / 3).millionths == 333_333)
        #expect(Cost(-1.0 / 3).millionths == -333_333)
        #expect(Cost(2) * 0.25 == 0.5)
        #expect(Cost(0.3) * 3 == 0.9)
        #expect(Cost(1.25).units == 1.25)
        #expect("\(Cost(1.25)) \(Cost(16)) \(Cost.unreachable)" == "1.25 16 unreachable")
    }

    @Test func whatCannotBeStaysSo() {
        #expect(!(Cost.unreachable - 1_000_000).isReachable)
        #expect(!(Cost.unreachable + Cost.unreachable).isReachable)
        #expect(!(0..<100).reduce(Cost.zero) { sum, _ in sum + .unreachable }.isReachable)
        #expect(!(Cost.unreachable * 0.01).isReachable && Cost.unreachable.units == .infinity)
        #expect(Cost(.infinity) == .unreachable && Cost(.nan) == .unreachable && Cost(1e30) == .unreachable)
        #expect((Cost(1_000_000_000)).isReachable)
    }
}
