import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// Less common places of photos and headlines: above the headline, beside it, beside the text.
struct FormTests {
    private func photoStory(_ page: SamplePage, lengths: [Int] = [150, 90, 200]) -> Story {
        page.story(body: SamplePage.paragraphs(lengths), pictures: [SamplePage.picture(1800, 1200)])
    }

    private func widthVariants(_ story: Story, _ page: SamplePage, columns: Int, photo: PhotoWish? = nil)
        -> WidthVariants
    {
        VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(
            for: story, columns: columns, rows: 200, photo: photo)
    }

    /// The painted parts of a module by role: the frame of the photo, and the glyph runs of the headline and the body.
    private func painted(_ module: Module, _ page: SamplePage) -> (photo: Rect?, headline: [GlyphRun], body: [GlyphRun])
    {
        var photo: Rect?, headline: [GlyphRun] = [], body: [GlyphRun] = []
        for case .group(let part) in module.group(on: page.layout).items {
            for item in part.items {
                switch (part.role, item) {
                case (.figure, .image(let image)): photo = image.frame
                case (.headline, .text(let run)): headline.append(run)
                case (.paragraph, .text(let run)): body.append(run)
                default: break
                }
            }
        }
        return (photo, headline, body)
    }

    private func module(_ story: Story, _ page: SamplePage, columns: Int, _ photo: PhotoWish?) throws -> Module {
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        let cells = GridRect(columns: 0..<columns, rows: 0..<52)
        return try #require(builder.module(story, rank: 2, filling: cells, photo: photo))
    }

    @Test func aPhotoAtTheHeadIsAboveTheHeadline() throws {
        let page = try SamplePage()
        let module = try module(photoStory(page), page, columns: 2, PhotoWish(columns: 2, rows: 14, side: .head))
        let painted = painted(module, page)
        let frame = try #require(painted.photo)
        #expect(frame.y.isClose(to: page.layout.grid.origin.y))
        for run in painted.headline { #expect(run.origin.y - run.size > frame.maxY) }
        let foot = try #require(painted.headline.map(\.origin.y).max())
        for run in painted.body { #expect(run.origin.y > foot) }
        #expect(module.variant.rows == 14 + module.headline.rows + module.variant.bodyRows + module.variant.spareRows)
    }

    @Test(arguments: [1, 2])
    func aPhotoAtTheSideBeginsLevelWithTheHeadlineAndTextContinuesUnderIt(_ span: Int) throws {
        let page = try SamplePage()
        let module = try module(photoStory(page), page, columns: 4, PhotoWish(columns: span, rows: 10, side: .beside))
        let painted = painted(module, page)
        let frame = try #require(painted.photo)
        #expect(frame.y.isClose(to: page.layout.grid.origin.y))
        #expect(frame.x.isClose(to: page.layout.grid.x(ofColumn: 4 - span)))
        let right = page.layout.grid.x(ofColumn: 4 - span) - page.layout.grid.gutter
        for run in painted.headline { #expect(run.origin.x + .pt(run.glyphs.map(\.x).max() ?? 0) < right) }
        for run in painted.body where run.origin.x > right { #expect(run.origin.y > frame.maxY) }
        #expect(module.overset.isEmpty)
        // Every row of every leg is accounted for.
        let variant = module.variant
        let cells = variant.legs.map(\.rows).reduce(0, +) + span * 10 + (4 - span) * module.headline.rows
        #expect(cells == 4 * variant.rows)
        #expect(variant.hasHeadlineAtLeft && !variant.hasHeadlineAtRight)
    }

    @Test func variantsHavePhotosInSeveralPlacesAndWidths() throws {
        let page = try SamplePage()
        let widthVariants = widthVariants(photoStory(page, lengths: [150, 90, 200, 180, 240]), page, columns: 4)
        let places = widthVariants.variants.values.compactMap(\.photo)
        #expect(Set(places.map(\.columns)).count > 1)
        #expect(Set(places.map(\.level)).count > 1)
    }

    @Test func textNeverBeginsUnderAPhotoBesideItsHeadline() throws {
        let page = try SamplePage()
        for columns in 2...4 {
            for variant in widthVariants(photoStory(page), page, columns: columns).variants.values {
                guard let photo = variant.photo, photo.level == .side, photo.column == 0 else { continue }
                #expect(photo.rows == variant.rows)
            }
        }
    }

    @Test("a headline over two columns beside the text fills most of them")
    func aHeadlineBesideItsTextFillsItsColumns() throws {
        let page = try SamplePage()
        func spans(_ title: String) -> Set<Int> {
            var story = page.story(title: title, rank: 3, body: SamplePage.paragraphs([60, 50]))
            story.forms = [.besideHeadline]
            return Set(
                widthVariants(story, page, columns: 4).variants.values.compactMap {
                    if case .beside(let span) = $0.headlinePlace { span } else { nil }
                })
        }
        #expect(!spans("黄桃熟了").contains(2))
        #expect(spans("黄桃熟了合作社里人人忙").contains(2))
    }

    @Test func noTextIsInTheColumnsOfAHeadlineBesideIt() throws {
        let page = try SamplePage()
        var story = page.story(title: "黄桃熟了合作社", rank: 3, body: SamplePage.paragraphs([60, 50]))
        #expect(widthVariants(story, page, columns: 3).variants.values.allSatisfy { $0.headlinePlace == .across })
        story.forms = [.besideHeadline]
        let widthVariants = widthVariants(story, page, columns: 3)
        let variant = try #require(
            widthVariants.variants.values.filter { $0.headlinePlace != .across }.min { $0.rows < $1.rows })
        guard case .beside(let span) = variant.headlinePlace else { return }
        #expect(variant.legs.prefix(span).allSatisfy { $0.rows == 0 })
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        let module = builder.module(
            story, at: GridRect(columns: 0..<3, rows: 0..<variant.rows), as: variant,
            headline: widthVariants.headlines[variant.headline])
        let painted = painted(module, page)
        let text = page.layout.grid.x(ofColumn: span)
        #expect(module.overset.isEmpty)
        for run in painted.body { #expect(run.origin.x >= text - .tolerance) }
        for run in painted.headline { #expect(run.origin.x + .pt(run.glyphs.map(\.x).max() ?? 0) < text) }
    }
}
