internal import CPixbuf

/// Decodes a photo to red, green and blue, as it lies in its file. GdkPixbuf does the decoding.
enum PhotoDecoder {
    /// - Parameter size: the size in pixels to scale to while decoding, much faster for a JPEG than scaling later.
    static func decode(_ photo: PhotoFile, to size: PixelSize?) throws(PhotoFile.Unusable) -> PhotoPixels {
        var error: UnsafeMutablePointer<GError>?
        let pixbuf =
            if let size {
                gdk_pixbuf_new_from_file_at_scale(photo.path, Int32(size.width), Int32(size.height), 0, &error)
            } else {
                gdk_pixbuf_new_from_file(photo.path, &error)
            }
        guard let pixbuf else {
            defer { g_error_free(error) }
            throw PhotoFile.Unusable("cannot be decoded: \(error.map { String(cString: $0.pointee.message) } ?? "")")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(pixbuf)) }
        return pixels(of: pixbuf)
    }

    private static func pixels(of pixbuf: OpaquePointer) -> PhotoPixels {
        let width = Int(gdk_pixbuf_get_width(pixbuf)), height = Int(gdk_pixbuf_get_height(pixbuf))
        let hasAlpha = gdk_pixbuf_get_has_alpha(pixbuf) != 0
        let stride = Int(gdk_pixbuf_get_rowstride(pixbuf))
        let source = gdk_pixbuf_read_pixels(pixbuf)!
        let colours = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, filled in
            var to = 0
            for row in 0..<height {
                var from = source + row * stride
                for _ in 0..<width {
                    (buffer[to], buffer[to + 1], buffer[to + 2]) = (from[0], from[1], from[2])
                    from += hasAlpha ? 4 : 3
                    to += 3
                }
            }
            filled = to
        }
        var alpha: [UInt8]?
        if hasAlpha {
            alpha = (0..<height).flatMap { row in (0..<width).map { source[row * stride + $0 * 4 + 3] } }
            if alpha?.allSatisfy({ $0 == 255 }) == true { alpha = nil }
        }
        return PhotoPixels(width: width, height: height, components: 3, bytes: colours, alpha: alpha)
    }
}

/// A picture's measure in pixels.
struct PixelSize: Hashable {
    var width: Int
    var height: Int
}
