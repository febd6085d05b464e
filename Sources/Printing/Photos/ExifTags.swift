/// The EXIF tags that matter to a page: the orientation and the claimed density.
///
/// EXIF is a TIFF file without a picture: a byte order and a directory of tags of twelve bytes each.
struct ExifTags {
    private(set) var orientation: PhotoFile.Orientation?
    private(set) var density: PhotoFile.Density?

    init() {}

    /// The tags of a JPEG file's APP1 segment; nil when the segment holds something else, such as XMP.
    init?(exifSegment body: [UInt8]) {
        guard body.starts(with: "Exif\0\0".utf8) else { return nil }
        self.init(tiff: body[6...])
    }

    /// The tags of a TIFF structure, such as a PNG file's eXIf chunk; nil when the bytes are not TIFF.
    init?(tiff: ArraySlice<UInt8>) {
        let bytes = Array(tiff)
        guard bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8) else { return nil }
        let isLittleEndian = bytes[0] == UInt8(ascii: "I")
        /// The integer of `count` bytes at an offset; nil beyond the end.
        func integer(at offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            let digits = bytes[offset..<offset + count]
            return (isLittleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
        }
        func rational(ofTag entry: Int) -> Double? {
            guard let offset = integer(at: entry + 8, 4), let numerator = integer(at: offset, 4),
                let denominator = integer(at: offset + 4, 4), numerator > 0, denominator > 0
            else { return nil }
            return Double(numerator) / Double(denominator)
        }

        guard let directory = integer(at: 4, 4), let count = integer(at: directory, 2) else { return nil }
        var (across, down, unitsPerInch): (Double?, Double?, Double?) = (nil, nil, 1)
        // The directory claims its own length.
        let entries = min(count, max(0, bytes.count - directory) / 12)
        for entry in (0..<entries).map({ directory + 2 + 12 * $0 }) {
            switch integer(at: entry, 2) {
            case 0x0112: orientation = integer(at: entry + 8, 2).flatMap(PhotoFile.Orientation.init(rawValue:))
            case 0x011A: across = rational(ofTag: entry)
            case 0x011B: down = rational(ofTag: entry)
            case 0x0128: unitsPerInch = integer(at: entry + 8, 2).flatMap { [2: 1, 3: 2.54][$0] }
            default: break
            }
        }
        if let across, let down, let unitsPerInch {
            density = PhotoFile.Density(across: across * unitsPerInch, down: down * unitsPerInch)
        }
    }
}
