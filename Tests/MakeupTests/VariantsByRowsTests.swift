import Layouts
import Testing

@testable import Makeup

struct VariantsByRowsTests {
    @Test func eachNumberOfRowsHasOneVariant() throws {
        var variants = VariantsByRows([BarePage.variant(2, 9, 5), BarePage.variant(2, 4, 3)])
        variants.insert(BarePage.variant(2, 9, 2))
        #expect(variants.rows == [4, 9] && variants.values.count == 2)
        #expect(variants[9]?.cost == 2 && variants[5] == nil && variants[400] == nil)
        #expect(variants.cost(rows: 4) == 3 && variants.cost(rows: 5) == .unreachable)
    }

    @Test func theExtentCoversAllVariants() {
        var variants = VariantsByRows()
        #expect(variants.extent == nil)
        variants.insert(BarePage.variant(2, 9, 5))
        variants.insert(BarePage.variant(2, 4, 3))
        #expect(variants.extent?.cells == 8...18 && variants.extent?.cost == 3)
        // A more expensive variant replaces the cheapest.
        variants.insert(BarePage.variant(2, 4, 7))
        #expect(variants.extent?.cost == 5 && variants.extent?.cells == 8...18)
        #expect(variants.rows == [4, 9])
    }
}
