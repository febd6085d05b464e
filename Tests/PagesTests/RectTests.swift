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
