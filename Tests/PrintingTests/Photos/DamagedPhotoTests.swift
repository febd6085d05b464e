import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

/// Photos with damaged data, and files made to take more time or memory than a page may.
struct DamagedPhotoTests {
    let scratch: Scratch
    private let frame = Rect(x: .pt(40), y: .pt(20), width: .pt(80), height: .pt(80))

    init() throws { scratch = try Scratch() }

    private func document(_ files: [String]) -> Document {
        Document.sample(files.map { Item.image(PlacedImage(file: $0, frame: frame)) })
    }

    /// A picture with detail, so that its data are not only ends of blocks.
    static func detailed() throws -> [UInt8] {
        let pixels = (0..<160 * 160 * 3).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
        return try JPEGCodec.encode(
            PhotoPixels(width: 160, height: 160, components: 3, bytes: pixels), quality: 70)
    }

    private func problem(_ bytes: [UInt8], _ name: String = "photo.jpg") throws -> String? {
        let path = try scratch.write(bytes, name)
        do {
            _ = try PhotoCheck(of: PhotoUse(file: path, width: 80, height: 80))
            return nil
        } catch {
            return "\(error)"
        }
    }

    // MARK: Damaged data

    @Test func aDamagedJPEGIsAGreyFrameInEveryOutput() throws {
        var bytes = try Self.detailed()
        // A marker of a table in the middle of the data.
        bytes.replaceSubrange(bytes.count / 2..<bytes.count / 2 + 2, with: [0xFF, 0xD9])
        let file = try scratch.write(bytes, "damaged.jpg")
        let sound = try scratch.write(TinyJPEG.corners().bytes, "sound.jpg")
        let document = document([sound, file])
        for (output, severity) in [
            (OutputProfile.standard, Diagnostic.Severity.warning), (.screen, .warning),
            (.press(PressOptions()), .error),
            (.press(PressOptions(photos: .cmyk)), .error),
        ] {
            for jobs in 1...2 {
                let printed = try PDFPrinter(output, jobs: jobs).print(document)
                #expect(printed.diagnostics.map(\.severity) == [severity])
                #expect(printed.diagnostics.map(\.place?.file) == [file])
                #expect(printed.diagnostics[0].message.hasPrefix("the photo cannot be decoded: "))
                let middle = try scratch.picture(of: printed.value)[320, 240]
                #expect(middle.allSatisfy { (200...215).contains($0) }, "\(middle)")
            }
        }
        for printed in [try PNGPrinter().print(document.pages[0]), try SVGPrinter().print(document.pages[0])] {
            #expect(printed.diagnostics.map(\.place?.file) == [file])
        }
        #expect(try problem(bytes)?.hasPrefix("cannot be decoded") == true)
    }

    /// Some telephones write the parameters of a progressive scan into a sequential file. Decoders ignore them.
    @Test func correctsTheParametersOfASequentialScan() throws {
        let whole = try Self.detailed()
        var bytes = whole
        let scan = try #require(bytes.firstRange(of: [0xFF, 0xDA])).upperBound
        bytes.replaceSubrange(scan + 9..<scan + 12, with: [0, 0, 0])
        let printed = try PDFPrinter().print(document([scratch.write(bytes, "telephone.jpg")]))
        #expect(printed.diagnostics.isEmpty)
        #expect(printed.value.firstRange(of: whole) != nil)
    }

    @Test func soundPhotosGoIntoTheFileAsTheyCame() throws {
        let progressive = TinyJPEG(
            columns: 20, rows: 20, colour: { [UInt8($0 * 12), UInt8($1 * 12), 9] }, isProgressive: true)
        for bytes in [try Self.detailed(), progressive.bytes] {
            let printed = try PDFPrinter(jobs: 2).print(document([scratch.write(bytes + [0, 0, 0], "sound.jpg")]))
            #expect(printed.diagnostics.isEmpty)
            #expect(printed.value.firstRange(of: bytes) != nil)
        }
    }

