import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

/// Stories that consist of photos, and photos that are missing.
struct PhotoStoryTests {
    private func module(_ story: Story, _ page: SamplePage, _ wish: PhotoWish? = nil) throws -> Module {
        let builder = ModuleBuilder(layout: page.layout, typesetter: page.typesetter)
        return try #require(
            builder.module(story, rank: nil, filling: GridRect(columns: 0..<3, rows: 0..<40), photo: wish))
    }

    @Test(arguments: [0, 1, 3])
    func aPhotoNeedsNoTextOnAPage(_ paragraphs: Int) throws {
        let page = try SamplePage()
        let body = SamplePage.paragraphs(Array(repeating: 20, count: paragraphs))
        let story = page.story(body: body, pictures: [SamplePage.picture(1800, 1200)])
        let widthVariants = VariantGenerator(layout: page.layout, typesetter: page.typesetter).variants(of: story)
            .widths
        let best = try #require(widthVariants.dropFirst().flatMap(\.variants.values).min { $0.cost < $1.cost })
        let photo = try #require(best.photo)
        #expect(2 * photo.columns >= best.columns, "a story that is all photo shows it large: \(best)")
        let module = try module(story, page)
        #expect(module.overset.isEmpty)
        #expect(module.photos?.figures.count == 1)
    }

    @Test func aPictureNeedsNoHeadline() throws {
        let page = try SamplePage()
        let story = page.story(title: "", body: [], pictures: [SamplePage.picture(1800, 1200)])
        let module = try module(story, page)
        #expect(module.headline.rows == 0)
        #expect(module.variant.rows == module.photos?.rows)
    }

    @Test func everyPictureOfAStoryIsPaintedOnceWithItsCaption() throws {
        let page = try SamplePage()
        let pictures = ["装箱。", "过秤。", "装车。"].map { SamplePage.picture(1800, 1200, caption: $0) }
        let story = page.story(body: SamplePage.paragraphs([120, 90]), pictures: pictures)
        for columns in 1...3 {
            let wish = PhotoWish(columns: columns)
            let groups = try module(story, page, wish).group(on: page.layout).items.compactMap { item -> Group? in
                if case .group(let group) = item { group } else { nil }
            }
            let alts = groups.compactMap { if case .figure(let alt) = $0.role { alt } else { nil } }
            #expect(alts == ["装箱。", "过秤。", "装车。"])
            #expect(groups.filter { $0.role == .caption }.count == 3)
            let frames = groups.flatMap(\.items).compactMap {
                if case .image(let image) = $0 { image.frame } else { nil }
            }
            for (index, frame) in frames.enumerated() {
                for other in frames[(index + 1)...] { #expect(!frame.overlaps(other)) }
            }
        }
    }

    @Test func aMissingPictureShowsItsFilesName() throws {
        let page = try SamplePage()
        var picture = SamplePage.picture(3, 2, file: nil)
        picture.photo.file = "photos/bridge.jpg"
        let story = page.story(body: SamplePage.paragraphs([120]), pictures: [picture])
        let figure = try #require(try module(story, page).photos?.figures.first)
        #expect(figure.label.map(\.text) == ["bridge.jpg"])
        let origin = try #require(figure.label.first?.runs.first?.origin)
        #expect(origin.x > figure.frame.x && origin.x < figure.frame.maxX)
        #expect(origin.y > figure.frame.y && origin.y < figure.frame.maxY)
    }
}
