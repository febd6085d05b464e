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

    /// The size in pixels, in the stored orientation, that reduces the photo to a resolution; nil when the photo is not
    /// reduced.
    func size(of photo: PhotoFile, dpi target: Double, most: Int = PhotoDecoder.maxDecodedPixels) -> PixelSize? {
        photo.size(scaledBy: target / dpi(of: photo), most: most)
    }
}

/// A check that a photo's file is complete and can be decoded.
public struct PhotoCheck: Hashable, Sendable {
    /// The photo's resolution on the page in pixels per inch.
    public var dpi: Double

    /// Reads and decodes the whole file.
    ///
    /// - Throws: `PhotoFile.Unusable` when the photo cannot be printed.
    public init(of use: PhotoUse) throws(PhotoFile.Unusable) {
        let photo = try PhotoFile(reading: use.file)
        try PhotoDecoder.check(photo)
        dpi = use.dpi(of: photo)
    }
}