    // MARK: Claims

    /// A small file can claim any size. Nothing is allocated for it.
    @Test func aSizeThatTheDataCannotHaveIsReadFromTheHeader() throws {
        func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
            var png = TinyPNG(width: 1, height: 1) { _ in [1, 2, 3] }.bytes
            let sides = [width, height].flatMap { side in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: side >> $0) } }
            png.replaceSubrange(16..<24, with: sides)
            return TinyPNG.mended(png)
        }
        func jpeg(_ width: UInt16, _ height: UInt16, isProgressive: Bool, padding: Int = 0) throws -> [UInt8] {
            var bytes = TinyJPEG.corners(isProgressive: isProgressive).bytes
            let frame = try #require(bytes.firstRange(of: [0xFF, isProgressive ? 0xC2 : 0xC0])).upperBound
            let sides = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
            bytes.replaceSubrange(frame + 3..<frame + 7, with: sides)
            return bytes + [UInt8](repeating: 0, count: padding)
        }
        let claims = [
            png(1, 0x7FFF_FFFF), png(0xFFFF_FFFF, 0xFFFF_FFFF), png(60_000, 60_000),
            try jpeg(65_500, 65_500, isProgressive: false), try jpeg(65_535, 65_535, isProgressive: true),
            try jpeg(3000, 3000, isProgressive: true),
        ]
        for bytes in claims {
            let error = #expect(throws: PhotoFile.Unusable.self) {
                try PhotoFile(reading: scratch.write(bytes, "claim"))
            }
            #expect(error?.description.contains(" bytes of data") == true, "\(error?.description ?? "")")
        }
        // A file that is padded is found out by its number of pixels, or when it is decoded.
        #expect(
            try problem(jpeg(65_500, 65_500, isProgressive: false, padding: 1 << 23))
                == "has 65500 × 65500 pixels, more than 250 million")
        #expect(try problem(jpeg(3000, 3000, isProgressive: true, padding: 1 << 16)) != nil)
        #expect(try problem(png(0, 5)) == "has no pixels")
    }

    @Test func aPhotoThatTakesTooMuchMemoryIsNotDecoded() throws {
        // Sixteen bits and four channels: the file would be legal with these data.
        var png = TinyPNG(width: 15_000, height: 1, depth: 16, colourType: 6) { _ in Array(repeating: 7, count: 120_000)
        }
        .bytes
        png.replaceSubrange(20..<24, with: [0, 0, 0x27, 0x10])
        png += [UInt8](repeating: 0, count: 1 << 20)
        let error = try problem(TinyPNG.mended(png), "a.png")
        #expect(error == "has 15000 × 10000 pixels, which take 600 MB to decode; the most is 480 MB")
    }

    @Test func aSparseFileIsNotRead() throws {
        for bytes in [
            TinyJPEG.corners().bytes, TinyPNG(width: 1, height: 1) { _ in [1, 2, 3] }.bytes, Array("<svg".utf8),
        ] {
            let file = try scratch.write(bytes, "sparse.svg")
            truncate(file, 3 << 30)
            #expect(throws: PhotoFile.Unusable("has 3072 MB; the most is 128 MB")) { try PhotoFile(reading: file) }
            #expect(throws: PhotoFile.Unusable("has 3072 MB; the most is 20 MB")) { try Drawing(reading: file) }
        }
    }

    // MARK: Scans and segments

    /// A progressive file that repeats its scan.
    private func repeatedScans(_ count: Int, side: Int) throws -> [UInt8] {
        let whole = TinyJPEG(columns: side / 8, rows: side / 8, colour: { _, _ in [200] }, isProgressive: true).bytes
        // Scans after the first refine a bit of the same coefficients: a bit for each block, all of them 0.
        let blocks = side / 8 * (side / 8)
        let refining: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0x10] + Array(repeating: 0, count: (blocks + 7) / 8)
        return Array(whole.dropLast(2)) + Array(repeatElement(refining, count: count - 1).joined()) + whole.suffix(2)
    }

    @Test func countsScans() throws {
        let bytes = try repeatedScans(7, side: 64)
        let photo = try PhotoFile(reading: scratch.write(bytes, "a.jpg"))
        guard case .jpeg(let jpeg) = photo.kind else { return #expect(Bool(false)) }
        let scans = bytes.withUnsafeBufferPointer {
            JPEGScans(of: $0, from: jpeg.dataOffset, isProgressive: true, limit: 100)
        }
        #expect(scans.count == 7 && scans.isComplete && scans.wrongParameters.isEmpty)
        #expect(jpeg.coefficientBytes >= 64 * 64 * 2)
    }

    /// Each scan goes over all pixels, so their product is the time that decoding takes.
    @Test func aFileWithHundredsOfScansIsNotDecoded() throws {
        #expect(
            try problem(repeatedScans(600, side: 16))
                == "has 501 or more scans of 16 × 16 pixels, which take too long to decode")
        #expect(
            try problem(repeatedScans(400, side: 2048))
                == "has 358 or more scans of 2048 × 2048 pixels, which take too long to decode")
    }

    @Test func aHeaderOfMillionsOfMarkersIsNotRead() throws {
        let jpeg = TinyJPEG.corners().bytes
        for run in [[0xFF, 0xD0], [0xFF], [0xFF, 0xFE, 0, 2], [0xFF, 0x01]] as [[UInt8]] {
            let bytes = jpeg.prefix(2) + repeatElement(run, count: 1_000_000).joined() + jpeg.dropFirst(2)
            #expect(try problem(Array(bytes)) == "has more than 10000 segments in its header")
        }
        let png = TinyPNG(width: 1, height: 1) { _ in [1, 2, 3] }.bytes
        let chunk = png.suffix(12).prefix(4) + Array("teXt".utf8) + [0, 0, 0, 0]
        let bytes = png.prefix(33) + repeatElement(chunk, count: 100_000).joined() + png.dropFirst(33)
        #expect(try problem(TinyPNG.mended(Array(bytes)), "a.png") == "has more than 1000 chunks before its data")
    }

    /// The rows of a picture may end before its last one: in a file that is cut, or whose packed data are too short.
    @Test func aPNGWithoutAllItsRowsIsDamaged() throws {
        for depth in [8, 16] {
            let row = [UInt8](repeating: 7, count: 40 * 3 * depth / 8)
            let whole = TinyPNG(width: 40, height: 30, depth: depth) { _ in row }.bytes
            #expect(try problem(whole, "a.png") == nil)
            // The data of 29 rows under the header of 30.
            var short = TinyPNG(width: 40, height: 29, depth: depth) { _ in row }.bytes
            short.replaceSubrange(0..<33, with: whole.prefix(33))
            #expect(try problem(short, "a.png") == "cannot be decoded: its data are damaged or end too early")
            #expect(try problem(Array(whole.dropLast(200)), "a.png") != nil)
            let file = try scratch.write(short, "short.png")
            for printed in [
                try PDFPrinter().print(document([file])), try PNGPrinter(dpi: 10).print(document([file]).pages[0]),
            ] {
                #expect(printed.diagnostics.map(\.place?.file) == [file])
            }
        }
    }

    /// libpng would unpack each of these to megabytes.
    @Test func onlyTheChunksOfAPNGThatItsPixelsDependOnAreDecoded() throws {
        let png = TinyPNG(width: 2, height: 1, colourType: 3, palette: [255, 0, 0, 0, 0, 255]) { _ in [0, 1] }.bytes
        let text = Array("zTXt".utf8)
        let chunk: [UInt8] = [0, 0, 0, 3] + text + [65, 0, 0] + [0, 0, 0, 0]
        let padded = TinyPNG.mended(Array(png.prefix(33)) + chunk + chunk + Array(png.dropFirst(33)) + [1, 2, 3])
        #expect(PNGData(padded).file == png)
        #expect(try problem(padded, "a.png") == nil)
        // Cut files stay cut.
        for count in 0..<png.count { #expect(PNGData(Array(png[..<count])).file.count <= count) }
    }

    // MARK: Sizes

    @Test func narrowPhotosCostWhatTheirUseCosts() throws {
        let tall = TinyPNG(width: 1, height: 60_000) { _ in [200, 30, 30] }
        let wide = TinyPNG(width: 60_000, height: 2) { _ in Array(repeating: 90, count: 180_000) }
        for (png, crop) in [
            (tall, PlacedImage.Crop(x: 0, y: 0.5, width: 1, height: 1.0 / 60_000)),
            (wide, PlacedImage.Crop(x: 0.5, y: 0, width: 1.0 / 30_000, height: 1)),
        ] {
            let file = try scratch.write(png.bytes, "narrow.png")
            let page = Page.sample([.image(PlacedImage(file: file, frame: frame, crop: crop))])
            let document = Document(title: "", author: "", language: "zh-Hans", date: "2023-06-21", pages: [page])
            for output in [OutputProfile.standard, .press(PressOptions(photos: .cmyk)), .screen] {
                #expect(try PDFPrinter(output).print(document).diagnostics.isEmpty)
            }
            // Cairo has no surface of this length.
            #expect(try PNGPrinter().print(page).diagnostics.isEmpty)
            #expect(try SVGPrinter().print(page).diagnostics.isEmpty)
        }
    }

    @Test func aLargePhotoIsReducedToWhatMayBeDecoded() throws {
        let photo = try PhotoFile(
            path: "", kind: .png, width: 20_000, height: 10_000, components: 3, orientation: .upright, density: nil)
        let size = try #require(photo.size(scaledBy: 1))
        #expect(abs(size.pixels - PhotoDecoder.maxDecodedPixels) < 40_000)
        #expect(photo.size(scaledBy: 0.1) == PixelSize(width: 2000, height: 1000))
        let strip = try PhotoFile(
            path: "", kind: .png, width: 60_000, height: 10, components: 3, orientation: .upright, density: nil)
        #expect(strip.size(scaledBy: 1) == PixelSize(width: PhotoDecoder.maxDecodedSide, height: 6))
    }
}

