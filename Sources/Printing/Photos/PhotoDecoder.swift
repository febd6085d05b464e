internal import CPixbuf

/// Decodes photos to RGB pixels in the orientation in which they are stored.
///
/// GdkPixbuf decodes all photos but CMYK ones, whose inversion it does not detect reliably.
enum PhotoDecoder {
    /// More than a broadsheet page has at twice a press's resolution. A decoded picture takes four bytes a pixel, and a
    /// file of some kilobytes can claim any size. A JPEG is scaled down while it is decoded.
    static let maxPixels = 250_000_000

    /// - Parameter size: the size in pixels to scale to while decoding, which for a JPEG is much faster than scaling
    ///   afterwards; nil for the photo's own size. A CMYK picture gets the next larger size that TurboJPEG offers.
    static func decode(_ photo: PhotoFile, to size: PixelSize?) throws(PhotoFile.Unusable) -> PhotoPixels {
        if photo.isFourInks, let jpeg = try photo.jpegData() {
            let eighths = size.map { 8 * Double($0.width) / Double(photo.width) } ?? 8
            let pixels = try JPEGCodec.cmykPixels(of: jpeg, eighths: min(8, max(1, Int(eighths.rounded(.up)))))
            return pixels.convertedToRGB(isInverted: photo.hasInvertedInks)
        }
        guard photo.width * photo.height <= maxPixels || size != nil && photo.isJPEG else {
            throw PhotoFile.Unusable("has \(photo.width) × \(photo.height) pixels, too many to decode")
        }
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
            let values = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, filled in
                for row in 0..<height {
                    for column in 0..<width { buffer[row * width + column] = source[row * stride + column * 4 + 3] }
                }
                filled = width * height
            }
            if values.contains(where: { $0 != 255 }) { alpha = values }
        }
        return PhotoPixels(width: width, height: height, components: 3, bytes: colours, alpha: alpha)
    }
}

/// A decoded picture: rows of pixels from the top left, one byte a component.
struct PhotoPixels {
    var width: Int
    var height: Int
    /// 1 for grey, 3 for RGB, 4 for CMYK, in which 255 is solid ink.
    var components: Int
    var bytes: [UInt8]
    /// The opacity of each pixel, 255 for opaque; nil when all pixels are opaque.
    var alpha: [UInt8]?

    /// The picture in one component if all its pixels are grey, so that it prints in black ink alone; else the picture.
    var reducedToGrey: PhotoPixels {
        guard components == 3 else { return self }
        let isGrey = bytes.withUnsafeBufferPointer { bytes in
            stride(from: 0, to: bytes.count - 2, by: 3).allSatisfy {
                bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2]
            }
        }
        guard isGrey else { return self }
        var grey = self
        (grey.components, grey.bytes) = (1, stride(from: 0, to: bytes.count - 2, by: 3).map { bytes[$0] })
        return grey
    }

    /// A CMYK picture in RGB, without colour management: each ink takes its share of the light.
    fileprivate func convertedToRGB(isInverted: Bool) -> PhotoPixels {
        var picture = self
        picture.components = 3
        picture.bytes = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, filled in
            for pixel in 0..<width * height {
                func light(_ ink: Int) -> Int {
                    let stored = Int(bytes[4 * pixel + ink])
                    return isInverted ? stored : 255 - stored
                }
                let black = light(3)
                for colour in 0..<3 { buffer[3 * pixel + colour] = UInt8((light(colour) * black + 127) / 255) }
            }
            filled = width * height * 3
        }
        return picture
    }
}

/// The size of a picture in pixels.
struct PixelSize: Hashable {
    var width: Int
    var height: Int
}
