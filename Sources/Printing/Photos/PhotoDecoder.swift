internal import CPixbuf

/// Decodes a photo to red, green and blue, as it lies in its file. GdkPixbuf does the decoding; of four inks it does not
/// always know which way up they are stored.
enum PhotoDecoder {
    /// A page of a broadsheet at twice the fineness of a press. Unpacked, a picture takes four bytes for each pixel,
    /// and a file of some kilobytes may claim any number of them. A JPEG is made smaller while it is unpacked.
    static let mostPixels = 250_000_000

    /// - Parameter size: the size in pixels to scale to while decoding, much faster for a JPEG than scaling later.
    ///   A picture in four inks comes out at the next size above.
    static func decode(_ photo: PhotoFile, to size: PixelSize?) throws(PhotoFile.Unusable) -> PhotoPixels {
        if photo.isFourInks, let jpeg = try photo.wholeJPEG() {
            let share = size.map { 8 * Double($0.width) / Double(photo.width) } ?? 8
            let inks = try JPEGCodec.inks(of: jpeg, eighths: min(8, max(1, Int(share.rounded(.up)))))
            return inks.light(isInverted: photo.hasInvertedInks)
        }
        guard photo.width * photo.height <= mostPixels || size != nil && photo.isJPEG else {
            throw PhotoFile.Unusable("has \(photo.width) × \(photo.height) pixels, more than can be unpacked")
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
            let covering = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, filled in
                for row in 0..<height {
                    for column in 0..<width { buffer[row * width + column] = source[row * stride + column * 4 + 3] }
                }
                filled = width * height
            }
            if covering.contains(where: { $0 != 255 }) { alpha = covering }
        }
        return PhotoPixels(width: width, height: height, components: 3, bytes: colours, alpha: alpha)
    }
}

extension PhotoPixels {
    /// What four inks look like when each takes its share of the light.
    fileprivate func light(isInverted: Bool) -> PhotoPixels {
        var picture = self
        picture.components = 3
        picture.bytes = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, filled in
            for pixel in 0..<width * height {
                func paper(_ ink: Int) -> Int {
                    let stored = Int(bytes[4 * pixel + ink])
                    return isInverted ? stored : 255 - stored
                }
                let black = paper(3)
                for colour in 0..<3 { buffer[3 * pixel + colour] = UInt8((paper(colour) * black + 127) / 255) }
            }
            filled = width * height * 3
        }
        return picture
    }
}

/// A picture's measure in pixels.
struct PixelSize: Hashable {
    var width: Int
    var height: Int
}

/// A decoded picture: rows of pixels from the top left, a byte for each colour.
struct PhotoPixels {
    var width: Int
    var height: Int
    /// 1 grey, 3 red, green and blue, 4 cyan, magenta, yellow and black, of which 255 is solid ink.
    var components: Int
    var bytes: [UInt8]
    /// How much of each pixel covers what is below, 255 all of it; nil for a picture without holes.
    var alpha: [UInt8]?

    /// The picture with one byte a pixel when it has no colour anywhere: then black ink alone prints it.
    var withoutNeedlessColour: PhotoPixels {
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
}
