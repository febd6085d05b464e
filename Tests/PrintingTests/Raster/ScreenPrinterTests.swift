import Diagnostics
import Pages
import Testing

@testable import Printing

struct ScreenPrinterTests {
    /// The red, green and blue pixels of a BMP file.
    private struct Picture {
        let bytes: [UInt8]
        var width: Int { number(at: 18) }
        var height: Int { -number(at: 22) }

        private func number(at offset: Int) -> Int {
            Int(Int32(truncatingIfNeeded: (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }))
        }

        subscript(x: Int, y: Int) -> [UInt8] {
            let offset = number(at: 10) + 4 * (y * width + x)
            return [bytes[offset + 2], bytes[offset + 1], bytes[offset]]
        }
    }

    private func picture(_ items: [Item], _ view: ScreenPrinter.View, by printer: ScreenPrinter = ScreenPrinter())
        throws
        -> Picture
    {
        Picture(bytes: try printer.print(.sample(items), view).value)
    }

    private static let square = Item.box(
        Box(rect: Rect(x: .pt(20), y: .pt(10), width: .pt(10), height: .pt(10)), fill: .black))

    @Test(arguments: [1.0, 3.0]) func drawsAPartOfAPage(_ scale: Double) throws {
        let view = ScreenPrinter.View(
            x: Int(15 * scale), y: Int(5 * scale), width: Int(20 * scale), height: Int(9 * scale), scale: scale)
        let picture = try picture([Self.square], view)
        #expect(picture.width == view.width && picture.height == view.height)
        #expect(
            picture.bytes.starts(with: Array("BM".utf8)) && picture.bytes.count == 54 + 4 * view.width * view.height)
        let edge = Int(5 * scale)
        #expect(picture[edge - 1, edge] == [255, 255, 255] && picture[edge, edge - 1] == [255, 255, 255])
        #expect(picture[edge, edge] == [0, 0, 0] && picture[edge, view.height - 1] == [0, 0, 0])
        #expect(picture[Int(15 * scale), edge] == [255, 255, 255])
    }

    /// Without supersampling, glyphs a third of a pixel apart would look the same.
    @Test func positionsSmallTypeBetweenPixels() throws {
        let view = ScreenPrinter.View(x: 0, y: 0, width: 40, height: 40, scale: 1)
        let type = SampleType()
        func ink(_ x: Double) throws -> [UInt8] {
            try picture([.text(type.run("国", size: 20, x: x, y: 30))], view).bytes
        }
        #expect(try ink(8) != ink(8.3))
    }

    @Test func writesTheComponentsInOrder() throws {
        var box = Box(rect: Rect(x: .zero, y: .zero, width: .pt(10), height: .pt(10)))
        box.fill = Ink(
            screen: Ink.RGB(red: 1, green: 0.5, blue: 0), press: Ink.CMYK(cyan: 0, magenta: 0.5, yellow: 1, black: 0))
        for scale in [1.0, 4.0] {
            let picture = try picture([.box(box)], ScreenPrinter.View(x: 0, y: 0, width: 8, height: 8, scale: scale))
            #expect(picture[3, 3] == [255, 128, 0])
        }
    }

    @Test func keepsResourcesForSeveralScales() throws {
        let printer = ScreenPrinter()
        let view = ScreenPrinter.View(x: 0, y: 0, width: 60, height: 60, scale: 2)
        let items = [Item.text(SampleType().run("国", size: 20, x: 5, y: 25))]
        let first = try picture(items, view, by: printer).bytes
        for scale in [1.0, 1.5, 3, 4, 5] {
            _ = try picture(items, ScreenPrinter.View(x: 0, y: 0, width: 60, height: 60, scale: scale), by: printer)
        }
        // Another face in the same scale, then the first page again.
        let kai = [Item.text(SampleType(SampleType.kai).run("国", size: 20, x: 5, y: 25))]
        #expect(try picture(kai, view, by: printer).bytes != first)
        #expect(try picture(items, view, by: printer).bytes == first)
    }

    @Test func readsPhotosAgainAfterDiscardingThem() throws {
        let scratch = try Scratch()
        let view = ScreenPrinter.View(x: 0, y: 0, width: 20, height: 20, scale: 1)
        func photo(_ ink: Ink) throws -> [UInt8] {
            let box = Box(rect: Rect(x: .zero, y: .zero, width: .pt(200), height: .pt(200)), fill: ink)
            return try PNGPrinter(dpi: 72).print(.sample([.box(box)])).value
        }
        let file = try scratch.write(photo(.black), "photo.png")
        let items = [
            Item.image(PlacedImage(file: file, frame: Rect(x: .zero, y: .zero, width: .pt(20), height: .pt(20))))
        ]
        let printer = ScreenPrinter()
        #expect(try picture(items, view, by: printer)[9, 9] == [0, 0, 0])
        _ = try scratch.write(photo(.paper), "photo.png")
        #expect(try picture(items, view, by: printer)[9, 9] == [0, 0, 0], "the open photo is kept")
        printer.discardImages()
        #expect(try picture(items, view, by: printer)[9, 9] == [255, 255, 255])
    }

    @Test func anSVGWithoutPaperIsTransparent() throws {
        let page = Page.sample([Self.square])
        let (opaque, transparent) = (try SVGPrinter().print(page).value, try SVGPrinter(paper: false).print(page).value)
        let paper = "fill:rgb(100%,100%,100%)"
        #expect(String(decoding: opaque, as: UTF8.self).contains(paper))
        #expect(!String(decoding: transparent, as: UTF8.self).contains(paper))
    }
}
