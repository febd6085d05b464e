import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

/// The image XObjects of photos in each output.
struct PDFImageTests {
    private let scratch: Scratch
    private let frame = Rect(x: .pt(40), y: .pt(20), width: .pt(80), height: .pt(80))

    init() throws { scratch = try Scratch() }

    private func print(_ output: OutputProfile, _ file: String) throws -> Reported<[UInt8]> {
        try PDFPrinter(output).print(.sample([.image(PlacedImage(file: file, frame: frame))]))
    }

    private func jpeg(_ name: String, columns: Int = 2, rows: Int = 2) throws -> String {
        let pixels = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 0]] as [[UInt8]]
        return try scratch.write(
            TinyJPEG(
                columns: columns, rows: rows,
                colour: { pixels[($0 * 2 / columns) + 2 * ($1 * 2 / rows)] }, hasAdobeMarker: true
            ).bytes, name)
    }

    @Test func pressOutputHasRGBPhotosWithAProfile() throws {
        let file = try jpeg("a.jpg")
        let pdf = PDFReader(try print(.press(PressOptions()), file).value)
        let space = try #require(pdf.pictures.first?["ColorSpace"])
        #expect(space.items[0].name == "ICCBased")
        #expect(space.items[1].data == ColourProfile.screen()?.bytes)
    }

    @Test func embedsAPhotosOwnProfile() throws {
        let profile = try #require(ColourProfile.screen()).bytes + [0]
        var bytes = TinyJPEG.corners().bytes
        let half = profile.count / 2
        var segments: [UInt8] = []
        for (number, part) in [profile[..<half], profile[half...]].enumerated() {
            let body = Array("ICC_PROFILE\0".utf8) + [UInt8(number + 1), 2] + part
            segments += [0xFF, 0xE2, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
        }
        bytes.insert(contentsOf: segments, at: 2)
        #expect(JPEGProfile.bytes(in: bytes) == profile)
        #expect(JPEGProfile.bytes(in: TinyJPEG.corners().bytes) == nil)
        let pdf = PDFReader(try print(.press(PressOptions()), try scratch.write(bytes, "own.jpg")).value)
        #expect(pdf.pictures.first?["ColorSpace"]?.items[1].data == profile)
    }

    @Test func convertsPhotosToCMYK() throws {
        let file = try jpeg("a.jpg")
        let printed = try print(.press(PressOptions(photos: .cmyk)), file)
        #expect(printed.diagnostics.isEmpty)
        let picture = try #require(PDFReader(printed.value).pictures.first)
        #expect(picture["ColorSpace"]?.name == "DeviceCMYK")
        // Upright, not inverted, with about the same colours.
        let pixels = try scratch.picture(of: printed.value)
        func pixel(_ x: Int, _ y: Int) -> [Int] { pixels[x * 4, y * 4].map(Int.init) }
        let (red, green, blue, yellow) = (pixel(60, 40), pixel(100, 40), pixel(60, 80), pixel(100, 80))
        #expect(red[0] > 180 && red[1] < 90 && red[2] < 90)
        #expect(green[1] > 120 && green[0] < 120 && green[2] < 120)
        #expect(blue[2] > 100 && blue[0] < 100)
        #expect(yellow[0] > 200 && yellow[1] > 200 && yellow[2] < 110)
    }

    /// Each photo is a task of its own. The warning for a missing one must name it.
    @Test(.slow, arguments: [OutputProfile.press(PressOptions(photos: .cmyk)), .screen])
    func thePhotosDoNotDependOnTheNumberOfJobs(_ output: OutputProfile) throws {
        var files = try (1...9).map { try jpeg("\($0).jpg", columns: 40 * $0, rows: 900) }
        files.insert(scratch.path("none.jpg"), at: 4)
        let document = Document.sample(files.map { .image(PlacedImage(file: $0, frame: frame)) })
        let sequential = try PDFPrinter(output).print(document),
            parallel = try PDFPrinter(output, jobs: 4).print(document)
        #expect(parallel.value == sequential.value)
        #expect(
            parallel.diagnostics == sequential.diagnostics && sequential.diagnostics.map(\.place?.file) == [files[4]])
        #expect(PDFReader(parallel.value).pictures.count == 9)
    }

    @Test func aGreyPhotoPrintsInBlackOnly() throws {
        let file = try scratch.writePNG(width: 4, height: 4, "grey.png") { x, _ in
            [UInt8(x * 60)].flatMap { [$0, $0, $0] } + [255]
        }
        for output in [OutputProfile.standard, .press(PressOptions(photos: .cmyk)), .screen] {
            let picture = PDFReader(try print(output, file).value).pictures.first
            #expect(picture?["ColorSpace"]?.name == "DeviceGray")
        }
    }

    /// Photoshop stores CMYK inverted and marks the file with Adobe's marker.
    @Test(arguments: [false, true])
    func embedsCMYKPhotosUnchanged(_ marker: Bool) throws {
        let jpeg = TinyJPEG(
            colour: { column, row in
                let inks: [UInt8] = column == 0 ? [0, 0, 255, 0] : row == 0 ? [255, 0, 0, 0] : [0, 0, 0, 0]
                return marker ? inks.map { 255 - $0 } : inks
            }, hasAdobeMarker: marker)
        let bytes = jpeg.bytes
        let file = try scratch.write(bytes, "inks.jpg")
        for output in [OutputProfile.standard, .press(PressOptions()), .press(PressOptions(photos: .cmyk)), .screen] {
            let printed = try print(output, file)
            let pixels = try scratch.picture(of: printed.value)
            let yellow = pixels[60 * 4, 60 * 4], cyan = pixels[100 * 4, 40 * 4], paper = pixels[100 * 4, 80 * 4]
            #expect(yellow[0] > 220 && yellow[2] < 60, "\(output) \(yellow)")
            #expect(cyan[0] < 60 && cyan[2] > 200, "\(output) \(cyan)")
            #expect(paper.min()! > 245, "\(output) \(paper)")
            let preview = try scratch.picture(
                of: PNGPrinter(dpi: 288).print(.sample([.image(PlacedImage(file: file, frame: frame))])).value,
                named: "preview.png")
            #expect(preview[60 * 4, 60 * 4][0] > 250 && preview[60 * 4, 60 * 4][2] < 5)
            if output != .screen {
                #expect(printed.value.firstRange(of: bytes) != nil, "the file's data are embedded unchanged")
                #expect(PDFReader(printed.value).pictures.first?["ColorSpace"]?.name == "DeviceCMYK")
            }
        }
    }

    @Test func screenOutputHasReducedPhotos() throws {
        // 80 points at 150 pixels per inch are 167 pixels. 320 are reduced, 200 are not worth reducing.
        let large = PDFReader(try print(.screen, try jpeg("large.jpg", columns: 40, rows: 40)).value)
        #expect(large.pictures.first?["Width"]?.int == 167)
        let medium = try jpeg("medium.jpg", columns: 25, rows: 25)
        #expect(PDFReader(try print(.screen, medium).value).pictures.first?["Width"]?.int == 200)
    }

    @Test func reportsAPhotoWithTooMuchInk() throws {
        for (ink, marker) in [(UInt8(200), false), (55, true)] {
            let heavy = TinyJPEG(colour: { _, _ in [ink, ink, ink, ink] }, hasAdobeMarker: marker)
            let printed = try print(.press(PressOptions()), scratch.write(heavy.bytes, "heavy.jpg"))
            #expect(
                printed.diagnostics.map(\.message) == ["the photo has more than 240 % ink on 100 % of its area"])
        }
        let light = TinyJPEG(colour: { _, _ in [100, 100, 100, 100] })
        #expect(try print(.press(PressOptions()), scratch.write(light.bytes, "light.jpg")).diagnostics.isEmpty)
    }

    @Test func reportsAColourWithTooMuchInk() throws {
        func page(_ black: Double) -> Document {
            let ink = Ink(
                screen: .init(red: 0, green: 0, blue: 0),
                press: .init(cyan: 0.6, magenta: 0.6, yellow: 0.6, black: black))
            return .sample([.box(Box(rect: frame, fill: ink)), .box(Box(rect: frame, fill: ink))])
        }
        #expect(
            InkLimit.diagnostics(of: page(1)).map(\.message)
                == ["page 1: a colour has 280 % ink, newsprint takes 240 %"])
        #expect(InkLimit.diagnostics(of: page(0.6)).isEmpty)
    }
}
