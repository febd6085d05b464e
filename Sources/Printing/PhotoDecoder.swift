internal import CPixbuf

/// Decodes a photo to Cairo's pixels, as it lies in its file. GdkPixbuf does the decoding.
struct PhotoDecoder {
    let surface: CairoSurface
    let size: PhotoAlbum.PixelSize

    /// - Parameter size: the size in pixels to scale to while decoding, much faster for a JPEG than scaling later.
    static func decode(_ photo: PhotoFile, to size: PhotoAlbum.PixelSize?) throws -> PhotoDecoder {
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
        return try PhotoDecoder(pixbuf)
    }

    private init(_ pixbuf: OpaquePointer) throws {
        let width = Int(gdk_pixbuf_get_width(pixbuf))
        let height = Int(gdk_pixbuf_get_height(pixbuf))
        let hasAlpha = gdk_pixbuf_get_has_alpha(pixbuf) != 0
        let sourceStride = Int(gdk_pixbuf_get_rowstride(pixbuf))
        let source = gdk_pixbuf_read_pixels(pixbuf)!
        surface = try CairoSurface.pixels(width: width, height: height, transparent: hasAlpha)
        size = PhotoAlbum.PixelSize(width: width, height: height)
        surface.withPixels { pixels, stride in
            for row in 0..<height {
                var from = source + row * sourceStride
                var to = pixels + row * stride
                for _ in 0..<width {
                    if hasAlpha {
                        let alpha = UInt32(from[3])
                        to[0] = Self.share(from[2], alpha)
                        to[1] = Self.share(from[1], alpha)
                        to[2] = Self.share(from[0], alpha)
                        to[3] = from[3]
                    } else {
                        (to[0], to[1], to[2], to[3]) = (from[2], from[1], from[0], 0xFF)
                    }
                    from += hasAlpha ? 4 : 3
                    to += 4
                }
            }
        }
    }

    /// A colour thinned by its alpha, as Cairo stores it, rounded.
    private static func share(_ colour: UInt8, _ alpha: UInt32) -> UInt8 {
        UInt8((UInt32(colour) * alpha + 127) / 255)
    }
}
