internal import CDeflate

/// The chunks of a PNG file. A chunk is a length, four letters, the contents and a checksum.
private enum PNGChunk {
    static let signatureLength = 8
    /// The bytes of a chunk besides its contents.
    static let frameLength = 12

    /// The length in bytes of a chunk's contents, from the first bytes of the chunk.
    static func length(_ head: ArraySlice<UInt8>) -> Int { integer(head.prefix(4)) }

    static func integer(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}

/// The chunks of a PNG file up to the picture's data.
struct PNGHeader {
    private var width = 0
    private var height = 0
    private var components = 0
    private var density: PhotoFile.Density?
    private var exif: ExifTags?

    /// The most chunks before the picture's data. Programs write about a dozen. Each costs a read.
    private static let maxChunks = 1000
    /// The size in bytes of the largest chunk that is read. EXIF tags have some kilobytes.
    private static let maxChunkBytes = 1 << 16
    /// The most bytes that deflate packs into one (RFC 1951).
    private static let maxCompression = 1032

    init(_ file: borrowing FileReader) throws(PhotoFile.Unusable) {
        var offset = PNGChunk.signatureLength
        for _ in 0..<Self.maxChunks {
            let head = file.bytes(at: offset, count: 8)
            guard head.count == 8 else { throw PhotoFile.Unusable("is truncated in its header") }
            let length = PNGChunk.length(head[...])
            let name = String(decoding: head[4..<8], as: UTF8.self)
            let isRead = ["IHDR", "pHYs", "eXIf"].contains(name) && length <= Self.maxChunkBytes
            let body = isRead ? file.bytes(at: offset + 8, count: length) : []
            switch name {
            case "IHDR" where body.count == 13:
                width = PNGChunk.integer(body[0..<4])
                height = PNGChunk.integer(body[4..<8])
                // A palette has colours.
                components = body[9] == 3 ? 3 : Self.channels(colourType: body[9]) ?? 3
                try check(
                    bits: Int(body[8]) * (Self.channels(colourType: body[9]) ?? 1), fileBytes: file.count)
            case "pHYs" where body.count == 9 && body[8] == 1:
                density = PhotoFile.Density(
                    across: Double(PNGChunk.integer(body[0..<4])) * 0.0254,
                    down: Double(PNGChunk.integer(body[4..<8])) * 0.0254)
            case "eXIf": exif = exif ?? ExifTags(tiff: body[...])
            case "IDAT", "IEND": return
            default: break
            }
            offset += PNGChunk.frameLength + length
        }
        throw PhotoFile.Unusable("has more than \(Self.maxChunks) chunks before its data")
    }

    /// Compares the claimed size with the size of the file, before anything is allocated.
    ///
    /// - Parameter bits: the bits of a pixel.
    private func check(bits: Int, fileBytes: Int) throws(PhotoFile.Unusable) {
        guard width > 0, height > 0 else { throw PhotoFile.Unusable("has no pixels") }
        // Sides are below 2³², and the product of a side and a pixel's bits is below 2³⁸.
        let rowBytes = (width * bits + 7) / 8
        guard height <= Self.maxCompression * fileBytes / max(1, rowBytes) else {
            throw .tooLittleData(width, height, bytes: fileBytes)
        }
    }

    /// The values of a pixel; nil if there is no such colour type.
    static func channels(colourType: UInt8) -> Int? { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType] }

    func photo(at path: String) throws(PhotoFile.Unusable) -> PhotoFile {
        try PhotoFile(
            path: path, kind: .png, width: width, height: height, components: components,
            orientation: exif?.orientation ?? .upright, density: density ?? exif?.density)
    }
}

/// The data of a PNG file that its pixels depend on.
struct PNGData {
    /// The file without other chunks. libpng would unpack texts and profiles, each of some kilobytes to megabytes.
    /// Damaged chunks stay, so that decoding reports them.
    private(set) var file: [UInt8]
    /// The picture's packed rows.
    private var packed: [UInt8] = []
    /// The contents of IHDR.
    private var header: ArraySlice<UInt8> = []

    private static let others = ["PLTE", "tRNS", "IEND"]

    init(_ png: [UInt8]) {
        file = Array(png.prefix(PNGChunk.signatureLength))
        file.reserveCapacity(png.count)
        var offset = file.count
        while offset + 8 <= png.count {
            let length = PNGChunk.length(png[offset...])
            let end = min(png.count, offset + PNGChunk.frameLength + length)
            let name = String(decoding: png[offset + 4..<offset + 8], as: UTF8.self)
            let contents = png[offset + 8..<min(end, offset + 8 + length)]
            switch name {
            case "IHDR": header = contents
            case "IDAT": packed += contents
            default: break
            }
            if ["IHDR", "IDAT"].contains(name) || Self.others.contains(name) { file += png[offset..<end] }
            if name == "IEND" { break }
            offset = end
        }
    }

    /// The bytes of all rows, each after its filter; nil if the header is not one of PNG.
    var unpackedBytes: Int? {
        let fields = Array(header)
        guard fields.count == 13, let channels = PNGHeader.channels(colourType: fields[9]) else { return nil }
        let width = PNGChunk.integer(fields[0..<4]), height = PNGChunk.integer(fields[4..<8])
        let bits = channels * Int(fields[8])
        func bytes(_ width: Int, _ height: Int) -> Int { width == 0 ? 0 : height * (1 + (width * bits + 7) / 8) }
        guard fields[12] == 1 else { return bytes(width, height) }
        // Adam7: the first column and row, and the steps, of each pass.
        let passes = [
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
        ]
        return passes.reduce(0) { sum, pass in
            let (column, row, across, down) = pass
            return sum + bytes(max(0, width - column + across - 1) / across, max(0, height - row + down - 1) / down)
        }
    }

    /// Unpacks the rows. GdkPixbuf decodes a file piece by piece, and does not notice that rows are missing.
    ///
    /// - Throws: `Unusable` when the data are damaged or too short.
    func check() throws(PhotoFile.Unusable) {
        let decompressor = libdeflate_alloc_decompressor()
        defer { libdeflate_free_decompressor(decompressor) }
        let count = unpackedBytes ?? 0
        var result = LIBDEFLATE_BAD_DATA
        _ = [UInt8](unsafeUninitializedCapacity: count) { buffer, _ in
            result = libdeflate_zlib_decompress(decompressor, packed, packed.count, buffer.baseAddress, count, nil)
        }
        // Data after the last row do no harm.
        guard count > 0, [LIBDEFLATE_SUCCESS, LIBDEFLATE_INSUFFICIENT_SPACE].contains(result) else {
            throw PhotoFile.Unusable("cannot be decoded: its data are damaged or end too early")
        }
    }
}
