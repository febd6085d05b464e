import Pages
import Testing

struct LengthTests {
    @Test func millimetresArePoints() {
        #expect(Length.mm(25.4).isClose(to: .pt(72)))
        #expect(abs(Length.pt(72).millimetres - 25.4) < 1e-9)
    }

    @Test func lengthsAreCloseWithinAHundredthOfAPoint() {
        #expect(Length.pt(9).isClose(to: .pt(9.01)))
        #expect(!Length.pt(9).isClose(to: .pt(9.02)))
        #expect(Length.pt(9).isClose(to: .pt(9.4), tolerance: .pt(0.5)))
    }

    @Test func arithmetic() {
        #expect(17 * Length.pt(9) == .pt(153))
        #expect(Length.pt(153) / Length.pt(9) == 17)
        #expect(Length.pt(10) - .pt(4) / 2 == .pt(8))
        #expect(-Length.pt(1) < .zero)
    }
}
