/// What a photo's file says of itself before any pixel is looked at: its size, its colours, which way is up.
///
///     let photo = try PhotoFile(reading: "photos/market.jpg")
///     photo.uprightWidth     // 3024, for a picture of 4032 × 3024 that was taken with the camera on its side
///
/// Only the header is read, some kilobytes, so a page can be made up with large photos in no time.
public struct PhotoFile: Hashable, Sendable {
    public var path: String
    public var kind: Kind
    /// Pixels as they lie in the file, before the picture is turned upright.
    public var width: Int
    public var height: Int
    /// 1 for grey, 3 for colour, 4 for the four printing inks; 2 and 4 for grey and colour with transparency in a PNG.
    public var components: Int
    public var orientation: Orientation
    /// Pixels to the inch as the file claims, across and down, when it claims any. Cameras write anything here.
    public var density: Density?

    public enum Kind: Hashable, Sendable {
        case jpeg(JPEG)
        case png
    }

    public struct Density: Hashable, Sendable {
        public var across, down: Double
    }

    /// How the picture in the file differs from the upright one: the eight orientations of EXIF by their numbers.
    public enum Orientation: Int, Hashable, Sendable, CaseIterable {
        case upright = 1
        case mirrored, upsideDown, mirroredUpsideDown
        /// Rows are columns.
        case transposed
        /// The upright picture is the file's turned clockwise by a quarter.
        case needsClockwise
        case transverse
        case needsAnticlockwise

        /// Whether width and height change places.
        public var swapsSides: Bool { rawValue >= 5 }
    }

    public var uprightWidth: Int { orientation.swapsSides ? height : width }
    public var uprightHeight: Int { orientation.swapsSides ? width : height }

    /// Why a file cannot be used as a photo, as the end of a sentence: “is neither JPEG nor PNG”.
    public struct Unusable: Error, Hashable, CustomStringConvertible {
        public var description: String
        init(_ description: String) { self.description = description }
    }

    /// Pixels of a side, as PNG allows them: of two such sides the pixels can still be counted.
    private static let longestSide = Int(Int32.max)

    /// Reads the header.
    public init(reading path: String) throws(Unusable) {
        let file = try FileReader(path)
        let start = file.bytes(at: 0, count: 8)
        if start.starts(with: [0xFF, 0xD8]) {
            self = try JPEGHeader(file).photo(at: path)
        } else if start == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] {
            self = try PNGHeader(file).photo(at: path)
        } else {
            throw Unusable(start.isEmpty ? "is empty" : "is neither JPEG nor PNG")
        }
    }

    init(
        path: String, kind: Kind, width: Int, height: Int, components: Int, orientation: Orientation, density: Density?
    ) throws(Unusable) {
        guard width > 0, height > 0 else { throw Unusable("has no pixels") }
        guard max(width, height) <= Self.longestSide else {
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

extension PhotoFile {
    /// What matters about a JPEG file to whoever passes it on without decoding it.
    public struct JPEG: Hashable, Sendable {
        /// Whether the picture comes in several passes, from coarse to fine.
        public var isProgressive: Bool
        /// Whether a PDF reader can decode the coding used: neither lossless nor arithmetic, and eight bits deep.
        public var isCommon: Bool
        /// Whether Adobe's marker stands in the file. Four-ink pictures with it hold their inks upside down.
        public var hasAdobeMarker: Bool
        /// Where the compressed picture begins in the file, in bytes.
        public var dataOffset: Int
    }
}

extension PhotoFile {
    /// A JPEG file's bytes; nil for a photo of another kind. Throws when the file breaks off before the picture's end.
    func wholeJPEG() throws(Unusable) -> [UInt8]? {
        guard case .jpeg(let jpeg) = kind else { return nil }
        let file = try FileReader(path)
        let bytes = file.bytes(at: 0, count: file.count)
        // The end marker, FF D9, occurs nowhere in a compressed picture; behind it other things may follow.
        let isWhole = bytes.withUnsafeBufferPointer { bytes in
            var last = bytes.count - 1
            while last > jpeg.dataOffset {
                if bytes[last] == 0xD9, bytes[last - 1] == 0xFF { return true }
                last -= 1
            }
            return false
        }
        guard isWhole else { throw Unusable("breaks off before its end") }
        return bytes
    }

    var isJPEG: Bool { if case .jpeg = kind { true } else { false } }

    /// Whether the picture is in the four inks of a press.
    public var isFourInks: Bool {
        if case .jpeg = kind { components == 4 } else { false }
    }

    /// Whether the picture's inks lie in the file upside down, as Adobe's programs store them.
    var hasInvertedInks: Bool {
        if case .jpeg(let jpeg) = kind { components == 4 && jpeg.hasAdobeMarker } else { false }
    }
}
