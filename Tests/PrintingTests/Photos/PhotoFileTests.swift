import Foundation
import TestSupport
import Testing

@testable import Printing

struct PhotoFileTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func read(_ jpeg: TinyJPEG) throws -> PhotoFile {
        try PhotoFile(reading: scratch.write(jpeg.bytes, "photo.jpg"))
    }

    @Test func readsAJPEGHeader() throws {
        let photo = try read(TinyJPEG(columns: 5, rows: 3, colour: { _, _ in [0, 128, 128] }, dpi: 240))
        #expect((photo.width, photo.height) == (40, 24))
        #expect(photo.components == 3)
        #expect(photo.orientation == .upright)
        #expect(photo.density == PhotoFile.Density(across: 240, down: 240))
        let jpeg = try #require(photo.jpeg)
        #expect(!jpeg.isProgressive && jpeg.isDCTDecodable && !jpeg.hasAdobeMarker)
        // The SOS segment of three components is a marker of two bytes and twelve more.
        let bytes = try Data(contentsOf: URL(fileURLWithPath: photo.path))
        #expect(bytes[jpeg.dataOffset - 14..<jpeg.dataOffset - 12] == Data([0xFF, 0xDA]))
    }

    @Test func detectsKindsOfJPEG() throws {
        #expect(try read(TinyJPEG(colour: { _, _ in [9] })).components == 1)
        let inks = try read(TinyJPEG(colour: { _, _ in [9, 9, 9, 9] }, hasAdobeMarker: true))
        #expect(inks.components == 4)
        #expect(inks.jpeg?.hasAdobeMarker == true)
        #expect(try read(.corners(isProgressive: true)).jpeg?.isProgressive == true)
        // A file with the marker of arithmetic coding, which PDF readers do not support.
        var arithmetic = TinyJPEG(colour: { _, _ in [9] }).bytes
        arithmetic.replaceSubrange(try #require(arithmetic.firstRange(of: [0xFF, 0xC0])), with: [0xFF, 0xC9])
        #expect(try PhotoFile(reading: scratch.write(arithmetic, "a.jpg")).jpeg?.isDCTDecodable == false)
    }

    @Test(arguments: PhotoFile.Orientation.allCases)
    func readsTheOrientation(_ orientation: PhotoFile.Orientation) throws {
        var jpeg = TinyJPEG.corners(orientation: UInt8(orientation.rawValue))
        jpeg.columns = 3
        jpeg.rows = 2
        jpeg.colour = { _, _ in [0, 0, 0] }
        let photo = try read(jpeg)
        #expect(photo.orientation == orientation)
        #expect(photo.uprightWidth == (orientation.rawValue >= 5 ? 16 : 24))
        #expect(photo.uprightHeight == (orientation.rawValue >= 5 ? 24 : 16))
    }

    @Test func readsLittleEndianEXIF() throws {
        // Orientation 6, and 300 pixels per inch as rationals after the directory.
        let ratio: [UInt8] = [0x2C, 1, 0, 0, 1, 0, 0, 0]
        let tiff: [UInt8] =
            Array("II*\0".utf8) + [8, 0, 0, 0, 3, 0]
            + [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
            + [0x1A, 1, 5, 0, 1, 0, 0, 0, 50, 0, 0, 0]
            + [0x1B, 1, 5, 0, 1, 0, 0, 0, 50, 0, 0, 0]
            + [0, 0, 0, 0] + ratio
        let tags = try #require(ExifTags(tiff: tiff[...]))
        #expect(tags.orientation == .needsClockwise)
        #expect(tags.density == PhotoFile.Density(across: 300, down: 300))
        // Truncated data must not be read beyond their end.
        for count in 0..<tiff.count { _ = ExifTags(tiff: tiff[..<count]) }
    }

    @Test func readsAPNGHeader() throws {
        let path = try scratch.writePNG(width: 7, height: 4, "photo.png") { _, _ in [1, 2, 3, 255] }
        var photo = try PhotoFile(reading: path)
        #expect(photo.kind == .png)
        #expect((photo.width, photo.height, photo.components) == (7, 4, 4))

        // 11811 pixels per metre are 300 per inch.
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes.insert(
            contentsOf: [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1] + [0, 0, 0, 0],
            at: 33)
        photo = try PhotoFile(reading: scratch.write(bytes, "dense.png"))
        #expect(abs(try #require(photo.density).across - 300) < 0.1)
    }

    @Test func describesFilesThatAreNotPhotos() throws {
        func problem(_ path: String) -> String? {
            #expect(throws: PhotoFile.Unusable.self) { try PhotoFile(reading: path) }?.description
        }
        let jpeg = TinyJPEG.corners().bytes
        #expect(problem(scratch.path("none.jpg")) == "does not exist")
        #expect(problem(scratch.folder.path) == "is not a file")
        mkfifo(scratch.path("pipe.jpg"), 0o600)
        #expect(problem(scratch.path("pipe.jpg")) == "is not a file")
        for other in ["BM6", "II*\0", "MM\0*", "RIFF....WEBP", "\0\0\0 ftypheic", "%PDF-1.7", "<svg xmlns"] {
            #expect(problem(try scratch.write(Array(other.utf8), "other.jpg")) == "is neither JPEG nor PNG")
        }
        #expect(problem(try scratch.write([], "empty.jpg")) == "is empty")
        #expect(problem(try scratch.write(Array("GIF89a and on".utf8), "a.jpg")) == "is neither JPEG nor PNG")
        #expect(problem(try scratch.write(Array(jpeg[..<60]), "b.jpg")) == "is truncated in its header")
        #expect(problem(try scratch.write([0xFF, 0xD8, 0xFF, 0xD9, 0, 0], "c.jpg")) == "contains no picture")
        // Wherever the file is truncated, reading ends.
        for count in 0..<jpeg.count { _ = try? PhotoFile(reading: scratch.write(Array(jpeg[..<count]), "cut.jpg")) }
    }
}

extension PhotoFile {
    fileprivate var jpeg: JPEG? { if case .jpeg(let jpeg) = kind { jpeg } else { nil } }
}
