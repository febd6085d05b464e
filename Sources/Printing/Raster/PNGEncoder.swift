internal import CPixbuf

/// Encodes a bitmap as a PNG file.
///
/// GdkPixbuf encodes it, not Cairo, because GdkPixbuf lets the compression level be chosen. At level 2 a broadsheet page
/// at 144 dpi takes half of Cairo's time, and the file is even smaller.
struct PNGEncoder {
    private static let compressionLevel = "2"

    /// - Parameter dpi: the density that the file claims, in pixels per inch.
    static func encode(_ surface: CairoSurface, width: Int, height: Int, dpi: Double) throws -> [UInt8] {
        guard let pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, 0, 8, Int32(clamping: width), Int32(clamping: height))
        else { throw Failure(description: "out of memory") }
        defer { g_object_unref(UnsafeMutableRawPointer(pixbuf)) }
        let target = gdk_pixbuf_get_pixels(pixbuf)!
        let targetStride = Int(gdk_pixbuf_get_rowstride(pixbuf))
        surface.withPixels { pixels, stride in
            for row in 0..<height {
                var from = pixels + row * stride
                var to = target + row * targetStride
                for _ in 0..<width {
                    (to[0], to[1], to[2]) = (from[2], from[1], from[0])
                    from += 4
                    to += 3
                }
            }
        }
        let density = String(Int(dpi.rounded()))
        return try save(pixbuf, options: [("compression", compressionLevel), ("x-dpi", density), ("y-dpi", density)])
    }

    private static func save(_ pixbuf: OpaquePointer, options: [(key: String, value: String)]) throws -> [UInt8] {
        var keys: [UnsafeMutablePointer<CChar>?] = options.map { g_strdup($0.key) } + [nil]
        var values: [UnsafeMutablePointer<CChar>?] = options.map { g_strdup($0.value) } + [nil]
        defer { for text in keys + values { g_free(text) } }
        var start: UnsafeMutablePointer<CChar>?
        var count: gsize = 0
        var error: UnsafeMutablePointer<GError>?
        guard gdk_pixbuf_save_to_bufferv(pixbuf, &start, &count, "png", &keys, &values, &error) != 0 else {
            defer { g_error_free(error) }
            throw Failure(description: error.map { String(cString: $0.pointee.message) } ?? "GdkPixbuf gave no reason")
        }
        defer { g_free(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}
