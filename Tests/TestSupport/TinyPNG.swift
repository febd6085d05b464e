/// Creates PNG files of any depth and kind of colour without compression. They stand for the files of other programs.
public struct TinyPNG: Sendable {
    public var width: Int
    public var height: Int
    /// The bits of each channel: 1, 8 or 16.
    public var depth = 8
    /// PNG's colour type: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.
    public var colourType = 2
    /// Red, green and blue of each colour of the palette.
    public var palette: [UInt8] = []
    /// The bytes of a row, without its filter.
    public var row: @Sendable (_ y: Int) -> [UInt8]

    public init(
        width: Int, height: Int, depth: Int = 8, colourType: Int = 2, palette: [UInt8] = [],
        row: @escaping @Sendable (_ y: Int) -> [UInt8]
    ) {
        (self.width, self.height, self.depth, self.colourType) = (width, height, depth, colourType)
        (self.palette, self.row) = (palette, row)
    }

    public var bytes: [UInt8] {
        let head = Self.number(width) + Self.number(height) + [UInt8(depth), UInt8(colourType), 0, 0, 0]
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += Self.chunk("IHDR", head)
        if !palette.isEmpty { file += Self.chunk("PLTE", palette) }
        let rows: [UInt8] = (0..<height).flatMap { [0 as UInt8] + row($0) }
        return file + Self.chunk("IDAT", Self.stored(rows)) + Self.chunk("IEND", [])
    }

    /// A PNG file with corrected check sums, as far as it consists of chunks.
    public static func mended(_ file: [UInt8]) -> [UInt8] {
        var file = file
        var at = 8
        while at + 12 <= file.count {
            let length = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = at + 8 + length
            guard end + 4 <= file.count else { break }
            file.replaceSubrange(end..<end + 4, with: number(Int(checkSum(Array(file[at + 4..<end])))))
            at = end + 4
        }
        return file
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        return number(body.count) + named + number(Int(checkSum(named)))
    }

    /// A zlib stream of uncompressed blocks.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        stream.reserveCapacity(bytes.count + bytes.count / 1000 + 16)
        var at = 0
        while at < bytes.count {
            let count = min(65535, bytes.count - at)
            let (low, high) = (UInt8(count & 255), UInt8(count >> 8))
            stream += [at + count == bytes.count ? 1 : 0, low, high, ~low, ~high]
            stream += bytes[at..<at + count]
            at += count
        }
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65521
            b = (b + a) % 65521
        }
        return stream + number(b << 16 | a)
    }

    private static let sums: [UInt32] = (0..<256).map { value in
        (0..<8).reduce(UInt32(value)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sums[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}
