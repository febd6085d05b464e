/// The marker segments of a JPEG file up to the compressed data.
///
/// A segment is FF, a marker byte, a length of two bytes (which counts itself) and the body. The reader skips from
/// segment to segment and reads only the bodies it needs, so a thumbnail in another segment costs nothing.
struct JPEGHeader {
    private var frame: (marker: UInt8, bits: Int, width: Int, height: Int, components: Int)?
    private var density: PhotoFile.Density?
    private var exif = ExifTags()
    private var hasAdobeMarker = false
    private var dataOffset = 0

    init(_ file: borrowing FileReader) throws(PhotoFile.Unusable) {
        var offset = 2
        while true {
            let head = file.bytes(at: offset, count: 4)
            guard head.count == 4, head[0] == 0xFF else { throw PhotoFile.Unusable("is truncated in its header") }
            // Any number of fill bytes FF may precede a marker. TEM and RST have no length.
            if head[1] == 0xFF {
                offset += 1
                continue
            }
            if head[1] == 0x01 || (0xD0...0xD7).contains(head[1]) {
                offset += 2
                continue
            }
            let length = Int(head[2]) << 8 | Int(head[3])
            let body = file.bytes(at: offset + 4, count: min(Self.bytesToRead(of: head[1]), length - 2))
            switch head[1] {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: readFrame(body, marker: head[1])
            case 0xE0: readJFIF(body)
            case 0xE1: if let tags = ExifTags(exifSegment: body) { exif = tags }
            case 0xEE: if body == Array("Adobe".utf8) { hasAdobeMarker = true }
            case 0xDA, 0xD9:
                guard head[1] == 0xDA, frame != nil else { throw PhotoFile.Unusable("contains no picture") }
                dataOffset = offset + 2 + length
                return
            default: break
            }
            offset += 2 + max(2, length)
        }
    }

    /// The number of bytes that are read of a segment with a marker.
    private static func bytesToRead(of marker: UInt8) -> Int {
        switch marker {
        case 0xC0...0xCF: 6
        case 0xE0: 12
        case 0xE1: 0xFFFF
        case 0xEE: 5
        default: 0
        }
    }

    func photo(at path: String) throws(PhotoFile.Unusable) -> PhotoFile {
        guard let frame else { throw PhotoFile.Unusable("contains no picture") }
        let jpeg = PhotoFile.JPEG(
            isProgressive: frame.marker == 0xC2, isDCTDecodable: frame.marker <= 0xC2 && frame.bits == 8,
            hasAdobeMarker: hasAdobeMarker, dataOffset: dataOffset)
        return try PhotoFile(
            path: path, kind: .jpeg(jpeg), width: frame.width, height: frame.height, components: frame.components,
            orientation: exif.orientation ?? .upright, density: density ?? exif.density)
    }

    private mutating func readFrame(_ body: [UInt8], marker: UInt8) {
        guard body.count == 6 else { return }
        frame = (
            marker, Int(body[0]), Int(body[3]) << 8 | Int(body[4]), Int(body[1]) << 8 | Int(body[2]), Int(body[5])
        )
    }

    private mutating func readJFIF(_ body: [UInt8]) {
        guard body.count == 12, body.starts(with: "JFIF\0".utf8) else { return }
        let unitsPerInch = [1: 1, 2: 2.54][body[7]]
        let across = Double(Int(body[8]) << 8 | Int(body[9]))
        let down = Double(Int(body[10]) << 8 | Int(body[11]))
        guard let unitsPerInch, across > 0, down > 0 else { return }
        density = PhotoFile.Density(across: across * unitsPerInch, down: down * unitsPerInch)
    }
}

/// The ICC profile embedded in a JPEG file, split over its APP2 segments (ICC.1, annex B.4).
enum JPEGProfile {
    /// The profile's bytes; nil when the file has none.
    static func bytes(in jpeg: [UInt8]) -> [UInt8]? {
        var chunks: [UInt8: ArraySlice<UInt8>] = [:]
        var offset = 2
        let identifier = Array("ICC_PROFILE\0".utf8)
        while offset + 4 <= jpeg.count, jpeg[offset] == 0xFF {
            let marker = jpeg[offset + 1]
            // Any number of fill bytes FF may precede a marker. Compressed data follow DA.
            if marker == 0xFF {
                offset += 1
                continue
            }
            guard marker != 0xDA, marker != 0xD9 else { break }
            let end = offset + 2 + max(2, Int(jpeg[offset + 2]) << 8 | Int(jpeg[offset + 3]))
            guard end <= jpeg.count else { break }
            let body = jpeg[offset + 4..<end]
            if marker == 0xE2, body.count > identifier.count + 2, body.starts(with: identifier) {
                chunks[body[body.startIndex + identifier.count]] = body.dropFirst(identifier.count + 2)
            }
            offset = end
        }
        let profile = chunks.sorted { $0.key < $1.key }.flatMap(\.value)
        return profile.isEmpty ? nil : profile
    }
}
