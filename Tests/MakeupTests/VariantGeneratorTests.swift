import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// Rows of a module: headline + ⌈(L + p·h) / s⌉ for L lines and a photo of p columns by h rows on s columns.
struct VariantGeneratorTests {
    @Test(arguments: 1...4)
    func rowsAreThoseOfTheHeadlineAndTheDividedLines(_ columns: Int) throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([150, 90, 200, 61]))
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: columns, rows: 200)
        #expect(widthVariants.variants.values.count > 2)
        for rows in widthVariants.variants.rows {
            let variant = try #require(widthVariants.variants[rows])
            let lines = story.body.lengths[variant.length].galley.rows
            let body = (lines + columns - 1) / columns
            #expect(rows == variant.rows)
            #expect(variant.bodyRows == body)
            #expect(variant.white == columns * body - lines)
            #expect(rows == widthVariants.headlines[variant.headline].rows + body + variant.spareRows)
            #expect(variant.legs.map(\.rows) == Array(repeating: body, count: columns))
        }
    }

    @Test(arguments: [(1, 8), (2, 12), (3, 9)])
    func aPhotoTakesItsCells(_ span: Int, _ height: Int) throws {
        let page = try SamplePage()
        let story = page.story(
            body: SamplePage.paragraphs([150, 90, 200, 61, 120]), pictures: [SamplePage.picture(1800, 1200)])
        let columns = 3
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: columns, rows: 200, photo: PhotoWish(columns: span, rows: height, side: .left))
        #expect(!widthVariants.variants.values.isEmpty)
        for rows in widthVariants.variants.rows {
            let variant = try #require(widthVariants.variants[rows])
            let lines = story.body.lengths[variant.length].galley.rows
            let body = (lines + span * height + columns - 1) / columns
            #expect(variant.photo == Variant.PhotoPlace(column: 0, columns: span, rows: height))
            #expect(rows == widthVariants.headlines[variant.headline].rows + body + variant.spareRows)
            #expect(variant.white == columns * body - lines - span * height)
            #expect(
                variant.legs.map(\.top) == Array(repeating: height, count: span)
                    + Array(repeating: 0, count: columns - span))
            #expect(variant.legs.map(\.rows).reduce(0, +) == columns * body - span * height)
        }
    }

    @Test(arguments: [(PhotoWish.Side.left, 0), (.middle, 1), (.right, 2)])
    func aPhotoIsOnTheSideThatTheLayoutWants(_ side: PhotoWish.Side, _ column: Int) throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([300]), pictures: [SamplePage.picture(1800, 1200)])
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: 4, rows: 200, photo: PhotoWish(columns: 2, side: side))
        #expect(Set(widthVariants.variants.values.map { $0.photo?.column }) == [column])
    }

    @Test("a lead narrower than half of the page is charged, and no other story is")
    func aLeadIsAsWideAsHalfThePage() throws {
        let page = try SamplePage()
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        #expect((1...4).map { generator.pricing.narrowLead(columns: $0, rank: 1) > 0 } == [true, false, false, false])
        #expect((1...4).allSatisfy { generator.pricing.narrowLead(columns: $0, rank: 2) == 0 })
        func least(_ rank: Int) -> Cost {
            let story = page.story(title: "黄桃熟了", rank: rank, body: SamplePage.paragraphs([150, 90]))
            return generator.variants(for: story, columns: 1, rows: 200).variants.values.map(\.cost).min() ?? 0
        }
        #expect(least(1) > least(2) + 30)
    }

    @Test("the lead photo should be wider than another of its rank, and an upright one narrower")
    func theLeadPhotoIsTheLargest() throws {
        let page = try SamplePage()
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        func cost(_ forms: StoryForms, _ width: Int, _ height: Int) -> Cost {
            var story = page.story(
                title: "黄桃", rank: 3, body: SamplePage.paragraphs([150, 90, 200, 180]),
                pictures: [SamplePage.picture(width, height)])
            story.forms = forms
            let settings = StorySettings(story, rank: nil, generator)
            let legs = LegGrid(page.layout.grid, columns: 3)
            let photo = generator.photoChoices(settings, legs, limit: 52, PhotoWish(columns: 1, side: .right))[0]
            let deserved = generator.pricing.deservedWidth(under: settings.headlines(columns: 3)[0], of: story)
            return generator.pricing.undersized(photo?.width, deserving: deserved)
        }
        #expect(cost([], 1800, 1200) == 0)
        #expect(cost([.leadPhoto], 1800, 1200) > 10)
        #expect(cost([.leadPhoto], 1200, 1800) < cost([.leadPhoto], 1800, 1200))
    }

    @Test("a short headline over many columns is charged for the white at its sides")
    func aHeadlineFillsItsColumns() throws {
        let page = try SamplePage()
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        func side(_ title: String, columns: Int) throws -> Cost {
            let blocks = StorySettings(
                page.story(title: title, deck: "——沿江村的一天", rank: 1, body: SamplePage.paragraphs([60])), rank: nil,
                generator
            ).headlines(columns: columns)
            return generator.pricing.sideWhite(try #require(blocks.first), columns: columns)
        }
        #expect(try side("黄桃", columns: 4) > 0)
        #expect(try side("黄桃", columns: 1) == 0)
        #expect(try side("黄桃熟了合作社里人人忙到深夜", columns: 4) == 0)
    }

    @Test("legs that are shallow because there are too many are charged")
    func shallowLegsAreCharged() throws {
        let page = try SamplePage()
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        let costs = [8, 7, 6].map { generator.pricing.legLength(lines: 3 * $0, legs: 3) }
        #expect(costs[0] == 0 && costs[1] > 0 && costs[2] > costs[1] * 3)
        #expect(generator.pricing.legLength(lines: 6, legs: 1) == 0, "a brief in one leg is not charged")
    }

    @Test func spareRowsHaveAGrowingCharge() throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([24]))
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: 1, rows: 200)
        let spare = widthVariants.variants.values.filter { $0.spareRows > 0 }.sorted { $0.rows < $1.rows }
        #expect(!spare.isEmpty)
        #expect(spare.allSatisfy { $0.spareRows <= 2 })
        for variant in spare {
            let tight = widthVariants.variants[variant.rows - variant.spareRows]
            #expect(tight.map { $0.cost < variant.cost } ?? true)
        }
    }

    @Test func noVariantIsHigherThanTheLimit() throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([150, 90]))
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        let all = generator.variants(for: story, columns: 2, rows: 200).variants
        let limit = try #require(all.rows.first) + 1
        let few = generator.variants(for: story, columns: 2, rows: limit).variants
        #expect(!few.values.isEmpty)
        #expect(few.rows.allSatisfy { $0 <= limit })
    }
}
