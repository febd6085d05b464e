import Copy
import Layouts
import Pages
import Testing
import Typesetting

@testable import Makeup

struct PhotoBlockTests {
    private func builder() throws -> PhotoBlockBuilder {
        let page = try SamplePage()
        return PhotoBlockBuilder(layout: page.layout, typesetter: page.typesetter)
    }

    /// The ratio of the picture's horizontal to its vertical scale on paper; 1 when it is not stretched.
    private func stretch(_ figure: PhotoBlock.Figure, _ picture: Picture) -> Double {
        let across = figure.frame.width.points / (figure.crop.width * Double(picture.width))
        let down = figure.frame.height.points / (figure.crop.height * Double(picture.height))
        return across / down
    }

    @Test(arguments: [(1800, 1200), (1200, 1800), (3000, 900), (1000, 1000)])
    func noPictureIsStretched(_ width: Int, _ height: Int) throws {
        let picture = SamplePage.picture(width, height)
        let arrangement = try builder().arrangement(of: [picture], columns: 2)
        for rows in 6...30 {
            let figure = arrangement.block(rows: rows).figures[0]
            #expect(abs(stretch(figure, picture) - 1) < 1e-9)
            #expect(max(figure.crop.width, figure.crop.height) == 1, "no more is cropped than necessary")
        }
    }

    @Test func theNaturalHeightCropsHardlyAnything() throws {
        let arrangement = try builder().arrangement(of: [SamplePage.picture(1800, 1200)], columns: 2)
        #expect(arrangement.block(rows: arrangement.naturalRows).cropped < 0.05)
        #expect(arrangement.block(rows: arrangement.naturalRows - 3).cropped > 0.15)
    }

    @Test func aCropIsCentredOnItsFocusAsFarAsThePictureAllows() {
        func crop(_ focus: Photo.Focus, _ shape: Double) -> PlacedImage.Crop {
            PhotoBlockBuilder.crop(SamplePage.picture(1000, 1000, focus: focus), shape)
        }
        #expect(crop(.centre, 0.5) == .init(x: 0, y: 0.25, width: 1, height: 0.5))
        #expect(crop(.init(x: 0.5, y: 0.4), 0.5) == .init(x: 0, y: 0.4 - 0.25, width: 1, height: 0.5))
        #expect(crop(.init(x: 0.5, y: 0), 0.5).y == 0)
        #expect(crop(.init(x: 0.5, y: 1), 0.5).y == 0.5)
        #expect(crop(.init(x: 0.75, y: 0.5), 2) == .init(x: 0.5, y: 0, width: 0.5, height: 1))
        #expect(crop(.init(x: 0.3, y: 0.5), 1) == .whole)
    }

    @Test func twoPicturesAreSideBySideWhereTheColumnsDivide() throws {
        let builder = try builder()
        let pictures = [SamplePage.picture(1800, 1200), SamplePage.picture(1800, 1200, caption: "装车。")]
        let figures = builder.arrangement(of: pictures, columns: 2).block(rows: 10).figures
        let grid = builder.layout.grid
        #expect(figures.map(\.picture) == [0, 1])
        #expect(figures.map(\.frame.width) == [grid.columnWidth, grid.columnWidth])
        #expect(figures[0].frame.x == .zero)
        #expect(figures[1].frame.x.isClose(to: grid.columnWidth + grid.gutter))
        #expect(figures[0].frame.y == figures[1].frame.y)
        #expect(figures[0].frame.height == figures[1].frame.height)
        #expect(figures[1].caption.allSatisfy { $0.runs[0].origin.x >= figures[1].frame.x })
    }

    @Test func otherwisePicturesAreOneAboveTheOther() throws {
        let pictures = [SamplePage.picture(1800, 1200), SamplePage.picture(1200, 1200)]
        let figures = try builder().arrangement(of: pictures, columns: 3).block(rows: 60).figures
        #expect(figures.map(\.frame.x) == [.zero, .zero])
        let lastWords = try #require(figures[0].caption.last?.runs.first?.origin.y)
        #expect(lastWords > figures[0].frame.maxY)
        #expect(figures[1].frame.y > lastWords)
        // Both are cropped by the same share: the higher picture has the higher frame.
        #expect(abs(figures[0].cropped - figures[1].cropped) < 0.001)
    }

    @Test func captionAndCreditAreUnderThePictureInsideTheBlock() throws {
        let builder = try builder()
        let picture = SamplePage.picture(1800, 1200, caption: "社员们在装箱。", credit: "李群 摄")
        let block = builder.arrangement(of: [picture], columns: 2).block(rows: 14)
        let figure = block.figures[0]
        #expect(figure.caption.map(\.text) == ["社员们在装箱。", "李群 摄"])
        #expect(figure.caption[0].runs[0].origin.y == figure.caption[1].runs[0].origin.y, "one line holds both")
        let last = figure.caption[1]
        #expect((last.runs[0].origin.x + last.width).isClose(to: figure.frame.maxX))
        for line in figure.caption {
            #expect(line.runs[0].origin.y > figure.frame.maxY)
            #expect(line.runs[0].origin.y < builder.layout.grid.leading * Double(block.rows))
        }
    }

    @Test func aCreditThatDoesNotFitBesideTheCaptionTakesALineOfItsOwn() throws {
        let picture = SamplePage.picture(1800, 1200, caption: "社员们在装箱过秤贴标签", credit: "记者 李群 摄")
        let caption = try builder().arrangement(of: [picture], columns: 1).block(rows: 12).figures[0].caption
        #expect(caption.last?.text == "记者 李群 摄")
        #expect(caption.last!.runs[0].origin.y > caption[caption.count - 2].runs[0].origin.y)
    }

    /// The planner tries all numbers of rows about the natural one.
    @Test func aNarrowPictureHasNoMoreRowsThanPages() throws {
        let arrangement = try builder().arrangement(of: [SamplePage.picture(1, 60_000)], columns: 3)
        #expect(arrangement.naturalRows == 1000)
        let crop = arrangement.block(rows: 30).figures[0].crop
        #expect(crop.width == 1 && crop.height < 0.001)
    }
}
