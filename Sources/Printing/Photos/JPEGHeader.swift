/// The marker segments of a JPEG file up to the compressed data.
///
/// A segment is FF, a marker byte, a length of two bytes (which counts itself) and the body. The reader skips from
/// segment to segment and reads only the bodies it needs, so a thumbnail in another segment costs nothing.
struct JPEGHeader {
    private struct Frame {
        var marker: UInt8
        var bits, width, height, components: Int
        /// The memory for the coefficients of the whole picture.
        var coefficientBytes: Int
    }

    private var frame: Frame?
    private var density: PhotoFile.Density?
    private var exif: ExifTags?
    private var hasAdobeMarker = false
    private var dataOffset = 0

    /// The most segments and fill bytes of a header. A profile has up to 255 segments, and a camera's header some dozens.
    /// Each costs a read, and a file of some megabytes can have millions of empty ones.
    private static let maxSegments = 10_000

    init(_ file: borrowing FileReader) throws(PhotoFile.Unusable) {
        var offset = 2
        for _ in 0..<Self.maxSegments {
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
            let body = file.bytes(at: offset + 4, count: min(bytesToRead(of: head[1]), length - 2))
            switch head[1] {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: readFrame(body, marker: head[1])
            case 0xE0: readJFIF(body)
            case 0xE1: exif = exif ?? ExifTags(exifSegment: body)
            case 0xEE: if body == Array("Adobe".utf8) { hasAdobeMarker = true }
            case 0xDA, 0xD9:
                guard head[1] == 0xDA, let frame else { throw PhotoFile.Unusable("contains no picture") }
                dataOffset = offset + 2 + length
                try Self.check(frame, dataBytes: file.count - dataOffset)
                return
            default: break
            }
            offset += 2 + max(2, length)
        }
        throw PhotoFile.Unusable("has more than \(Self.maxSegments) segments in its header")
    }

    /// The number of bytes that are read of a segment with a marker.
    private func bytesToRead(of marker: UInt8) -> Int {
        switch marker {
        case 0xC0...0xCF: 6 + 3 * Self.maxComponents
        case 0xE0: 12
        // The tags of a file are in its first segment of EXIF. Further ones are not read, whatever they claim.
        case 0xE1: exif == nil ? 0xFFFF : 0
        case 0xEE: 5
        default: 0
        }
    }

    private static let maxComponents = 4

    /// The most pixels that a byte of Huffman codes can describe. A block of 8 × 8 pixels takes one bit at least, so these
    /// are 512; the double leaves room for components of different sizes.
    private static let maxPixelsPerByte = 1024

    private static func check(_ frame: Frame, dataBytes: Int) throws(PhotoFile.Unusable) {
        let pixels = frame.width * frame.height
        let isHuffmanCoded = frame.marker <= 0xC2
        guard !isHuffmanCoded || pixels <= maxPixelsPerByte * max(0, dataBytes) else {
            throw .tooLittleData(frame.width, frame.height, bytes: max(0, dataBytes))
        }
    }

    func photo(at path: String) throws(PhotoFile.Unusable) -> PhotoFile {
        guard let frame else { throw PhotoFile.Unusable("contains no picture") }
        let jpeg = PhotoFile.JPEG(
            isProgressive: frame.marker == 0xC2, isDCTDecodable: frame.marker <= 0xC2 && frame.bits == 8,
            hasAdobeMarker: hasAdobeMarker, dataOffset: dataOffset, coefficientBytes: frame.coefficientBytes)
        return try PhotoFile(
            path: path, kind: .jpeg(jpeg), width: frame.width, height: frame.height, components: frame.components,
            orientation: exif?.orientation ?? .upright, density: density ?? exif?.density)
    }

    private mutating func readFrame(_ body: [UInt8], marker: UInt8) {
        guard body.count >= 6 else { return }
        var frame = Frame(
            marker: marker, bits: Int(body[0]), width: Int(body[3]) << 8 | Int(body[4]),
            height: Int(body[1]) << 8 | Int(body[2]), components: Int(body[5]), coefficientBytes: 0)
        // Components are stored in blocks of 8 × 8 coefficients of two bytes, a subsampled one in fewer blocks.
        let sampling = stride(from: 7, to: min(body.count, 6 + 3 * frame.components), by: 3).map {
            (across: Int(body[$0] >> 4), down: Int(body[$0] & 15))
        }
        let across = max(1, sampling.map(\.across).max() ?? 1), down = max(1, sampling.map(\.down).max() ?? 1)
        for component in sampling {
            let width = (frame.width * component.across / across + 15) & ~7
            let height = (frame.height * component.down / down + 15) & ~7
            frame.coefficientBytes += 2 * width * height
        }
        self.frame = frame
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
