/// The few tags of EXIF that matter to a page: which way is up, and the density claimed.
///
/// EXIF is a TIFF file without a picture: a byte order, and a directory of tags of twelve bytes each.
struct ExifTags {
    private(set) var orientation: PhotoFile.Orientation?
    private(set) var density: PhotoFile.Density?

    init() {}

    /// From a JPEG file's APP1 segment; nil when that holds something else, such as XMP.
    init?(exifSegment body: [UInt8]) {
        guard body.starts(with: "Exif\0\0".utf8) else { return nil }
        self.init(tiff: body[6...])
    }

    /// From the TIFF itself, as a PNG file's eXIf chunk has it; nil when that is none.
    init?(tiff: ArraySlice<UInt8>) {
        let bytes = Array(tiff)
        guard bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8) else { return nil }
        let littleEndian = bytes[0] == UInt8(ascii: "I")
        /// The number of so many bytes at a place; nil beyond the end.
        func number(at offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            let digits = bytes[offset..<offset + count]
            return (littleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
        }
        func ratio(at entry: Int) -> Double? {
            guard let place = number(at: entry + 8, 4), let above = number(at: place, 4),
                let below = number(at: place + 4, 4), above > 0, below > 0
            else { return nil }
            return Double(above) / Double(below)
        }

        guard let directory = number(at: 4, 4), let count = number(at: directory, 2) else { return nil }
        var (across, down, perInch): (Double?, Double?, Double?) = (nil, nil, 1)
        for entry in (0..<count).map({ directory + 2 + 12 * $0 }) {
            switch number(at: entry, 2) {
            case 0x0112: orientation = number(at: entry + 8, 2).flatMap(PhotoFile.Orientation.init(rawValue:))
            case 0x011A: across = ratio(at: entry)
            case 0x011B: down = ratio(at: entry)
            case 0x0128: perInch = number(at: entry + 8, 2).flatMap { [2: 1, 3: 2.54][$0] }
            default: break
            }
        }
        if let across, let down, let perInch {
            density = PhotoFile.Density(across: across * perInch, down: down * perInch)
        }
    }
}
