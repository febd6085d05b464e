import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

struct PicturePrinterTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func aPNGShowsTheTrimmedPage() throws {
        let box = Box(rect: Rect(x: .zero, y: .zero, width: .pt(10), height: .pt(10)), fill: .black)
        let page = Page.sample([.box(box)], bleed: .pt(9))
        let png = try PNGPrinter(dpi: 36).print(page).value
        let photo = try PhotoFile(reading: scratch.write(png, "page.png"))
        #expect((photo.width, photo.height) == (150, 100))
        #expect(abs(try #require(photo.density).across - 36) < 0.1)
        let picture = try scratch.picture(of: PNGPrinter(dpi: 288).print(page).value, named: "large.png")
        #expect(picture.name(atPoint: 1, 1) == "black")
        #expect(picture.name(atPoint: 9.5, 9.5) == "black")
        #expect(picture.name(atPoint: 11, 11) == "white")
    }

    @Test func aPictureThatIsTooLargeIsAnError() {
        let error = #expect(throws: DiagnosticsError.self) { try PNGPrinter(dpi: 72000).print(.sample([])) }
        #expect(error?.diagnostics.map(\.severity) == [.error])
    }

    @Test func lettersAreAntialiasedInGrey() throws {
        let page = Page.sample([.text(SampleType().run("灰度的字", size: 9))])
        let picture = try scratch.picture(of: PNGPrinter(dpi: 72).print(page).value, named: "page.png")
        var shades = Set<[UInt8]>()
        for y in 0..<picture.height { for x in 0..<picture.width { shades.insert(picture[x, y]) } }
        #expect(shades.count > 20)
        #expect(shades.allSatisfy { $0[0] == $0[1] && $0[1] == $0[2] })
    }

    @Test func lettersHaveThePositionsOfThePDF() throws {
        for turn in [GlyphRun.Turn.upright, .clockwise] {
            let page = Page.sample([.text(SampleType().run("日月", size: 40, x: 100.3, y: 80.4, turn: turn))])
            let png = try scratch.picture(of: PNGPrinter(dpi: 288).print(page).value, named: "page.png")
            let pdf = try scratch.picture(of: PDFPrinter().print(.sample(page.items)).value)
            #expect(abs(png.inkBox.left - pdf.inkBox.left) <= 1)
            #expect(abs(png.inkBox.top - pdf.inkBox.top) <= 1)
            #expect(abs(png.inkBox.right - pdf.inkBox.right) <= 1)
            #expect(abs(png.inkBox.bottom - pdf.inkBox.bottom) <= 1)
        }
    }

    @Test func anSVGShowsThePage() throws {
        let file = try scratch.write(TinyJPEG.corners().bytes, "a.jpg")
        let frame = Rect(x: .pt(10), y: .pt(10), width: .pt(40), height: .pt(40))
        let svg = try SVGPrinter().print(
            .sample([.text(SampleType().run("字")), .image(PlacedImage(file: file, frame: frame))])
        ).value
        let text = String(decoding: svg, as: UTF8.self)
        #expect(text.contains("width=\"300pt\" height=\"200pt\""))
        #expect(text.contains("<symbol"))
        #expect(text.contains(Data(TinyJPEG.corners().bytes).base64EncodedString().prefix(60)))
    }
}
