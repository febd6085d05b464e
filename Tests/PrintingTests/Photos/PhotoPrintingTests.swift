import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

/// Photos in printed PDFs and pictures.
struct PhotoPrintingTests {
    let scratch: Scratch
    private let frame = Rect(x: .pt(40), y: .pt(20), width: .pt(80), height: .pt(80))

    init() throws { scratch = try Scratch() }

    private func print(_ images: PlacedImage...) throws -> Reported<[UInt8]> {
        try PDFPrinter().print(.sample(images.map(Item.image)))
    }

    /// The colours at the centres of the frame's quarters, in reading order.
    private func quarters(_ picture: Picture) -> [String] {
        [(60.0, 40.0), (100, 40), (60, 80), (100, 80)].map { picture.name(atPoint: $0, $1) }
    }

    @Test func aPhotoFillsItsFrame() throws {
        let file = try scratch.write(TinyJPEG.corners().bytes, "a.jpg")
        let printed = try print(PlacedImage(file: file, frame: frame))
        #expect(printed.diagnostics.isEmpty)
        let picture = try scratch.picture(of: printed.value)
        #expect(quarters(picture) == ["red", "green", "blue", "yellow"])
        for (x, y) in [(39.0, 60.0), (121, 60), (80, 19), (80, 101)] {
            #expect(picture.name(atPoint: x, y) == "white")
        }
    }

    @Test func embedsAJPEGUnchanged() throws {
        for jpeg in [.corners(), .corners(isProgressive: true), TinyJPEG(colour: { _, _ in [255] })] {
            let bytes = jpeg.bytes
            let printed = try print(PlacedImage(file: scratch.write(bytes, "a.jpg"), frame: frame))
            #expect(printed.diagnostics.isEmpty)
            #expect(printed.value.firstRange(of: bytes) != nil)
        }
    }

