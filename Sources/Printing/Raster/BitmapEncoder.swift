/// Encodes a bitmap as a BMP file: a header and the pixels as they are in memory, four bytes each.
///
/// It is meant for a browser on the same machine. Compressing a page to PNG and decompressing it again would take longer
/// than drawing it, and the transfer is a copy in memory.
struct BitmapEncoder {
    /// The size in bytes of the file header and the BITMAPINFOHEADER.
    private static let headerSize = 14 + 40
    private static let bytesPerPixel = 4

    /// - Parameters:
    ///   - width: the width of the picture in pixels.
    ///   - height: the height of the picture in pixels.
    ///   - isSupersampled: whether the surface has twice the picture's width and height; then each pixel is the average
    ///     of four.
    static func encode(
        _ surface: CairoSurface, width: Int, height: Int, isSupersampled: Bool = false
    ) -> [UInt8] {
        let size = width * height * bytesPerPixel
        let header = header(width: width, height: height, size: size)
        return [UInt8](unsafeUninitializedCapacity: header.count + size) { bytes, count in
            _ = bytes.initialize(from: header)
            let target = UnsafeMutableRawPointer(bytes.baseAddress! + header.count)
            surface.withPixels { pixels, stride in
                let rowSize = width * bytesPerPixel
                for row in 0..<height {
                    let to = target + row * rowSize
                    if isSupersampled {
                        average(pixels + 2 * row * stride, pixels + (2 * row + 1) * stride, to, width)
                    } else {
                        to.copyMemory(from: pixels + row * stride, byteCount: rowSize)
                    }
                }
            }
            count = header.count + size
        }
    }

    /// Averages two rows of `2 * width` pixels into one of `width`. The target is not aligned to four bytes, because the
    /// header's size is not a multiple of four.
    private static func average(
        _ upper: UnsafeMutablePointer<UInt8>, _ lower: UnsafeMutablePointer<UInt8>, _ row: UnsafeMutableRawPointer,
        _ width: Int
    ) {
        let upper = UnsafeRawPointer(upper).assumingMemoryBound(to: UInt32.self)
        let lower = UnsafeRawPointer(lower).assumingMemoryBound(to: UInt32.self)
        // Two of a pixel's bytes are summed at a time, each in a field of 16 bits.
        let mask: UInt32 = 0x00FF_00FF, rounding: UInt32 = 0x0002_0002
        for x in 0..<width {
            let (a, b, c, d) = (upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1])
            let low = (a & mask) &+ (b & mask) &+ (c & mask) &+ (d & mask) &+ rounding
            let high = (a >> 8 & mask) &+ (b >> 8 & mask) &+ (c >> 8 & mask) &+ (d >> 8 & mask) &+ rounding
            row.storeBytes(
                of: (low >> 2 & mask) | (high >> 2 & mask) << 8, toByteOffset: x * bytesPerPixel, as: UInt32.self)
        }
    }

    private static func header(width: Int, height: Int, size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ value: Int, bytes count: Int) {
            for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
        }
        bytes += Array("BM".utf8)
        append(headerSize + size, bytes: 4)
        append(0, bytes: 4)
        append(headerSize, bytes: 4)
        append(40, bytes: 4)
        append(width, bytes: 4)
        // A negative height: the first row is the top one.
        append(-height, bytes: 4)
        append(1, bytes: 2)
        append(8 * bytesPerPixel, bytes: 2)
        // No compression, no palette. Browsers ignore the density.
        append(0, bytes: 4)
        append(size, bytes: 4)
        for _ in 0..<4 { append(0, bytes: 4) }
        return bytes
    }
}
