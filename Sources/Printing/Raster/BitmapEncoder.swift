/// Writes Cairo's pixels as a BMP file: four bytes a pixel, as they lie in memory, behind a header.
///
/// For a browser on the same machine. Pressing a page into a PNG and taking it out again would take longer than all of
/// its drawing, and the network between the two is memory.
struct BitmapEncoder {
    /// The file header and the BITMAPINFOHEADER behind it.
    private static let headerSize = 14 + 40
    private static let bytesPerPixel = 4

    /// - Parameter isDouble: whether the surface has twice as many pixels to each side, four of which make one.
    static func encode(_ surface: CairoSurface, width: Int, height: Int, isDouble: Bool = false) -> [UInt8] {
        let size = width * height * bytesPerPixel
        let header = header(width: width, height: height, size: size)
        return [UInt8](unsafeUninitializedCapacity: header.count + size) { bytes, count in
            _ = bytes.initialize(from: header)
            let target = UnsafeMutableRawPointer(bytes.baseAddress! + header.count)
            surface.withPixels { pixels, stride in
                let rowSize = width * bytesPerPixel
                for row in 0..<height {
                    let to = target + row * rowSize
                    guard isDouble else {
                        to.copyMemory(from: pixels + row * stride, byteCount: rowSize)
                        continue
                    }
                    halve(pixels + 2 * row * stride, pixels + (2 * row + 1) * stride, to, width)
                }
            }
            count = header.count + size
        }
    }

    /// Makes one row of two. Neither row begins at a multiple of four bytes behind the header, so pixels go as bytes lie.
    private static func halve(
        _ upper: UnsafeMutablePointer<UInt8>, _ lower: UnsafeMutablePointer<UInt8>, _ row: UnsafeMutableRawPointer,
        _ width: Int
    ) {
        let upper = UnsafeRawPointer(upper).assumingMemoryBound(to: UInt32.self)
        let lower = UnsafeRawPointer(lower).assumingMemoryBound(to: UInt32.self)
        // Two of a pixel's bytes at a time, each with room above it for the sum of four.
        let even: UInt32 = 0x00FF_00FF, half: UInt32 = 0x0002_0002
        for x in 0..<width {
            let (a, b, c, d) = (upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1])
            let low = (a & even) &+ (b & even) &+ (c & even) &+ (d & even) &+ half
            let high = (a >> 8 & even) &+ (b >> 8 & even) &+ (c >> 8 & even) &+ (d >> 8 & even) &+ half
            row.storeBytes(
                of: (low >> 2 & even) | (high >> 2 & even) << 8, toByteOffset: x * bytesPerPixel, as: UInt32.self)
        }
    }

    private static func header(width: Int, height: Int, size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
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
        return bytes
    }
}