@Suite(.waiting)
struct SpoiltPhotoTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Bytes are spoilt in the header and all over the data. Whatever goes into the PDF, programs that decode it do not
    /// complain; each other photo is reported.
    @Test func aPDFHasNoDamagedData() throws {
        let whole = try DamagedPhotoTests.detailed()
        let files = try (0..<72).map { place in
            var bytes = whole
            let offset = 2 + place * (bytes.count - 4) / 72
            bytes[offset] = bytes[offset] &+ 0x55
            return try scratch.write(bytes, "spoilt\(place).jpg")
        }
        let frame = Rect(x: .pt(40), y: .pt(20), width: .pt(80), height: .pt(80))
        let document = Document.sample(files.map { Item.image(PlacedImage(file: $0, frame: frame)) })
        for output in [OutputProfile.standard, .press(PressOptions()), .screen] {
            let printed = try PDFPrinter(output, jobs: 2).print(document)
            try scratch.write(printed.value, "spoilt.pdf")
            let check = try ProgramRun("/usr/bin/qpdf", ["--check", "spoilt.pdf"], in: scratch.folder.path)
            #expect(check.status == 0)
            #expect(!check.errors.contains("JPEG") && !check.output.contains("WARNING"), "\(check.errors)")
            #expect(printed.diagnostics.count > 10)
            #expect(Set(printed.diagnostics.compactMap(\.place?.file)).isSubset(of: files))
        }
    }
}
