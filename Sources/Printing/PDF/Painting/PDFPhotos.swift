internal import Diagnostics

/// The photos of a PDF, each in the file once, however often it is shown.
struct PDFPhotos {
    /// A photo as it will stand in the file.
    struct Picture {
        let file: String
        let orientation: PhotoFile.Orientation
        var width, height: Int
        var colours: Colours
        /// A JPEG file, or bare pixels.
        var isJPEG: Bool
        /// Whether the data hold four inks upside down, as programs expect of a JPEG file.
        var isInverted = false
        var data: [UInt8]
        /// How much of each pixel covers the page, where not all do.
        var alpha: [UInt8]?
    }

    enum Colours: Hashable {
        case grey, rgb, cmyk
        case profiled(ColourProfile)
    }

    private(set) var pictures: [Picture] = []
    /// What there is to say of the photos.
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter made: each photo's picture, or what is wrong with the photo.
    init(_ made: [(use: PhotoUse, picture: PDFPhotoBuilder.Made)]) {
        for (use, picture) in made {
            do throws(PhotoFile.Unusable) {
                pictures.append(try picture.get())
            } catch {
                diagnostics.append(
                    .warning(
                        at: SourcePlace(file: use.file), "the photo \(error), so a grey frame stands in its place",
                        hints: "put a JPEG or PNG file of that name there"))
            }
        }
    }
}

extension PDFPhotos.Picture {
    /// Writes the photo as the object that stood in for it.
    func write(as object: PDFFile.Reference, in file: inout PDFFile, _ profiles: inout FileProfiles) {
        var entries = Self.entries(width, height)
        switch colours {
        case .grey: entries += " /ColorSpace /DeviceGray"
        case .rgb: entries += " /ColorSpace /DeviceRGB"
        case .cmyk: entries += " /ColorSpace /DeviceCMYK"
        case .profiled(let profile): entries += " /ColorSpace [/ICCBased \(profiles.object(profile, &file))]"
        }
        if isJPEG { entries += " /Filter /DCTDecode" }
        if isInverted { entries += " /Decode [1 0 1 0 1 0 1 0]" }
        if let alpha {
            entries += " /SMask \(file.addStream(Self.entries(width, height) + " /ColorSpace /DeviceGray", alpha))"
        }
        file.fillStream(object, entries, data)
    }

    private static func entries(_ width: Int, _ height: Int) -> String {
        " /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 8"
    }
}
