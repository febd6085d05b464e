/// Writes Cairo's pixels as a BMP file: four bytes a pixel, as they lie in memory, behind a header.
///
/// For a browser on the same machine. Pressing a page into a PNG and taking it out again would take longer than all of
/// its drawing, and the network between the two is memory.
struct BitmapEncoder {
    /// The file header and the BITMAPINFOHEADER behind it.
    private static let headerSize = 14 + 40
    private static let bytesPerPixel = 4

    static func encode(_ surface: CairoSurface, width: Int, height: Int) -> [UInt8] {
        let size = width * height * bytesPerPixel
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerSize + size)
        func add(_ value: Int, bytes count: Int) {
            for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
        }
        bytes += Array("BM".utf8)
        add(headerSize + size, bytes: 4)
        add(0, bytes: 4)
        add(headerSize, bytes: 4)
        add(40, bytes: 4)
        add(width, bytes: 4)
        // Below nought: the first row is the top one.
        add(-height, bytes: 4)
        add(1, bytes: 2)
        add(8 * bytesPerPixel, bytes: 2)
        // No compression, no palette; the density says nothing to a browser.
        add(0, bytes: 4)
        add(size, bytes: 4)
        for _ in 0..<4 { add(0, bytes: 4) }
        surface.withPixels { pixels, stride in
            for row in 0..<height {
                bytes += UnsafeBufferPointer(start: pixels + row * stride, count: width * bytesPerPixel)
            }
        }
        return bytes
    }
}
