internal import Foundation
internal import TestSupport

/// A PNG of a size, with a head and no picture in it: makeup asks for no more.
struct PictureFile {
    var width: Int
    var height: Int

    func write(to path: String) throws {
        func number(_ value: Int) -> [UInt8] { (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // One bit, grey, then the check sum, which nobody looks at before the pixels.
        let head = number(13) + Array("IHDR".utf8) + number(width) + number(height) + [1, 0, 0, 0, 0] + number(0)
        // As many bytes as the pixels may be packed into.
        let data = [UInt8](repeating: 0, count: width * height / 8 / 1000)
        let body = number(data.count) + Array("IDAT".utf8) + data + number(0)
        let end = number(0) + Array("IEND".utf8) + number(0)
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try writeFile(signature + head + body + end, to: path)
    }
}
