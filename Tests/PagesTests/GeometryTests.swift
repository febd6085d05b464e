import Pages
import Testing

struct RectTests {
    private func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
        Rect(x: .pt(x), y: .pt(y), width: .pt(width), height: .pt(height))
    }

    @Test func edgesAndMiddles() {
        let rect = rect(10, 20, 30, 40)
        #expect([rect.maxX, rect.maxY, rect.midX, rect.midY] == [.pt(40), .pt(60), .pt(25), .pt(40)])
        #expect(rect.inset(dx: .pt(1), dy: .pt(2)) == self.rect(11, 22, 28, 36))
    }

    @Test func rectanglesThatOnlyTouchDoNotOverlap() {
        #expect(rect(0, 0, 10, 10).overlaps(rect(9, 9, 10, 10)))
        #expect(!rect(0, 0, 10, 10).overlaps(rect(10, 0, 10, 10)))
        #expect(!rect(0, 0, 10, 10).overlaps(rect(9.995, 0, 10, 10)), "rounding is no overlap")
        #expect(!rect(0, 0, 10, 10).overlaps(rect(5, 20, 10, 10)))
    }
}

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
