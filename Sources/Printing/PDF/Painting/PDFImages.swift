internal import Diagnostics

/// The photos of a PDF. Each is in the file once, however often it appears.
struct PDFImages {
    /// The photos that can be used. Their indices are the numbers of their placeholders.
    private(set) var images: [PDFImage] = []
    /// A warning for each photo that cannot be used.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ results: [(use: PhotoUse, image: PDFImageBuilder.Result)]) {
        for (use, image) in results {
            do throws(PhotoFile.Unusable) {
                images.append(try image.get())
            } catch {
                diagnostics.append(
                    .unusableImage(
                        use.file, "the photo \(error)", hint: "put a JPEG or PNG file of that name there"))
            }
        }
    }
}

/// A photo as an image XObject (ISO 32000-1, 8.9.5).
struct PDFImage {
    let file: String
    let orientation: PhotoFile.Orientation
    var width, height: Int
    var colourSpace: ColourSpace
    /// Whether the data are a JPEG file; else they are pixels.
    var isJPEG: Bool
    /// Whether the data are inverted CMYK, as programs expect it in a JPEG file.
    var isInverted = false
    var data: [UInt8]
    /// The opacity of each pixel; nil when all are opaque.
    var alpha: [UInt8]?

    enum ColourSpace: Hashable {
        case grey, rgb, cmyk
        case icc(ColourProfile)
    }

    /// Writes the image in place of its placeholder.
    func write(to placeholder: PDFFile.Reference, in file: inout PDFFile, _ profiles: inout FileProfiles) {
        var entries = sizeEntries
        switch colourSpace {
        case .grey: entries += " /ColorSpace /DeviceGray"
        case .rgb: entries += " /ColorSpace /DeviceRGB"
        case .cmyk: entries += " /ColorSpace /DeviceCMYK"
        case .icc(let profile): entries += " /ColorSpace [/ICCBased \(profiles.object(profile, &file))]"
        }
        if isJPEG { entries += " /Filter /DCTDecode" }
        if isInverted { entries += " /Decode [1 0 1 0 1 0 1 0]" }
        if let alpha {
            entries += " /SMask \(file.addStream(sizeEntries + " /ColorSpace /DeviceGray", alpha))"
        }
        file.setStream(placeholder, entries, data)
    }

    private var sizeEntries: String {
        " /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 8"
    }
}
