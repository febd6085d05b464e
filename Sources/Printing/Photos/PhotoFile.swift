/// The properties of a photo that its file header gives: size, colour components, orientation.
///
///     let photo = try PhotoFile(reading: "photos/market.jpg")
///     photo.uprightWidth     // 3024, for a picture of 4032 × 3024 taken with the camera on its side
///
/// Only the header is read, some kilobytes, so the size of a photo does not affect the time to lay out a page.
public struct PhotoFile: Hashable, Sendable {
    public var path: String
    public var kind: Kind
    /// Width in pixels as stored, before the orientation is applied.
    public var width: Int
    /// Height in pixels as stored, before the orientation is applied.
    public var height: Int
    /// 1 for grey, 3 for colour, 4 for CMYK. In a PNG, 2 and 4 are grey and colour with transparency.
    public var components: Int
    public var orientation: Orientation
    /// The density that the file claims, if any. Cameras write arbitrary values.
    public var density: Density?

    public enum Kind: Hashable, Sendable {
        case jpeg(JPEG)
        case png
    }

    /// Pixels per inch, horizontally and vertically.
    public struct Density: Hashable, Sendable {
        public var across, down: Double
    }

    /// How the stored picture differs from the upright one: the eight orientations of EXIF with their numbers.
    public enum Orientation: Int, Hashable, Sendable, CaseIterable {
        case upright = 1
        case mirrored, upsideDown, mirroredUpsideDown
        /// Rows and columns are exchanged.
        case transposed
        /// Turning the stored picture a quarter clockwise makes it upright.
        case needsClockwise
        case transverse
        case needsAnticlockwise

        /// Whether width and height of the upright picture are exchanged.
        public var swapsSides: Bool { rawValue >= 5 }
    }

    public var uprightWidth: Int { orientation.swapsSides ? height : width }
    public var uprightHeight: Int { orientation.swapsSides ? width : height }

    /// Why a file cannot be used as a picture, as the end of a sentence: “is neither JPEG nor PNG”.
    public struct Unusable: Error, Hashable, CustomStringConvertible {
        public var description: String
        init(_ description: String) { self.description = description }

        static func tooLarge(_ width: Int, _ height: Int) -> Unusable {
            Unusable("has \(width) × \(height) pixels, more than \(maxPixels / 1_000_000) million")
        }

        static func tooLittleData(_ width: Int, _ height: Int, bytes: Int) -> Unusable {
            Unusable("claims \(width) × \(height) pixels, but has only \(bytes) bytes of data")
        }
    }

    /// The longest side in pixels that PNG allows. The product of two such sides does not overflow.
    private static let maxSide = Int(Int32.max)
    /// The most pixels: more than a broadsheet page has at twice a press's resolution. A file of some kilobytes can claim
    /// any number.
    static let maxPixels = 250_000_000
    /// The size of the largest file in bytes. Photos of a hundred million pixels take some fifty megabytes. A file is read
    /// into memory, and a sparse file can have any size.
    static let maxBytes = 128 << 20

    /// Reads the header of a JPEG or PNG file. The first bytes decide the kind, not the file's name.
    ///
    /// - Throws: `Unusable` when the file cannot be read or is not a photo.
    public init(reading path: String) throws(Unusable) {
        let file = try FileReader(path, most: Self.maxBytes)
        let signature = file.bytes(at: 0, count: 8)
        if signature.starts(with: [0xFF, 0xD8]) {
            self = try JPEGHeader(file).photo(at: path)
        } else if signature == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] {
            self = try PNGHeader(file).photo(at: path)
        } else {
            throw Unusable(signature.isEmpty ? "is empty" : "is neither JPEG nor PNG")
        }
    }

    init(
        path: String, kind: Kind, width: Int, height: Int, components: Int, orientation: Orientation, density: Density?
    ) throws(Unusable) {
        guard width > 0, height > 0 else { throw Unusable("has no pixels") }
        guard max(width, height) <= Self.maxSide else {
            throw Unusable("claims \(width) × \(height) pixels, which no picture has")
        }
        guard width * height <= Self.maxPixels else { throw .tooLarge(width, height) }
        self.path = path
        self.kind = kind
        self.width = width
        self.height = height
        self.components = components
        self.orientation = orientation
        self.density = density
    }
}

// MARK: JPEG

extension PhotoFile {
    /// The properties of a JPEG file that decide whether its data can be used without decoding.
    public struct JPEG: Hashable, Sendable {
        /// Whether the picture is coded in several scans, from coarse to fine.
        public var isProgressive: Bool
        /// Whether a PDF reader's DCTDecode filter supports the coding: Huffman-coded, not lossless, eight bits deep.
        public var isDCTDecodable: Bool
        /// Whether the file has Adobe's APP14 marker. CMYK pictures with it are stored inverted.
        public var hasAdobeMarker: Bool
        /// The offset of the compressed data in the file, in bytes.
        public var dataOffset: Int
        /// The size in bytes of all coefficients. A decoder holds them when there are several scans.
        var coefficientBytes: Int
    }

    var isJPEG: Bool { if case .jpeg = kind { true } else { false } }

    /// Whether the picture is stored in cyan, magenta, yellow and black.
    public var isFourInks: Bool {
        if case .jpeg = kind { components == 4 } else { false }
    }

    /// Whether the picture is stored in inverted CMYK, as Adobe's programs write it.
    var hasInvertedInks: Bool {
        if case .jpeg(let jpeg) = kind { components == 4 && jpeg.hasAdobeMarker } else { false }
    }

    /// The most scans of a JPEG file, and the most pixels in all its scans together. Encoders write some ten scans. Each
    /// scan may change every pixel, so a small file with hundreds of them takes minutes to decode.
    private static let maxScans = 500
    private static let maxPixelsInScans = 1_500_000_000

    /// The data of a JPEG file, and the memory that decoding them takes in addition to the pixels.
    struct JPEGData {
        var bytes: [UInt8]
        var coefficientBytes: Int
    }

    /// The data of a JPEG file; nil for other kinds of photo.
    ///
    /// - Throws: `Unusable` when the file cannot be read, is truncated, or has too many scans.
    func jpegData() throws(Unusable) -> JPEGData? {
        guard case .jpeg(let jpeg) = kind else { return nil }
        var bytes = try FileReader(path, most: Self.maxBytes).allBytes()
        // Arithmetic coding takes ten times as long.
        let share = jpeg.isDCTDecodable ? 1 : 10
        let limit = min(Self.maxScans, Self.maxPixelsInScans / share / (width * height))
        let scans = bytes.withUnsafeBufferPointer {
            JPEGScans(of: $0, from: jpeg.dataOffset, isProgressive: jpeg.isProgressive, limit: limit)
        }
        guard scans.count <= limit else {
            throw Unusable(
                "has \(limit + 1) or more scans of \(width) × \(height) pixels, which take too long to decode")
        }
        guard scans.isComplete else { throw Unusable("is truncated") }
        if jpeg.isDCTDecodable {
            for offset in scans.wrongParameters {
                bytes.replaceSubrange(offset..<offset + 3, with: JPEGScans.sequentialParameters)
            }
        }
        return JPEGData(
            bytes: bytes, coefficientBytes: jpeg.isProgressive || scans.count > 1 ? jpeg.coefficientBytes : 0)
    }
}
