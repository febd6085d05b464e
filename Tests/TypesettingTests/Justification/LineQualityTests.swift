import Pages
import Testing

@testable import Typesetting

struct LineQualityTests {
    private func quality(opening: Double = 0, adjustment: Double = 0) -> ComposedLine.Quality {
        ComposedLine(runs: [], width: .zero, adjustment: adjustment, opening: opening).quality
    }

    @Test func qualityDependsOnTheAdjustment() {
        #expect(quality() == .even)
        #expect(quality(opening: 0.03) == .even, "half a character over a usual line does not show")
        #expect(quality(opening: 0.04) == .opened)
        #expect(quality(opening: 0.3) == .gaping)
        #expect(quality(adjustment: -1) == .even)
        #expect(quality(adjustment: -2) == .crammed)
    }
}
