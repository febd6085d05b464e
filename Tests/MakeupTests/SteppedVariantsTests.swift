import Layouts
import Testing
import Typesetting

@testable import Makeup

/// Legs of two depths: the rows that they cover, and the lines that they hold.
struct SteppedVariantsTests {
    private let step = LegStep(columns: 2, isAtLeft: true, rows: 8)

    @Test func aModuleCoversTheRowsOfAllLegsAndThoseOfItsDeepOnes() {
        let cells = GridRect(columns: 1..<5, rows: 10..<40)
        #expect(cells.frames(nil) == [cells])
        #expect(
            cells.frames(step) == [
                GridRect(columns: 1..<5, rows: 10..<32), GridRect(columns: 3..<5, rows: 32..<40),
            ])
        #expect(cells.short(step) == 1..<3)
        let other = LegStep(columns: 1, isAtLeft: false, rows: 8)
        #expect(cells.frames(other)[1] == GridRect(columns: 1..<4, rows: 32..<40))
        #expect(cells.short(other) == 4..<5)
    }

    @Test("every line is in its leg", arguments: 1...2)
    func everyLineIsInItsLeg(_ short: Int) throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([150, 190, 200, 161, 180]))
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: 3, rows: 52)
        let stepped = try #require(widthVariants.stepped)
        var found = 0
        for rows in 12...40 {
            for isAtLeft in [true, false] {
                let step = LegStep(columns: short, isAtLeft: isAtLeft, rows: 7)
                guard let variant = stepped.variant(rows: rows, step: step) else { continue }
                found += 1
                let deep = variant.bodyRows
                let legs = (0..<3).map { leg in (isAtLeft ? leg < short : leg >= 3 - short) ? deep - 7 : deep }
                #expect(variant.legs.map(\.rows) == legs)
                let module = ModuleBuilder(layout: page.layout, typesetter: page.typesetter).module(
                    story, at: GridRect(columns: 0..<3, rows: 0..<rows), as: variant,
                    headline: widthVariants.headlines[variant.headline])
                #expect(module.overset.isEmpty)
                #expect(
                    module.legs.map { module.galley.lines[$0].reduce(0) { $0 + $1.rows } }.reduce(0, +)
                        == module.galley.rows)
                #expect(variant.white == legs.reduce(0, +) - module.galley.rows)
                #expect(variant.white <= 3)
            }
        }
        #expect(found > 0)
    }

    @Test func noStepIsTooDeepForItsLegs() {
        let tight = BarePage.variant(3, 20, 0)
        let stepped = BarePage.steppedVariants([tight])
        #expect(stepped.variant(rows: 24, step: LegStep(columns: 1, isAtLeft: true, rows: 12)) != nil)
        #expect(
            stepped.variant(rows: 24, step: LegStep(columns: 1, isAtLeft: true, rows: 20)) == nil, "a leg of 4 lines")
        let long = BarePage.steppedVariants([BarePage.variant(2, 34, 0)])
        #expect(long.variant(rows: 46, step: LegStep(columns: 1, isAtLeft: true, rows: 24)) == nil, "a leg of 46 lines")
        #expect(stepped.variant(rows: 25, step: LegStep(columns: 1, isAtLeft: true, rows: 11)) == nil, "4 white lines")
    }

    @Test func aSpareRowIsCharged() throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([150, 190, 200]))
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: 3, rows: 52)
        let stepped = try #require(widthVariants.stepped)
        let forms = stepped.forms.map { (cost: $0.cost, cells: $0.cells, variant: stepped.variant($0)) }
        let spare = forms.filter { $0.variant.spareRows == 1 }
        #expect(!spare.isEmpty)
        for form in spare {
            let headline = widthVariants.headlines[form.variant.headline]
            #expect(headline.slack + 1 <= Double(page.layout.prices.headlines.mostSpareRows))
            let tight = forms.filter { $0.variant.spareRows == 0 && $0.cells == form.cells - 3 }
            #expect(tight.contains { $0.cost < form.cost })
        }
    }
}
