import Layouts
import Testing
import Typesetting

@testable import Makeup

/// The charges of a module add up exactly to the cost of its variant, whatever its form.
struct ModuleEvaluatorTests {
    /// The modules of every variant of a story in every width, and of stepped variants for a few steps.
    private func modules(_ story: Story, _ page: SamplePage) -> [Module] {
        let generator = VariantGenerator(layout: page.layout, typesetter: page.typesetter)
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        return generator.variants(of: story).widths.enumerated().flatMap { index, widthVariants -> [Module] in
            let columns = 0..<index + 1
            var variants = widthVariants.variants.values
            for rows in stride(from: 12, through: 44, by: 4) {
                for step in [6, 9] {
                    let step = LegStep(columns: 1, isAtLeft: true, rows: step)
                    if let stepped = widthVariants.stepped?.variant(rows: rows, step: step) { variants.append(stepped) }
                }
            }
            return variants.map { variant in
                builder.module(
                    story, at: GridRect(columns: columns, rows: 0..<variant.rows), as: variant,
                    headline: widthVariants.headlines[variant.headline])
            }
        }
    }

    private func expectExact(_ story: Story, _ page: SamplePage) -> [Module] {
        let modules = modules(story, page), evaluator = ModuleEvaluator(page.layout)
        for module in modules {
            let charges = evaluator.charges(of: module)
            #expect(charges[.other] == .zero, "\(module.variant)")
            #expect(charges.total == module.variant.cost)
        }
        return modules
    }

    @Test func chargesOfAStoryInLegs() throws {
        let page = try SamplePage()
        let modules = expectExact(page.story(body: SamplePage.paragraphs([150, 190, 200, 161, 180])), page)
        #expect(modules.contains { $0.variant.step != nil } && modules.contains { $0.variant.spareRows > 0 })
        #expect(modules.contains { $0.variant.white > 0 } && modules.contains { $0.variant.length > 0 })
    }

    @Test func chargesOfALeadInWideLegs() throws {
        let page = try SamplePage(lead: "legs: wide")
        let lead = page.story(
            title: "黄桃熟了合作社里人人忙", deck: "——沿江村的一天", rank: 1, body: SamplePage.paragraphs([150, 190, 200, 161]))
        #expect(expectExact(lead, page).contains { $0.variant.ownLegs != nil })
    }

    @Test(
        "a photo above the headline, beside it or at the head of the legs", arguments: [[1800, 1200], [1200, 1800]])
    func chargesOfAStoryWithAPhoto(_ shape: [Int]) throws {
        let page = try SamplePage()
        var story = page.story(
            body: SamplePage.paragraphs([150, 190, 200]), pictures: [SamplePage.picture(shape[0], shape[1])])
        story.forms = .leadPhoto
        let modules = expectExact(story, page)
        #expect(Set(modules.compactMap(\.variant.photo?.level)) == [.body, .side, .head])
        #expect(modules.contains { $0.variant.step != nil && $0.variant.photo != nil })
    }

    @Test func chargesOfAPhotoStory() throws {
        let page = try SamplePage()
        let story = page.story(body: SamplePage.paragraphs([60]), pictures: [SamplePage.picture(1800, 1200)])
        #expect(!expectExact(story, page).isEmpty)
    }

    @Test func chargesOfASmallStoryInLessCommonForms() throws {
        let page = try SamplePage()
        var story = page.story(title: "黄桃熟了", rank: 3, body: SamplePage.paragraphs([130, 80]))
        story.forms = [.besideHeadline, .verticalHeadline, .box]
        let variants = expectExact(story, page).map(\.variant)
        #expect(variants.contains { $0.box != nil } && variants.contains { $0.headlinePlace == .vertical })
        #expect(variants.contains { if case .beside = $0.headlinePlace { true } else { false } })
    }

    /// Charges do not change when a drawn area cuts a story off.
    @Test func chargesOfAStoryInADrawnArea() throws {
        let page = try SamplePage()
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        let story = page.story(
            body: SamplePage.paragraphs([150, 190, 200]), pictures: [SamplePage.picture(1800, 1200)])
        let wishes = [nil, PhotoWish(columns: 2, side: .right), PhotoWish(columns: 1, rows: 9, side: .left)]
        for rows in [16, 20, 26, 40] {
            for wish in wishes {
                let cells = GridRect(columns: 0..<3, rows: 0..<rows)
                let module = try #require(builder.module(story, rank: 2, filling: cells, photo: wish))
                let charges = ModuleEvaluator(page.layout).charges(of: module, photo: wish)
                #expect(
                    charges[.other] == .zero && charges.total == module.variant.cost,
                    "\(rows) \(String(describing: wish))")
            }
        }
        let corner = try #require(
            builder.module(
                page.story(title: "黄桃熟了", rank: 2, body: SamplePage.paragraphs([150, 190, 200])), rank: 2,
                filling: GridRect(columns: 0..<3, rows: 0..<30), photo: nil, headline: .vertical))
        #expect(ModuleEvaluator(page.layout).charges(of: corner)[.other] == .zero)
    }
}
