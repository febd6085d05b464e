public import Pages

/// How large a photo is shown on the pages of a document: where it is largest.
public struct PhotoUse: Hashable, Sendable {
    public var file: String
    /// Points that the whole upright picture would be wide and high.
    public var width, height: Double

    /// The photos of some pages, in the order in which they first appear.
    public static func all(on pages: [Page]) -> [PhotoUse] {
        var uses: [PhotoUse] = []
        var places: [String: Int] = [:]
        for image in pages.flatMap(\.images) where image.crop.width > 0 && image.crop.height > 0 {
            // A drawing has no pixels.
            if Drawing.isOne(image.file) { continue }
            let width = image.frame.width.points / image.crop.width
            let height = image.frame.height.points / image.crop.height
            if let place = places[image.file] {
                uses[place].width = max(width, uses[place].width)
                uses[place].height = max(height, uses[place].height)
            } else {
                places[image.file] = uses.count
                uses.append(PhotoUse(file: image.file, width: width, height: height))
            }
        }
        return uses
    }

    /// Pixels of the photo to an inch of the page, the lesser of across and down.
    public func dpi(of photo: PhotoFile) -> Double {
        guard width > 0, height > 0 else { return .infinity }
        return 72 * min(Double(photo.uprightWidth) / width, Double(photo.uprightHeight) / height)
    }

    /// The pixels, as the picture lies in its file, that give so many to the inch; nil when it has no more than that.
    func size(of photo: PhotoFile, dpi wanted: Double) -> PixelSize? {
        let dpi = dpi(of: photo)
        guard dpi > wanted, dpi < .infinity else { return nil }
        let scale = wanted / dpi
        return PixelSize(
            width: max(1, Int((Double(photo.width) * scale).rounded(.up))),
            height: max(1, Int((Double(photo.height) * scale).rounded(.up))))
    }
}

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
