internal import CPixbuf
internal import Concurrency

/// Decodes photos to RGB pixels in the orientation in which they are stored.
///
/// TurboJPEG decodes JPEG, GdkPixbuf decodes PNG and scales. Damaged data are an error for both. What a photo takes is
/// known from its header, and is compared with `maxBytes` before anything is allocated.
enum PhotoDecoder {
    /// The most memory in bytes that decoding one photo may take: all its pixels once, and the reduced picture. With it a
    /// process stays below 600 MB. A PNG of a hundred million pixels is within it.
    private static let maxBytes = 480_000_000
    /// The most bytes of a PNG's rows, which a file of some hundred kilobytes can have. Unpacking and scaling them takes
    /// about two seconds.
    private static let maxRowBytes = 320_000_000
    /// The most pixels of a decoded picture. A broadsheet page has 32 million at a press's 300 pixels to the inch. Only a
    /// large photo that is strongly cropped could have more, and is reduced.
    static let maxDecodedPixels = 36_000_000
    /// The most pixels of a decoded picture that is not JPEG-compressed. A tabloid page has 68 million at 600 pixels to
    /// the inch, which line art can need.
    static let maxLosslessPixels = 75_000_000
    /// The longest side of a decoded picture in pixels, which is Cairo's limit.
    static let maxDecodedSide = 32_767

    /// Photos that take this memory are decoded one at a time, on whatever thread.
    private static let gate = MemoryGate(from: 64_000_000)

    /// Decodes a photo and hands its pixels to a closure. The closure should let go of them, because another large photo
    /// may be decoded when it returns.
    ///
    /// - Parameters:
    ///   - size: the size in pixels to scale to while decoding, which for a JPEG is much faster than scaling afterwards;
    ///     nil for the photo's own size. A CMYK picture gets the next larger size that TurboJPEG offers.
    ///   - use: receives the pixels. It must not decode other photos.
    static func withPixels<Result>(
        of photo: PhotoFile, to size: PixelSize?,
        _ use: (PhotoPixels) throws(PhotoFile.Unusable) -> Result
    ) throws(PhotoFile.Unusable) -> Result {
        if let jpeg = try photo.jpegData() { return try withPixels(of: photo, jpeg, to: size, use) }
        let result = size ?? PixelSize(width: photo.width, height: photo.height)
        let need = try memory(photo, jpeg: nil, decoded: photo.pixels, reduced: result.pixels)
        return try gate.run(needing: need) { () throws(PhotoFile.Unusable) in
            try use(pixels(takenFrom: pixbuf(ofPNG: photo, to: size)))
        }
    }

    private static func withPixels<Result>(
        of photo: PhotoFile, _ jpeg: PhotoFile.JPEGData, to size: PixelSize?,
        _ use: (PhotoPixels) throws(PhotoFile.Unusable) -> Result
    ) throws(PhotoFile.Unusable) -> Result {
        if photo.isFourInks {
            let share = size.map { 8 * Double($0.width) / Double(photo.width) } ?? 8
            let eighths = min(8, max(1, Int(share.rounded(.up))))
            let pixels = photo.size(inEighths: eighths).pixels
            let need = try memory(photo, jpeg: jpeg, decoded: pixels, reduced: pixels)
            return try gate.run(needing: need) { () throws(PhotoFile.Unusable) in
                let pixels = try JPEGCodec.pixels(of: jpeg.bytes, photo, eighths: eighths)
                return try use(pixels.convertedToRGB(isInverted: photo.hasInvertedInks))
            }
        }
        let size = size ?? PixelSize(width: photo.width, height: photo.height)
        func isEnough(_ eighths: Int) -> Bool {
            let decoded = photo.size(inEighths: eighths)
            return decoded.width >= size.width && decoded.height >= size.height
        }
        // Halves decode fastest. Other sizes take less memory.
        var eighths = [1, 2, 4].first(where: isEnough) ?? 8
        func need(_ eighths: Int) throws(PhotoFile.Unusable) -> Int {
            try memory(
                photo, jpeg: jpeg, decoded: photo.size(inEighths: eighths).pixels, reduced: size.pixels)
        }
        if (try? need(eighths)) == nil { eighths = (1...8).first(where: isEnough) ?? 8 }
        return try gate.run(needing: need(eighths)) { () throws(PhotoFile.Unusable) in
            let pixels = try JPEGCodec.pixels(of: jpeg.bytes, photo, eighths: eighths)
            return try use(size == PixelSize(pixels) ? pixels : scaled(pixels, to: size))
        }
    }

    /// Decodes a photo and discards the pixels.
    ///
    /// - Throws: `Unusable` when the data are damaged.
    static func check(_ photo: PhotoFile) throws(PhotoFile.Unusable) {
        guard let jpeg = try photo.jpegData() else {
            let need = try memory(photo, jpeg: nil, decoded: photo.pixels, reduced: 0)
            return try gate.run(needing: need) { () throws(PhotoFile.Unusable) in
                g_object_unref(UnsafeMutableRawPointer(try pixbuf(ofPNG: photo, to: nil)))
            }
        }
        try check(photo, jpeg)
    }

    /// - Parameter jpeg: the photo's data.
    static func check(_ photo: PhotoFile, _ jpeg: PhotoFile.JPEGData) throws(PhotoFile.Unusable) {
        // The smallest size reads all data, and takes the least time and memory.
        let need = try memory(photo, jpeg: jpeg, decoded: photo.size(inEighths: 1).pixels, reduced: 0)
        try gate.run(needing: need) { () throws(PhotoFile.Unusable) in
            _ = try JPEGCodec.pixels(of: jpeg.bytes, photo, eighths: 1)
        }
    }

