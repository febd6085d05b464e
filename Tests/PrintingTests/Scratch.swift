import CPixbuf
import Foundation
import TestSupport
import Testing

/// A temporary folder for one test's files, with the programs that read them back.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("printing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Writes a file into the folder and returns its path.
    @discardableResult
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
        try writeFile(bytes, to: path(name))
        return path(name)
    }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] }

    /// Runs a program in the folder and returns its standard output.
    func output(of program: String, _ arguments: String...) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(program: program, status: process.terminationStatus) }
        return data
    }

    struct Failure: Error {
        var program: String
        var status: Int32
    }

    /// The text of a PDF in the order of its content.
    func text(of pdf: [UInt8]) throws -> String {
        try write(pdf, "text.pdf")
        let text = String(decoding: try output(of: "pdftotext", "-raw", "text.pdf", "-"), as: UTF8.self)
        return text.trimmingCharacters(in: ["\n", "\u{0C}"])
    }

    /// A PDF with its streams uncompressed, as text.
    func uncompressed(_ pdf: [UInt8]) throws -> String {
        try write(pdf, "closed.pdf")
        return String(
            decoding: try output(of: "qpdf", "--qdf", "--object-streams=disable", "closed.pdf", "-"), as: UTF8.self)
    }

    /// The first page of a PDF as pixels, four per point.
    func picture(of pdf: [UInt8]) throws -> Picture {
        try write(pdf, "picture.pdf")
        return Picture(ppm: [UInt8](try output(of: "pdftoppm", "-r", "288", "picture.pdf")))
    }

    /// A PNG picture's pixels.
    func picture(of png: [UInt8], named name: String) throws -> Picture { try Picture(png: write(png, name)) }

    /// Writes a PNG file; `colour` gives the red, green, blue and alpha of each pixel.
    func writePNG(width: Int, height: Int, _ name: String, colour: (_ x: Int, _ y: Int) -> [UInt8]) throws -> String {
        let pixels = (0..<height).flatMap { y in (0..<width).flatMap { x in colour(x, y) } }
        let pixbuf = pixels.withUnsafeBufferPointer { pixels in
            let bytes = g_bytes_new(pixels.baseAddress, gsize(pixels.count))
            defer { g_bytes_unref(bytes) }
            return gdk_pixbuf_new_from_bytes(
                bytes, GDK_COLORSPACE_RGB, 1, 8, Int32(width), Int32(height), Int32(width * 4))
        }
        defer { g_object_unref(UnsafeMutableRawPointer(pixbuf)) }
        guard gdk_pixbuf_savev(pixbuf, path(name), "png", nil, nil, nil) != 0 else {
            throw Failure(program: "gdk-pixbuf", status: 1)
        }
        return path(name)
    }
}

/// A picture of red, green and blue pixels.
struct Picture {
    let width: Int
    let height: Int
    private let pixels: ArraySlice<UInt8>

    init(ppm: [UInt8]) {
        let head = ppm.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
        let size = String(decoding: head[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        (width, height) = (size[0], size[1])
        pixels = head[3]
    }

    init(png path: String) throws {
        let pixbuf = try #require(gdk_pixbuf_new_from_file(path, nil))
        defer { g_object_unref(UnsafeMutableRawPointer(pixbuf)) }
        (width, height) = (Int(gdk_pixbuf_get_width(pixbuf)), Int(gdk_pixbuf_get_height(pixbuf)))
        let (stride, channels) = (Int(gdk_pixbuf_get_rowstride(pixbuf)), Int(gdk_pixbuf_get_n_channels(pixbuf)))
        let start = gdk_pixbuf_read_pixels(pixbuf)!
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                pixels += UnsafeBufferPointer(start: start + y * stride + x * channels, count: 3)
            }
        }
        self.pixels = pixels[...]
    }

    /// The bounding box of the pixels that are at least half dark.
    var inkBox: (left: Int, top: Int, right: Int, bottom: Int) {
        var box = (left: width, top: height, right: 0, bottom: 0)
        pixels.withUnsafeBufferPointer { pixels in
            var place = 0
            for y in 0..<height {
                var x = 0
                while x < width {
                    if pixels[place] < 128 {
                        box = (min(box.left, x), min(box.top, y), max(box.right, x), max(box.bottom, y))
                    }
                    (x, place) = (x + 1, place + 3)
                }
            }
        }
        return box
    }

    subscript(x: Int, y: Int) -> [UInt8] { Array(pixels[(pixels.startIndex + 3 * (y * width + x))...].prefix(3)) }

    /// The name of the colour at a point of the page, if it is one that the tests use; else its values.
    func name(atPoint x: Double, _ y: Double) -> String {
        let colour = self[Int(x * 4), Int(y * 4)].map { $0 > 230 ? 2 : $0 < 25 ? 0 : 1 }
        let names = [
            [2, 0, 0]: "red", [0, 2, 0]: "green", [0, 0, 2]: "blue", [2, 2, 0]: "yellow", [2, 2, 2]: "white",
            [0, 0, 0]: "black", [0, 2, 2]: "cyan", [2, 0, 2]: "magenta", [1, 1, 1]: "grey",
        ]
        return names[colour] ?? "\(self[Int(x * 4), Int(y * 4)])"
    }
}
