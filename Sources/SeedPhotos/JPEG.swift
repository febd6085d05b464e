internal import CPixbuf

struct JPEGNotWritten: Error { var reason: String }

extension Picture {
    /// Writes the picture, whose values are already sRGB-encoded 0...1, in the best quality whose file is no larger than
    /// a newsroom would send.
    func writeJPEG(to path: String, atMost bytes: Int) throws {
        guard let buffer = gdk_pixbuf_new(GDK_COLORSPACE_RGB, 0, 8, gint(width), gint(height)) else {
            throw JPEGNotWritten(reason: "no memory for \(width) × \(height) pixels")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(buffer)) }
        let row = Int(gdk_pixbuf_get_rowstride(buffer)), out = gdk_pixbuf_get_pixels(buffer)!
        for y in 0..<height {
            for x in 0..<width {
                for channel in 0..<3 {
                    out[y * row + 3 * x + channel] = UInt8((clamp(self[x, y][channel]) * 255).rounded())
                }
            }
        }
        for quality in stride(from: 92, through: 60, by: -2) {
            let key = g_strdup("quality"), value = g_strdup("\(quality)")
            defer { g_free(key); g_free(value) }
            var keys = [key, nil], values = [value, nil], error: UnsafeMutablePointer<GError>?
            var encoded: UnsafeMutablePointer<gchar>?, size: gsize = 0
            guard gdk_pixbuf_save_to_bufferv(buffer, &encoded, &size, "jpeg", &keys, &values, &error) != 0 else {
                defer { g_error_free(error) }
                throw JPEGNotWritten(reason: error.map { String(cString: $0.pointee.message) } ?? path)
            }
            defer { g_free(encoded) }
            guard size <= bytes || quality == 60 else { continue }
            guard g_file_set_contents(path, encoded, gssize(size), &error) != 0 else {
                defer { g_error_free(error) }
                throw JPEGNotWritten(reason: error.map { String(cString: $0.pointee.message) } ?? path)
            }
            return
        }
    }
}
