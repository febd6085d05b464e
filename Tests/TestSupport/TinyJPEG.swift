/// Creates JPEG files of flat blocks, 8 by 8 pixels each, with any number of components. They stand for the files of
/// cameras and picture desks.
public struct TinyJPEG {
    /// The number of blocks across and down.
    public var columns = 2
    public var rows = 2
    /// The value 0…255 of each component in the block at a column and row, as the file stores it.
    public var colour: (_ column: Int, _ row: Int) -> [UInt8]
    /// The value of Adobe's marker. With three components, it also says that they are red, green and blue.
    public var hasAdobeMarker = false
    public var isProgressive = false
    /// An EXIF orientation, 1…8.
    public var orientation: UInt8?
    /// The resolution in pixels per inch in a JFIF segment.
    public var dpi: UInt8?

    public init(
        columns: Int = 2, rows: Int = 2, colour: @escaping (_ column: Int, _ row: Int) -> [UInt8],
        hasAdobeMarker: Bool = false, isProgressive: Bool = false, orientation: UInt8? = nil, dpi: UInt8? = nil
    ) {
        (self.columns, self.rows, self.colour) = (columns, rows, colour)
        (self.hasAdobeMarker, self.isProgressive) = (hasAdobeMarker, isProgressive)
        (self.orientation, self.dpi) = (orientation, dpi)
    }

    public var bytes: [UInt8] {
        let count = colour(0, 0).count
        var out: [UInt8] = [0xFF, 0xD8]
        func segment(_ marker: UInt8, _ body: [UInt8]) {
            out += [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
        }
        if let dpi { segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1, 0, dpi, 0, dpi, 0, 0]) }
        if let orientation {
            let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
            segment(0xE1, Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1] + entry + [0, 0, 0, 0])
        }
        if hasAdobeMarker { segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]) }
        segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        let (width, height) = (columns * 8, rows * 8)
        let frame: [UInt8] = [8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
        let numbers = (1...UInt8(count))
        let components: [UInt8] = numbers.flatMap { [$0, 0x11, 0] as [UInt8] }
        let tables: [UInt8] = numbers.flatMap { [$0, 0] as [UInt8] }
        segment(isProgressive ? 0xC2 : 0xC0, frame + [UInt8(count)] + components)
        // The sizes of differences, 0…11, have four bits each. The rest of a block is only its end, in one bit.
        segment(0xC4, [0x00] + [0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + Array(0...11))
        segment(0xC4, [0x10] + [1] + [UInt8](repeating: 0, count: 15) + [0])
        segment(0xDA, [UInt8(count)] + tables + [0, isProgressive ? 0 : 63, 0])
        return out + scan(components: count) + [0xFF, 0xD9]
    }

    private func scan(components: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        // The bits that do not fill a byte yet, in the lowest places.
        var (bits, count) = (0, 0)
        var before = [Int](repeating: 0, count: components)
        for row in 0..<rows {
            for column in 0..<columns {
                let colour = colour(column, row)
                var component = 0
                while component < components {
                    let level = Int(colour[component]) - 128
                    let difference = level - before[component]
                    before[component] = level
                    let size = Int.bitWidth - abs(difference).leadingZeroBitCount
                    // The number of bits of the difference, the difference, and the end of the block.
                    bits = (bits << 4 | size) << size | (difference < 0 ? difference + (1 << size) - 1 : difference)
                    count += 4 + size
                    if !isProgressive { (bits, count) = (bits << 1, count + 1) }
                    while count >= 8 {
                        count -= 8
                        let byte = UInt8(bits >> count)
                        bytes.append(byte)
                        if byte == 0xFF { bytes.append(0) }
                        bits &= 1 << count - 1
                    }
                    component += 1
                }
            }
        }
        if count > 0 {
            let byte = UInt8(bits << (8 - count) | (1 << (8 - count) - 1))
            bytes += byte == 0xFF ? [byte, 0] : [byte]
        }
        return bytes
    }

    /// Four colours that identify the corners: red, green, blue and yellow from the top left in reading order.
    public static func corners(orientation: UInt8? = nil, isProgressive: Bool = false) -> TinyJPEG {
        TinyJPEG(
            colour: { [[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 0]]][$1][$0] }, hasAdobeMarker: true,
            isProgressive: isProgressive, orientation: orientation)
    }
}
