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
    }

    /// The longest side in pixels that PNG allows. The product of two such sides does not overflow.
    private static let maxSide = Int(Int32.max)

    /// Reads the header of a JPEG or PNG file. The first bytes decide the kind, not the file's name.
    ///
    /// - Throws: `Unusable` when the file cannot be read or is not a photo.
    public init(reading path: String) throws(Unusable) {
        let file = try FileReader(path)
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

    /// The bytes of a JPEG file; nil for other kinds of photo.
    ///
    /// - Throws: `Unusable` when the file cannot be read or is truncated.
    func jpegData() throws(Unusable) -> [UInt8]? {
        guard case .jpeg(let jpeg) = kind else { return nil }
        let file = try FileReader(path)
        let bytes = file.bytes(at: 0, count: file.count)
        // The end marker FF D9 cannot occur in compressed data. Other data may follow it.
        let isComplete = bytes.withUnsafeBufferPointer { bytes in
            var last = bytes.count - 1
            while last > jpeg.dataOffset {
                if bytes[last] == 0xD9, bytes[last - 1] == 0xFF { return true }
                last -= 1
            }
            return false
        }
        guard isComplete else { throw Unusable("is truncated") }
        return bytes
    }
}
