internal import CTurboJPEG

/// Encodes and decodes JPEG pictures in memory with TurboJPEG.
enum JPEGCodec {
    /// - Parameter quality: 1…100.
    static func encode(_ pixels: PhotoPixels, quality: Int) throws(PhotoFile.Unusable) -> [UInt8] {
        let format = [1: TJPF_GRAY, 3: TJPF_RGB, 4: TJPF_CMYK][pixels.components]!
        // A press shows full chroma resolution; on a screen subsampled chroma is not noticed.
        let sampling = [1: TJSAMP_GRAY, 3: TJSAMP_420, 4: TJSAMP_444][pixels.components]!
        let handle = tjInitCompress()
        defer { tjDestroy(handle) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        defer { tjFree(buffer) }
        let status = tjCompress2(
            handle, pixels.bytes, Int32(pixels.width), Int32(pixels.width * pixels.components), Int32(pixels.height),
            format.code, &buffer, &count, sampling.code, Int32(quality), 0)
        guard status == 0, let buffer else { throw PhotoFile.Unusable("cannot be encoded: \(message(of: handle))") }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }

    /// The pixels of a picture: RGB, or CMYK as stored, possibly inverted.
    ///
    /// All data are decoded, and the first damage is an error. A picture with damaged data would be grey or garbled from
    /// there on, and programs that read the PDF would complain of it.
    ///
    /// - Parameters:
    ///   - photo: the properties of the picture.
    ///   - eighths: the size to decode to, in eighths (1…8) of the picture's own size. Decoding to a smaller size is
    ///     much faster than scaling afterwards.
    static func pixels(
        of jpeg: [UInt8], _ photo: PhotoFile, eighths: Int
    ) throws(PhotoFile.Unusable) -> PhotoPixels {
        let handle = tjInitDecompress()
        defer { tjDestroy(handle) }
        var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
        guard tjDecompressHeader3(handle, jpeg, UInt(jpeg.count), &width, &height, &sampling, &space) == 0 else {
            throw PhotoFile.Unusable("cannot be decoded: \(message(of: handle))")
        }
        let isFourInks = [TJCS_CMYK, TJCS_YCCK].contains { $0.rawValue == UInt32(bitPattern: space) }
        guard Int(width) == photo.width, Int(height) == photo.height, isFourInks == photo.isFourInks else {
            throw PhotoFile.Unusable("has two headers that contradict each other")
        }
        let size = photo.size(inEighths: eighths), components = isFourInks ? 4 : 3
        let flags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
        var status: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size.width * size.height * components) { buffer, count in
            status = tjDecompress2(
                handle, jpeg, UInt(jpeg.count), buffer.baseAddress, Int32(size.width), Int32(size.width * components),
                Int32(size.height), (isFourInks ? TJPF_CMYK : TJPF_RGB).code, flags)
            count = status == 0 ? buffer.count : 0
        }
        guard status == 0 else { throw PhotoFile.Unusable("cannot be decoded: \(message(of: handle))") }
        return PhotoPixels(width: size.width, height: size.height, components: components, bytes: bytes)
    }

    private static func message(of handle: tjhandle?) -> String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? "out of memory"
    }
}

extension PhotoFile {
    /// The size of the picture in eighths of its own size, as TurboJPEG rounds it.
    func size(inEighths eighths: Int) -> PixelSize {
        PixelSize(width: (width * eighths + 7) / 8, height: (height * eighths + 7) / 8)
    }
}

extension TJPF {
    fileprivate var code: Int32 { Int32(rawValue) }
}

extension TJSAMP {
    fileprivate var code: Int32 { Int32(bitPattern: rawValue) }
}
