internal import CPixbuf

struct JPEGNotWritten: Error { var reason: String }

extension Picture {
    /// Writes the picture, whose values are already sRGB-encoded 0...1.
    func writeJPEG(to path: String, quality: Int) throws {
        guard let buffer = gdk_pixbuf_new(GDK_COLORSPACE_RGB, 0, 8, gint(width), gint(height)) else {
            throw JPEGNotWritten(reason: "no memory for \(width) × \(height) pixels")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(buffer)) }
        let row = Int(gdk_pixbuf_get_rowstride(buffer)), bytes = gdk_pixbuf_get_pixels(buffer)!
        for y in 0..<height { for x in 0..<width { for channel in 0..<3 {
            bytes[y * row + 3 * x + channel] = UInt8((clamp(self[x, y][channel]) * 255).rounded())
        } } }
        let key: UnsafeMutablePointer<CChar>? = g_strdup("quality"), value: UnsafeMutablePointer<CChar>? = g_strdup("\(quality)")
        defer { g_free(key); g_free(value) }
        var keys = [key, nil], values = [value, nil], error: UnsafeMutablePointer<GError>?
        guard gdk_pixbuf_savev(buffer, path, "jpeg", &keys, &values, &error) != 0 else {
            defer { g_error_free(error) }
            throw JPEGNotWritten(reason: error.map { String(cString: $0.pointee.message) } ?? path)
        }
    }
}
