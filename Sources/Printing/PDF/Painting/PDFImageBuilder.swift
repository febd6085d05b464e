/// Prepares a photo for a PDF.
///
/// A JPEG's data go into the file unchanged. They are decoded only to find damage, later, while pages are painted. A photo
/// is decoded and encoded again only where the output requires other colours or fewer pixels. Other kinds of photo are
/// decoded and reduced to a press's resolution.
struct PDFImageBuilder: Sendable {
    let output: OutputProfile
    let profiles: FileProfiles

    typealias Result = Swift.Result<PDFImage, PhotoFile.Unusable>

    func image(for use: PhotoUse) -> Result {
        Result { () throws(PhotoFile.Unusable) in try image(of: PhotoFile(reading: use.file), use) }
    }

    private func image(of photo: PhotoFile, _ use: PhotoUse) throws(PhotoFile.Unusable) -> PDFImage {
        switch output {
        case .press(let options) where options.photos == .cmyk && photo.components >= 2 && !photo.isFourInks:
            let embedded = try photo.jpegData().flatMap { JPEGProfile.bytes(in: $0.bytes) }.flatMap(ColourProfile.init)
            return try PhotoDecoder.withPixels(of: photo, to: use.size(of: photo, dpi: Resolution.press)) {
                (pixels) throws(PhotoFile.Unusable) in
                let separated = try convertedToCMYK(pixels.reducedToGrey, from: embedded)
                return try encoded(separated, quality: Quality.press, of: photo)
            }
        case .screen where photo.isFourInks || use.dpi(of: photo) > Resolution.screen * Resolution.minReduction:
            return try PhotoDecoder.withPixels(of: photo, to: use.size(of: photo, dpi: Resolution.screen)) {
                (pixels) throws(PhotoFile.Unusable) in
                try encoded(pixels.reducedToGrey, quality: Quality.screen, of: photo)
            }
        default: break
        }
        if photo.canBeEmbeddedInPDF, let jpeg = try photo.jpegData() {
            return PDFImage(
                file: photo.path, orientation: photo.orientation, width: photo.width, height: photo.height,
                colourSpace: photo.components == 4
                    ? .cmyk : photo.components == 1 ? .grey : rgbColourSpace(ofJPEG: jpeg.bytes),
                isJPEG: true, unchecked: PDFImage.UncheckedJPEG(photo: photo, data: jpeg),
                isInverted: photo.hasInvertedInks, data: jpeg.bytes)
        }
        let size = use.size(of: photo, dpi: Resolution.lossless, most: PhotoDecoder.maxLosslessPixels)
        return try PhotoDecoder.withPixels(of: photo, to: size) { lossless($0.reducedToGrey, of: photo) }
    }

    /// Pixels that are not JPEG-compressed. They are compressed at once, because they take much memory.
    private func lossless(_ pixels: PhotoPixels, of photo: PhotoFile) -> PDFImage {
        let deflater = Deflater()
        return PDFImage(
            file: photo.path, orientation: photo.orientation, width: pixels.width, height: pixels.height,
            colourSpace: pixels.components == 1 ? .grey : rgbColourSpace(ofJPEG: nil), isJPEG: false,
            data: deflater.compress(pixels.bytes), alpha: pixels.alpha.map(deflater.compress))
    }

    /// The resolutions in pixels per inch to which photos are reduced.
    private enum Resolution {
        static let press = 300.0
        /// For pixels that are not JPEG-compressed. They may be line art, of which a press shows finer detail than of a
        /// photo.
        static let lossless = 600.0
        static let screen = 150.0
        /// The factor over `screen` from which a photo is reduced. Below it, encoding again loses more than it saves.
        static let minReduction = 1.4
    }

    private enum Quality {
        static let press = 92
        static let screen = 80
    }

    /// The colour space of RGB pixels. A press gets the photo's embedded profile, or else sRGB.
    private func rgbColourSpace(ofJPEG jpeg: [UInt8]?) -> PDFImage.ColourSpace {
        guard case .press = output else { return .rgb }
        let embedded = jpeg.flatMap(JPEGProfile.bytes).flatMap(ColourProfile.init)
        let profile = embedded?.components == 3 ? embedded : profiles.screen
        return profile.map { .icc($0) } ?? .rgb
    }

    /// The picture converted to the press's profile. Grey pixels are returned unchanged; they print in black.
    private func convertedToCMYK(
        _ pixels: PhotoPixels, from profile: ColourProfile?
    ) throws(PhotoFile.Unusable) -> PhotoPixels {
        guard pixels.components == 3 else { return pixels }
        let embedded = profile?.components == 3 ? profile : nil
        guard let source = embedded ?? profiles.screen, let target = profiles.press,
            let converter = ColourConverter(from: source, to: target)
        else { throw PhotoFile.Unusable("cannot be converted to the press's inks") }
        var separated = pixels
        (separated.components, separated.bytes) = (4, converter.convert(pixels.bytes))
        return separated
    }

    private func encoded(
        _ pixels: PhotoPixels, quality: Int, of photo: PhotoFile
    ) throws(PhotoFile.Unusable) -> PDFImage {
        var stored = pixels
        let isInverted = pixels.components == 4
        if isInverted { stored.bytes = pixels.bytes.map { 255 - $0 } }
        let alpha = pixels.alpha.map(Deflater().compress)
        return PDFImage(
            file: photo.path, orientation: photo.orientation, width: pixels.width, height: pixels.height,
            colourSpace: [1: .grey, 4: .cmyk][pixels.components] ?? .rgb, isJPEG: true, isInverted: isInverted,
            data: try JPEGCodec.encode(stored, quality: quality), alpha: alpha)
    }
}

extension PhotoFile {
    /// Whether a PDF can contain the file's data unchanged.
    fileprivate var canBeEmbeddedInPDF: Bool {
        if case .jpeg(let jpeg) = kind { jpeg.isDCTDecodable && [1, 3, 4].contains(components) } else { false }
    }
}