    @Test func showsAProgressiveJPEG() throws {
        // Several blocks a quarter, because decoders smooth a picture of coarse scans.
        let quarter: [[[UInt8]]] = [[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 0]]]
        let jpeg = TinyJPEG(
            columns: 8, rows: 8, colour: { quarter[$1 / 4][$0 / 4] }, hasAdobeMarker: true, isProgressive: true)
        let image = PlacedImage(file: try scratch.write(jpeg.bytes, "a.jpg"), frame: frame)
        let whole = ["red", "green", "blue", "yellow"]
        #expect(quarters(try scratch.picture(of: print(image).value)) == whole)
        let preview = try PNGPrinter(dpi: 288).print(.sample([.image(image)]))
        #expect(preview.diagnostics.isEmpty)
        #expect(quarters(try scratch.picture(of: preview.value, named: "a.png")) == whole)
    }

    @Test func aFileThatIsNotAPhotoIsAGreyFrameInEveryOutput() throws {
        let folder = scratch.path("folder.jpg")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for (file, why) in [(folder, "is not a file"), (try scratch.write([], "empty.jpg"), "is empty")] {
            let page = Page.sample([.image(PlacedImage(file: file, frame: frame))])
            let message = "the photo \(why), so a grey frame is printed in its place"
            for output in [OutputProfile.standard, .press(PressOptions(photos: .cmyk)), .screen] {
                let printed = try PDFPrinter(output).print(
                    Document(title: "", author: "", language: "zh-Hans", date: "2023-06-21", pages: [page]))
                #expect(printed.diagnostics.map(\.message) == [message])
            }
            let preview = try PNGPrinter(dpi: 288).print(page)
            #expect(preview.diagnostics.map(\.message) == [message])
            #expect(try scratch.picture(of: preview.value, named: "a.png")[320, 240] == [204, 204, 204])
        }
    }

    /// The photo is decoded completely and reduced, for a PDF and for a preview.
    @Test(.slow) func showsAHundredMegapixels() throws {
        let row = [UInt8](repeating: 0x0F, count: 1250)
        let png = TinyPNG(width: 10_000, height: 10_000, depth: 1, colourType: 0) { _ in row }
        let image = PlacedImage(file: try scratch.write(png.bytes, "large.png"), frame: frame)
        let printed = try print(image)
        #expect(printed.diagnostics.isEmpty)
        #expect(printed.value.count < 1_000_000)
        #expect(try scratch.uncompressed(printed.value).contains("/Width 667"))
        #expect(try PNGPrinter(dpi: 72).print(.sample([.image(image)])).diagnostics.isEmpty)
    }

    @Test func aPhotoShownTwiceIsEmbeddedOnce() throws {
        let bytes = TinyJPEG.corners().bytes
        let file = try scratch.write(bytes, "a.jpg")
        let half = PlacedImage(file: file, frame: frame, crop: .init(x: 0, y: 0, width: 0.5, height: 0.5))
        var document = Document.sample([.image(PlacedImage(file: file, frame: frame)), .image(half)])
        document.pages.append(.sample([.image(half)]))
        let pdf = try PDFPrinter().print(document).value
        #expect(pdf.ranges(of: bytes).count == 1)
    }

    @Test func theFrameShowsTheCrop() throws {
        let file = try scratch.write(TinyJPEG.corners().bytes, "a.jpg")
        // A part of the right half: green above, yellow below.
        let crop = PlacedImage.Crop(x: 0.6, y: 0.3, width: 0.4, height: 0.4)
        let picture = try scratch.picture(of: print(PlacedImage(file: file, frame: frame, crop: crop)).value)
        #expect(quarters(picture) == ["green", "green", "yellow", "yellow"])
        #expect(picture.name(atPoint: 39, 60) == "white")
    }

    @Test(arguments: [
        (1, ["red", "green", "blue", "yellow"]), (2, ["green", "red", "yellow", "blue"]),
        (3, ["yellow", "blue", "green", "red"]), (4, ["blue", "yellow", "red", "green"]),
        (5, ["red", "blue", "green", "yellow"]), (6, ["blue", "red", "yellow", "green"]),
        (7, ["yellow", "green", "blue", "red"]), (8, ["green", "yellow", "red", "blue"]),
    ])
    func appliesTheOrientation(_ orientation: Int, _ upright: [String]) throws {
        let file = try scratch.write(TinyJPEG.corners(orientation: UInt8(orientation)).bytes, "a.jpg")
        let image = PlacedImage(file: file, frame: frame)
        #expect(quarters(try scratch.picture(of: print(image).value)) == upright)
        let page = Page.sample([.image(image)])
        #expect(quarters(try scratch.picture(of: PNGPrinter(dpi: 288).print(page).value, named: "a.png")) == upright)
    }

    /// A crop refers to the upright picture, not to the stored one.
    @Test func theCropOfARotatedPhotoIsUpright() throws {
        let file = try scratch.write(TinyJPEG.corners(orientation: 6).bytes, "a.jpg")
        let crop = PlacedImage.Crop(x: 0.6, y: 0.1, width: 0.3, height: 0.3)
        let picture = try scratch.picture(of: print(PlacedImage(file: file, frame: frame, crop: crop)).value)
        #expect(quarters(picture) == ["red", "red", "red", "red"])
    }

    @Test func aGreyPhotoStaysGrey() throws {
        let jpeg = TinyJPEG(colour: { column, _ in column == 0 ? [0] : [128] })
        let pdf = try print(PlacedImage(file: scratch.write(jpeg.bytes, "grey.jpg"), frame: frame)).value
        #expect(quarters(try scratch.picture(of: pdf)) == ["black", "grey", "black", "grey"])
        #expect(try scratch.uncompressed(pdf).contains("/ColorSpace /DeviceGray"))
    }

    @Test func showsCMYKPhotos() throws {
        // Yellow on the left, white on the right; inverted with Adobe's marker.
        for marker in [false, true] {
            let jpeg = TinyJPEG(
                colour: { column, _ in
                    let inks: [UInt8] = column == 0 ? [0, 0, 255, 0] : [0, 0, 0, 0]
                    return marker ? inks.map { 255 - $0 } : inks
                }, hasAdobeMarker: marker)
            let printed = try print(PlacedImage(file: scratch.write(jpeg.bytes, "inks\(marker).jpg"), frame: frame))
            let picture = try scratch.picture(of: printed.value)
            #expect(picture[400, 240] == [255, 255, 255])
            #expect(picture[240, 240][2] < 25, "\(picture[240, 240])")
            #expect(picture[240, 240][0] > 230)
            #expect(printed.diagnostics.isEmpty)
        }
    }

    @Test func showsAPNGWithTransparency() throws {
        let file = try scratch.writePNG(width: 2, height: 2, "a.png") { x, y in
            [[[255, 0, 0, 255], [0, 255, 0, 255]], [[0, 0, 200, 128], [0, 0, 0, 0]]][y][x]
        }
        let printed = try print(PlacedImage(file: file, frame: frame))
        #expect(printed.diagnostics.isEmpty)
        let picture = try scratch.picture(of: printed.value)
        let corners = [(40.5, 20.5), (119.5, 20.5), (119.5, 99.5)].map { picture.name(atPoint: $0, $1) }
        #expect(corners == ["red", "green", "white"])
        // Half-transparent dark blue on white.
        for (shade, wanted) in zip(picture[162, 398], [127, 127, 227]) { #expect(abs(Int(shade) - wanted) < 4) }
    }

    @Test func anUnusablePhotoIsAGreyFrameAndAWarning() throws {
        let whole = TinyJPEG(columns: 9, rows: 9, colour: { [UInt8($0 * 20), UInt8($1 * 20), 128] }).bytes
        let png = try scratch.writePNG(width: 30, height: 30, "good.png") { x, y in [UInt8(x), UInt8(y), 0, 255] }
        let half = [UInt8](try Data(contentsOf: URL(fileURLWithPath: png)).prefix(60))
        let files = [
            scratch.path("missing.jpg"), try scratch.write(Array("hello".utf8), "text.jpg"),
            try scratch.write(Array(whole.dropLast(40)), "cut.jpg"), try scratch.write(half, "cut.png"),
        ]
        for file in files {
            let image = PlacedImage(file: file, frame: frame)
            let printed = try print(image, image)
            #expect(printed.diagnostics.map(\.severity) == [.warning])
            #expect(printed.diagnostics.first?.place?.file == file)
            let picture = try scratch.picture(of: printed.value)
            #expect(picture[320, 240] == [204, 204, 204])
            #expect(picture[160, 240][0] < 180)
            let preview = try PNGPrinter().print(.sample([.image(image)]))
            #expect(preview.diagnostics.map(\.severity) == [.warning])
        }
    }

    @Test(arguments: [
        ("16 bits", TinyPNG(width: 2, height: 1, depth: 16) { _ in [255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255] }),
        ("palette", TinyPNG(width: 2, height: 1, colourType: 3, palette: [255, 0, 0, 0, 0, 255]) { _ in [0, 1] }),
        (
            "16 bits with alpha",
            TinyPNG(width: 2, height: 1, depth: 16, colourType: 6) { _ in
                [255, 255, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 255, 255, 255, 255]
            }
        ),
    ])
    func showsKindsOfPNG(_ name: String, _ png: TinyPNG) throws {
        // The file's first bytes decide its kind, not its name.
        let file = try scratch.write(png.bytes, "a.jpg")
        for output in [OutputProfile.standard, .press(PressOptions()), .screen] {
            let page = Document.sample([.image(PlacedImage(file: file, frame: frame))])
            let printed = try PDFPrinter(output).print(page)
            #expect(printed.diagnostics.isEmpty)
            let picture = try scratch.picture(of: printed.value)
            #expect(picture[180, 240][0] > 230 && picture[180, 240][2] < 40, "\(name) \(output): \(picture[180, 240])")
            #expect(picture[460, 240][2] > 180 && picture[460, 240][0] < 60, "\(name) \(output): \(picture[460, 240])")
        }
    }

    @Test func aBilevelPNGIsGrey() throws {
        let png = TinyPNG(width: 16, height: 1, depth: 1, colourType: 0) { _ in [0, 255] }
        let pdf = try print(PlacedImage(file: scratch.write(png.bytes, "line.png"), frame: frame)).value
        #expect(try scratch.uncompressed(pdf).contains("/ColorSpace /DeviceGray"))
        #expect(quarters(try scratch.picture(of: pdf)) == ["black", "white", "black", "white"])
    }

    /// For a screen, a photo is decoded to the size in which it appears, or to its own size if that is smaller.
    @Test func decodesForAScreen() throws {
        let jpeg = TinyJPEG(columns: 40, rows: 20, colour: { _, _ in [200] }, orientation: 6)
        let file = try scratch.write(jpeg.bytes, "turned.jpg")
        let cache = ImageCache(for: .screen(scale: 0.5))
        // The upright photo is 160 by 320 pixels. Its left half appears in 40 by 40. It is stored rotated.
        let half = PlacedImage(file: file, frame: frame, crop: .init(x: 0, y: 0, width: 0.5, height: 0.25))
        #expect(cache.picture(for: half)?.size == PixelSize(width: 160, height: 80))
        let detail = PlacedImage(file: file, frame: frame, crop: .init(x: 0, y: 0, width: 0.05, height: 0.025))
        #expect(cache.picture(for: detail)?.size == PixelSize(width: 320, height: 160))
    }

    /// 2,400 pixels on eighty points are reduced to what a press can show.
    @Test func reducesALargePNG() throws {
        let row = [UInt8](repeating: 0x0F, count: 300)
        let png = TinyPNG(width: 2400, height: 2400, depth: 1, colourType: 0) { _ in row }
        let file = try scratch.write(png.bytes, "large.png")
        let printed = try print(PlacedImage(file: file, frame: frame))
        #expect(printed.diagnostics.isEmpty)
        #expect(printed.value.count < 1_000_000)
        #expect(try scratch.uncompressed(printed.value).contains("/Width 667"))
    }
}
