internal import Pages

/// Whether a photo's file will do for the place that it has on a page.
public struct PhotoCheck: Hashable, Sendable {
    /// Pixels to the inch at which the photo is shown.
    public var dpi: Double

    /// Looks at the whole file, short of decoding a JPEG.
    public init(of use: PhotoUse) throws(PhotoFile.Unusable) {
        let photo = try PhotoFile(reading: use.file)
        // What is no JPEG is decoded for the PDF, and found broken only then.
        if try photo.wholeJPEG() == nil { _ = try PhotoDecoder.decode(photo, to: PixelSize(width: 1, height: 1)) }
        dpi = use.dpi(of: photo)
    }
}
