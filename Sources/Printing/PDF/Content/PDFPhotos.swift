internal import Diagnostics
internal import Pages

/// The photos of a PDF, each in the file once, however often it is shown.
///
/// A JPEG's data go into the file as they came; nothing is decoded. Only where the form asks for other colours or fewer
/// pixels is a photo made anew, and other kinds of pictures are unpacked.
struct PDFPhotos {
    struct Picture {
        /// What pages call it.
        let name: String
        let orientation: PhotoFile.Orientation
        fileprivate let object: PDFFile.Reference
    }

    private(set) var pictures: [String: Picture] = [:]
    /// What there is to say of the photos, in the order of their names.
    private(set) var diagnostics: [Diagnostic] = []
    private let form: PDFForm
    private let profiles: FileProfiles

    /// Writes all photos of the pages to a file.
    init(of pages: [Page], form: PDFForm, profiles: inout FileProfiles, file: inout PDFFile) {
        self.form = form
        let uses = PhotoUse.all(on: pages)
        self.profiles = profiles
        for use in uses {
            do throws(PhotoFile.Unusable) {
                let photo = try PhotoFile(reading: use.file)
                let object = try write(photo, use, &profiles, &file)
                pictures[use.file] = Picture(
                    name: "P\(pictures.count + 1)", orientation: photo.orientation, object: object)
            } catch {
                diagnostics.append(
                    .warning(
                        at: SourcePlace(file: use.file), "the photo \(error), so a grey frame stands in its place",
                        hints: "put a JPEG or PNG file of that name there"))
            }
        }
    }

    /// The entries of a dictionary of pictures.
    var entries: String {
        pictures.values.sorted { $0.object.number < $1.object.number }.map { "/\($0.name) \($0.object)" }
            .joined(separator: " ")
    }

    private func write(
        _ photo: PhotoFile, _ use: PhotoUse, _ profiles: inout FileProfiles, _ file: inout PDFFile
    ) throws(PhotoFile.Unusable) -> PDFFile.Reference {
        let jpeg = try photo.wholeJPEG()
        switch form {
        case .press(let sheet) where sheet.photos == .cmyk && photo.components >= 2 && !photo.isFourInks:
            let pixels = try PhotoDecoder.decode(photo, to: use.size(of: photo, dpi: Resolution.press))
            let own = jpeg.flatMap(JPEGProfile.bytes).flatMap(ColourProfile.init)
            return try write(parted: pixels.withoutNeedlessColour, profile: own, profiles, &file)
        case .screen where photo.isFourInks || use.dpi(of: photo) > Resolution.screen * Resolution.worthwhile:
            let pixels = try PhotoDecoder.decode(photo, to: use.size(of: photo, dpi: Resolution.screen))
            return try write(small: pixels.withoutNeedlessColour, &file)
        default: break
        }
        if let jpeg, photo.canPassThrough {
            var space = [1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"][photo.components]!
            if photo.components == 3, case .press = form { space = profiles.rgb(ofJPEG: jpeg, &file) }
            let upsideDown = photo.hasInvertedInks ? " /Decode [1 0 1 0 1 0 1 0]" : ""
            return picture(
                photo.width, photo.height, space, " /Filter /DCTDecode" + upsideDown, jpeg, &file)
        }
        return write(unpacked: try PhotoDecoder.decode(photo, to: nil).withoutNeedlessColour, &profiles, &file)
    }

    /// Pixels to the inch that a medium shows, beyond which a photo is made smaller.
    private enum Resolution {
        static let press = 300.0
        static let screen = 150.0
        /// Photos with little more than that are left as they are: making them anew would cost more than it saves.
        static let worthwhile = 1.4
    }

    private func write(
        unpacked pixels: PhotoPixels, _ profiles: inout FileProfiles, _ file: inout PDFFile
    ) -> PDFFile.Reference {
        var space = pixels.components == 1 ? "/DeviceGray" : "/DeviceRGB"
        if pixels.components == 3, case .press = form { space = profiles.rgb(ofJPEG: nil, &file) }
        return picture(
            pixels.width, pixels.height, space, mask(of: pixels, &file), pixels.bytes, &file)
    }

    private func write(
        parted pixels: PhotoPixels, profile: ColourProfile?, _ profiles: FileProfiles, _ file: inout PDFFile
    ) throws(PhotoFile.Unusable) -> PDFFile.Reference {
        guard pixels.components == 3 else {
            return picture(
                pixels.width, pixels.height, "/DeviceGray", mask(of: pixels, &file) + " /Filter /DCTDecode",
                try JPEGCodec.encode(pixels, quality: Self.pressQuality), &file)
        }
        let own = profile?.components == 3 ? profile : nil
        guard let source = own ?? profiles.screen, let target = profiles.press,
            let converter = ColourConverter(from: source, to: target)
        else { throw PhotoFile.Unusable("cannot be parted into the inks of the press") }
        var inks = pixels
        inks.components = 4
        // Stored upside down, as all programs expect of four inks in a JPEG file.
        inks.bytes = converter.convert(pixels.bytes).map { 255 - $0 }
        return picture(
            inks.width, inks.height, "/DeviceCMYK",
            mask(of: pixels, &file) + " /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]",
            try JPEGCodec.encode(inks, quality: Self.pressQuality), &file)
    }

    private func write(small pixels: PhotoPixels, _ file: inout PDFFile) throws(PhotoFile.Unusable) -> PDFFile.Reference
    {
        picture(
            pixels.width, pixels.height, pixels.components == 1 ? "/DeviceGray" : "/DeviceRGB",
            mask(of: pixels, &file) + " /Filter /DCTDecode", try JPEGCodec.encode(pixels, quality: Self.screenQuality),
            &file)
    }

    private static let pressQuality = 92
    private static let screenQuality = 80

    /// What of a picture covers the page, as an entry of its dictionary.
    private func mask(of pixels: PhotoPixels, _ file: inout PDFFile) -> String {
        guard let alpha = pixels.alpha else { return "" }
        return " /SMask \(picture(pixels.width, pixels.height, "/DeviceGray", "", alpha, &file))"
    }

    private func picture(
        _ width: Int, _ height: Int, _ space: String, _ entries: String, _ data: [UInt8], _ file: inout PDFFile
    ) -> PDFFile.Reference {
        file.addStream(
            " /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 8 /ColorSpace \(space)"
                + entries, data)
    }
}

extension PhotoFile {
    /// Whether a PDF shows the file's data as they are.
    fileprivate var canPassThrough: Bool {
        if case .jpeg(let jpeg) = kind { jpeg.isCommon && [1, 3, 4].contains(components) } else { false }
    }
}