    /// The memory in bytes that decoding a photo takes.
    ///
    /// - Parameters:
    ///   - decoded: the number of pixels that are decoded.
    ///   - reduced: the number of pixels of the result.
    /// - Throws: `Unusable` when it is more than `maxBytes`.
    private static func memory(
        _ photo: PhotoFile, jpeg: PhotoFile.JPEGData?, decoded: Int, reduced: Int
    ) throws(PhotoFile.Unusable) -> Int {
        // A PNG's palette may have transparent colours. Its file tells that after the header, so they are not expected.
        let bytesPerPixel = photo.isFourInks || jpeg == nil && photo.components % 2 == 0 ? 4 : 3
        let need = (jpeg?.coefficientBytes ?? 0) + bytesPerPixel * (decoded + reduced)
        guard need <= maxBytes else { throw tooMuch(need, of: maxBytes, photo) }
        return need
    }

    private static func tooMuch(_ need: Int, of most: Int, _ photo: PhotoFile) -> PhotoFile.Unusable {
        PhotoFile.Unusable(
            "has \(photo.width) × \(photo.height) pixels, which take \(need / 1_000_000) MB to decode; the most is "
                + "\(most / 1_000_000) MB")
    }

    // MARK: GdkPixbuf

    /// The file with the chunks that its pixels depend on.
    private static func checkedPNG(_ photo: PhotoFile) throws(PhotoFile.Unusable) -> [UInt8] {
        let png = PNGData(try FileReader(photo.path, most: PhotoFile.maxBytes).allBytes())
        let rows = png.unpackedBytes ?? 0
        guard rows <= maxRowBytes else { throw tooMuch(rows, of: maxRowBytes, photo) }
        try png.check()
        return png.file
    }

    /// - Returns: a pixbuf that the caller releases.
    private static func pixbuf(
        ofPNG photo: PhotoFile, to size: PixelSize?
    ) throws(PhotoFile.Unusable) -> OpaquePointer {
        let png = try checkedPNG(photo)
        guard let loader = gdk_pixbuf_loader_new_with_type("png", nil) else {
            throw PhotoFile.Unusable("cannot be decoded: GdkPixbuf has no PNG")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(loader)) }
        if let size { gdk_pixbuf_loader_set_size(loader, Int32(size.width), Int32(size.height)) }
        var error: UnsafeMutablePointer<GError>?
        let isRead = gdk_pixbuf_loader_write(loader, png, gsize(png.count), &error) != 0
        // A loader must be closed after an error, too.
        let isClosed = isRead ? gdk_pixbuf_loader_close(loader, &error) : gdk_pixbuf_loader_close(loader, nil)
        guard isRead, isClosed != 0, let pixbuf = gdk_pixbuf_loader_get_pixbuf(loader) else {
            defer { g_error_free(error) }
            throw PhotoFile.Unusable("cannot be decoded: \(error.map { String(cString: $0.pointee.message) } ?? "")")
        }
        g_object_ref(UnsafeMutableRawPointer(pixbuf))
        return pixbuf
    }

    /// RGB pixels scaled to a size.
    private static func scaled(_ pixels: PhotoPixels, to size: PixelSize) throws(PhotoFile.Unusable) -> PhotoPixels {
        let result = pixels.bytes.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            // GdkPixbuf does not write to the pixels that it scales.
            let source = gdk_pixbuf_new_from_data(
                bytes.baseAddress, GDK_COLORSPACE_RGB, 0, 8, Int32(pixels.width), Int32(pixels.height),
                Int32(pixels.width * 3), nil, nil)
            defer { g_object_unref(UnsafeMutableRawPointer(source)) }
            return gdk_pixbuf_scale_simple(source, Int32(size.width), Int32(size.height), GDK_INTERP_BILINEAR)
        }
        guard let result else { throw PhotoFile.Unusable("cannot be scaled: there is not enough memory") }
        return self.pixels(takenFrom: result)
    }

    /// The pixels of a pixbuf, which is released.
    private static func pixels(takenFrom pixbuf: OpaquePointer) -> PhotoPixels {
        defer { g_object_unref(UnsafeMutableRawPointer(pixbuf)) }
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

    /// The number of pixels.
    var pixels: Int { width * height }
}

extension PixelSize {
    init(_ picture: PhotoPixels) { self.init(width: picture.width, height: picture.height) }
}

extension PhotoFile {
    /// The number of pixels.
    fileprivate var pixels: Int { width * height }

    /// The size, in the stored orientation, that a scale reduces the photo to; nil when it is not reduced.
    ///
    /// The scale is lowered if the picture would exceed what may be decoded.
    ///
    /// - Parameters:
    ///   - scale: the wanted share of the photo's width and height. More than 1 counts as 1.
    ///   - most: the most pixels of the result.
    func size(scaledBy scale: Double, most: Int = PhotoDecoder.maxDecodedPixels) -> PixelSize? {
        let maxSide = PhotoDecoder.maxDecodedSide
        let scale = min(
            scale, (Double(most) / Double(pixels)).squareRoot(), Double(maxSide) / Double(max(width, height)))
        guard scale < 1 else { return nil }
        func scaled(_ side: Int) -> Int { min(maxSide, max(1, Int((Double(side) * scale).rounded(.up)))) }
        return PixelSize(width: scaled(width), height: scaled(height))
    }
}
