public import Pages

/// The largest size at which a photo appears in a document.
public struct PhotoUse: Hashable, Sendable {
    public var file: String
    /// The size in points that the whole upright picture would have.
    public var width, height: Double

    /// The photos of pages in the order of their first appearance. Drawings are left out: they have no pixels.
    public static func all(on pages: [Page]) -> [PhotoUse] {
        var uses: [PhotoUse] = []
        var indices: [String: Int] = [:]
        for image in pages.flatMap(\.images) where image.crop.width > 0 && image.crop.height > 0 {
            if Drawing.isDrawing(image.file) { continue }
            let width = image.frame.width.points / image.crop.width
            let height = image.frame.height.points / image.crop.height
            if let index = indices[image.file] {
                uses[index].width = max(width, uses[index].width)
                uses[index].height = max(height, uses[index].height)
            } else {
                indices[image.file] = uses.count
                uses.append(PhotoUse(file: image.file, width: width, height: height))
            }
        }
        return uses
    }

    /// The photo's resolution at this size in pixels per inch, the lower of the horizontal and the vertical one.
    public func dpi(of photo: PhotoFile) -> Double {
        guard width > 0, height > 0 else { return .infinity }
        return 72 * min(Double(photo.uprightWidth) / width, Double(photo.uprightHeight) / height)
    }

    /// The size in pixels, in the stored orientation, that reduces the photo to a resolution; nil when the photo has no
    /// higher resolution.
    func size(of photo: PhotoFile, dpi target: Double) -> PixelSize? {
        let dpi = dpi(of: photo)
        guard dpi > target, dpi < .infinity else { return nil }
        let scale = target / dpi
        return PixelSize(
            width: max(1, Int((Double(photo.width) * scale).rounded(.up))),
            height: max(1, Int((Double(photo.height) * scale).rounded(.up))))
    }
}

/// A check that a photo's file is complete and can be decoded.
public struct PhotoCheck: Hashable, Sendable {
    /// The photo's resolution on the page in pixels per inch.
    public var dpi: Double

    /// Reads the whole file. A JPEG is not decoded, as the PDF carries its data unchanged; other photos are.
    ///
    /// - Throws: `PhotoFile.Unusable` when the photo cannot be printed.
    public init(of use: PhotoUse) throws(PhotoFile.Unusable) {
        let photo = try PhotoFile(reading: use.file)
        if try photo.jpegData() == nil { _ = try PhotoDecoder.decode(photo, to: PixelSize(width: 1, height: 1)) }
        dpi = use.dpi(of: photo)
    }
}
