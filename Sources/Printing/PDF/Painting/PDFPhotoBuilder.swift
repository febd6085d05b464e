/// Makes a photo what it will be in a PDF.
///
/// A JPEG's data go into the file as they came; nothing is decoded. Only where the form asks for other colours or fewer
/// pixels is a photo made anew, and other kinds of pictures are unpacked, none finer than a press can show.
struct PDFPhotoBuilder: Sendable {
    let form: OutputProfile
    let profiles: FileProfiles

    /// A picture, or what is wrong with its photo.
    typealias Made = Result<PDFPhotos.Picture, PhotoFile.Unusable>

    func picture(for use: PhotoUse) -> Made {
        Result { () throws(PhotoFile.Unusable) in try picture(of: PhotoFile(reading: use.file), use) }
    }

    private func picture(of photo: PhotoFile, _ use: PhotoUse) throws(PhotoFile.Unusable) -> PDFPhotos.Picture {
        let jpeg = try photo.wholeJPEG()
        switch form {
        case .press(let sheet) where sheet.photos == .cmyk && photo.components >= 2 && !photo.isFourInks:
            let pixels = try PhotoDecoder.decode(photo, to: use.size(of: photo, dpi: Resolution.press))
            let own = jpeg.flatMap(JPEGProfile.bytes).flatMap(ColourProfile.init)
            let inks = try parted(pixels.withoutNeedlessColour, by: own)
            return try encoded(inks, quality: Quality.press, of: photo)
        case .screen where photo.isFourInks || use.dpi(of: photo) > Resolution.screen * Resolution.worthwhile:
            let pixels = try PhotoDecoder.decode(photo, to: use.size(of: photo, dpi: Resolution.screen))
            return try encoded(pixels.withoutNeedlessColour, quality: Quality.screen, of: photo)
        default: break
        }
        if let jpeg, photo.canPassThrough {
            return PDFPhotos.Picture(
                file: photo.path, orientation: photo.orientation, width: photo.width, height: photo.height,
                colours: photo.components == 4 ? .cmyk : photo.components == 1 ? .grey : rgb(ofJPEG: jpeg),
                isJPEG: true, isInverted: photo.hasInvertedInks, data: jpeg)
        }
        let pixels = try PhotoDecoder.decode(photo, to: use.size(of: photo, dpi: Resolution.unpacked))
            .withoutNeedlessColour
        return PDFPhotos.Picture(
            file: photo.path, orientation: photo.orientation, width: pixels.width, height: pixels.height,
            colours: pixels.components == 1 ? .grey : rgb(ofJPEG: nil), isJPEG: false, data: pixels.bytes,
            alpha: pixels.alpha)
    }

    /// Pixels to the inch that a medium shows, beyond which a photo is made smaller.
    private enum Resolution {
        static let press = 300.0
        /// Unpacked pixels fill the file, and may be line art, of which a press shows more than of a photo.
        static let unpacked = 600.0
        static let screen = 150.0
        /// Photos with little more than that are left as they are: making them anew would cost more than it saves.
        static let worthwhile = 1.4
    }

    private enum Quality {
        static let press = 92
        static let screen = 80
    }

    /// What red, green and blue mean: for a press by the photo's own profile, else sRGB.
    private func rgb(ofJPEG jpeg: [UInt8]?) -> PDFPhotos.Colours {
        guard case .press = form else { return .rgb }
        let own = jpeg.flatMap(JPEGProfile.bytes).flatMap(ColourProfile.init)
        let profile = own?.components == 3 ? own : profiles.screen
        return profile.map { .profiled($0) } ?? .rgb
    }

    /// The picture in the inks of the press; grey needs none but black.
    private func parted(
        _ pixels: PhotoPixels, by profile: ColourProfile?
    ) throws(PhotoFile.Unusable) -> PhotoPixels {
        guard pixels.components == 3 else { return pixels }
        let own = profile?.components == 3 ? profile : nil
        guard let source = own ?? profiles.screen, let target = profiles.press,
            let converter = ColourConverter(from: source, to: target)
        else { throw PhotoFile.Unusable("cannot be parted into the inks of the press") }
        var inks = pixels
        (inks.components, inks.bytes) = (4, converter.convert(pixels.bytes))
        return inks
    }

    private func encoded(
        _ pixels: PhotoPixels, quality: Int, of photo: PhotoFile
    ) throws(PhotoFile.Unusable) -> PDFPhotos.Picture {
        var stored = pixels
        let isInverted = pixels.components == 4
        if isInverted { stored.bytes = pixels.bytes.map { 255 - $0 } }
        return PDFPhotos.Picture(
            file: photo.path, orientation: photo.orientation, width: pixels.width, height: pixels.height,
            colours: [1: .grey, 4: .cmyk][pixels.components] ?? .rgb, isJPEG: true, isInverted: isInverted,
            data: try JPEGCodec.encode(stored, quality: quality), alpha: pixels.alpha)
    }
}

extension PhotoFile {
    /// Whether a PDF shows the file's data as they are.
    fileprivate var canPassThrough: Bool {
        if case .jpeg(let jpeg) = kind { jpeg.isCommon && [1, 3, 4].contains(components) } else { false }
    }
}
