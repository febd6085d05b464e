internal import Diagnostics

/// The photos of a PDF. Each is in the file once, however often it appears.
struct PDFImages {
    private var results: [(use: PhotoUse, image: PDFImageBuilder.Result)]
    /// The photos that can be used. Their indices are the numbers of their placeholders.
    private(set) var images: [PDFImage] = []
    /// A warning for each photo that cannot be used.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ results: [(use: PhotoUse, image: PDFImageBuilder.Result)]) {
        self.results = results
        for (use, image) in results {
            do throws(PhotoFile.Unusable) {
                images.append(try image.get())
            } catch {
                diagnostics.append(.unusablePhoto(use.file, error))
            }
        }
    }

    /// The photos without those that a check found to be damaged.
    ///
    /// - Parameter errors: the errors of the damaged photos, by their files.
    func removing(_ errors: [String: PhotoFile.Unusable]) -> PDFImages {
        PDFImages(results.map { use, image in (use, errors[use.file].map { .failure($0) } ?? image) })
    }
}

/// A photo as an image XObject (ISO 32000-1, 8.9.5).
struct PDFImage {
    let file: String
    let orientation: PhotoFile.Orientation
    var width, height: Int
    var colourSpace: ColourSpace
    /// Whether the data are a JPEG file; else they are pixels, compressed for FlateDecode.
    var isJPEG: Bool
    /// The JPEG file if it goes into the PDF unchanged and has not been decoded, so that damage is not known.
    var unchecked: UncheckedJPEG?
    /// Whether the data are inverted CMYK, as programs expect it in a JPEG file.
    var isInverted = false
    var data: [UInt8]
    /// The opacity of each pixel, compressed for FlateDecode; nil when all are opaque.
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
            let mask = sizeEntries + " /ColorSpace /DeviceGray" + PDFWriter.flateFilter
            entries += " /SMask \(file.addStream(mask, alpha))"
        }
        if !isJPEG { entries += PDFWriter.flateFilter }
        file.setStream(placeholder, entries, data)
    }

    /// A JPEG file that goes into a PDF unchanged, and can be decoded while the pages are painted.
    struct UncheckedJPEG {
        let photo: PhotoFile
        let data: PhotoFile.JPEGData

        /// - Throws: `PhotoFile.Unusable` when the data are damaged.
        func check() throws(PhotoFile.Unusable) { try PhotoDecoder.check(photo, data) }
    }

    private var sizeEntries: String {
        " /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 8"
    }
}
