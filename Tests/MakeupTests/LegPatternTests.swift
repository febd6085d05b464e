import Layouts
import Testing

@testable import Makeup

/// A pattern has the rows of its variant's legs, whatever is above them.
struct LegPatternTests {
    private func variant(
        photo: Variant.PhotoPlace? = nil, _ place: Variant.HeadlinePlace = .across, rows: Int = 24
    ) -> Variant {
        var variant = BarePage.variant(4, rows, 0)
        (variant.photo, variant.headlinePlace, variant.bodyRows, variant.length) = (photo, place, 20, 3)
        return variant
    }

    private func photo(_ level: Variant.PhotoPlace.Level, rows: Int) -> Variant.PhotoPlace {
        Variant.PhotoPlace(column: 2, columns: 2, rows: rows, level: level)
    }

    @Test func rowsAreThoseOfTheVariantsLegs() {
        let variants = [
            variant(), variant(photo: photo(.body, rows: 8)), variant(photo: photo(.head, rows: 8)),
            variant(photo: photo(.side, rows: 15)), variant(.beside(columns: 1)), variant(.corner(columns: 2, rows: 6)),
            variant(photo: photo(.body, rows: 9), .corner(columns: 2, rows: 6)),
        ]
        for variant in variants {
            let pattern = LegPattern(variant, measure: 13)
            #expect((0..<pattern.count).map(pattern.rows) == variant.legs.map(\.rows))
            #expect(pattern.count == 4 && pattern.length == 3 && pattern.measure == 13)
        }
    }

    @Test func movingAPhotoMovesItsRows() {
        var pattern = LegPattern(variant(photo: photo(.body, rows: 8)), measure: 13)
        let unmoved = pattern
        pattern.first = 0
        #expect((0..<4).map(pattern.rows) == [12, 12, 20, 20])
        #expect(pattern != unmoved)
    }
}
