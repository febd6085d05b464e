/// The chunks of a PNG file up to the picture's data. A chunk is a length, four letters, the contents and a checksum.
struct PNGHeader {
    private var width = 0
    private var height = 0
    private var components = 0
    private var density: PhotoFile.Density?
    private var exif = ExifTags()

    init(_ file: borrowing FileReader) throws(PhotoFile.Unusable) {
        var offset = 8
        while true {
            let head = file.bytes(at: offset, count: 8)
            guard head.count == 8 else { throw PhotoFile.Unusable("is truncated in its header") }
            let length = Self.integer(head[0..<4])
            let name = String(decoding: head[4..<8], as: UTF8.self)
            let body = file.bytes(at: offset + 8, count: ["IHDR", "pHYs", "eXIf"].contains(name) ? length : 0)
            switch name {
            case "IHDR" where body.count == 13:
                width = Self.integer(body[0..<4])
                height = Self.integer(body[4..<8])
                components = [0: 1, 2: 3, 3: 3, 4: 2, 6: 4][body[9]] ?? 3
            case "pHYs" where body.count == 9 && body[8] == 1:
                density = PhotoFile.Density(
                    across: Double(Self.integer(body[0..<4])) * 0.0254,
                    down: Double(Self.integer(body[4..<8])) * 0.0254)
            case "eXIf": exif = ExifTags(tiff: body[...]) ?? exif
            case "IDAT", "IEND": return
            default: break
            }
            offset += 12 + length
        }
    }

    func photo(at path: String) throws(PhotoFile.Unusable) -> PhotoFile {
        try PhotoFile(
            path: path, kind: .png, width: width, height: height, components: components,
            orientation: exif.orientation ?? .upright, density: density ?? exif.density)
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
