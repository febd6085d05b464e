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

    /// The pixels of a CMYK picture as stored, possibly inverted.
    ///
    /// - Parameter eighths: the size to decode to, in eighths (1…8) of the picture's own size. Decoding to a smaller
    ///   size is much faster than scaling afterwards.
    static func cmykPixels(of jpeg: [UInt8], eighths: Int) throws(PhotoFile.Unusable) -> PhotoPixels {
        let handle = tjInitDecompress()
        defer { tjDestroy(handle) }
        var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
        guard tjDecompressHeader3(handle, jpeg, UInt(jpeg.count), &width, &height, &sampling, &space) == 0 else {
            throw PhotoFile.Unusable("cannot be decoded: \(message(of: handle))")
        }
        let scale = Int32(eighths)
        (width, height) = ((width * scale + 7) / 8, (height * scale + 7) / 8)
        guard Int(width) * Int(height) <= PhotoDecoder.maxPixels else {
            throw PhotoFile.Unusable("has \(width) × \(height) pixels, too many to decode")
        }
        var bytes = [UInt8](repeating: 0, count: Int(width) * Int(height) * 4)
        guard
            tjDecompress2(
                handle, jpeg, UInt(jpeg.count), &bytes, width, width * 4, height, TJPF_CMYK.code, 0) == 0
        else { throw PhotoFile.Unusable("cannot be decoded: \(message(of: handle))") }
        return PhotoPixels(width: Int(width), height: Int(height), components: 4, bytes: bytes)
    }

    private static func message(of handle: tjhandle?) -> String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? "out of memory"
    }
}

extension TJPF {
    fileprivate var code: Int32 { Int32(rawValue) }
}

extension TJSAMP {
    fileprivate var code: Int32 { Int32(bitPattern: rawValue) }
}
