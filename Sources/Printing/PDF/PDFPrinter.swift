public import Diagnostics
public import Pages

/// Prints a document to a PDF file.
///
///     let pdf = try PDFPrinter().print(document)
///     try OutputFile("2023-06-21.pdf").write(pdf.value)
///
/// Each font is in the file once, cut to the glyphs that the document uses; each JPEG photo once, as it came. Text can
/// be searched and copied, and is tagged for readers who cannot see the page. The same document and the same fonts give
/// the same bytes: the file is dated by the document, not by the clock.
///
/// A photo that is missing or broken becomes a grey frame and a warning. A font that cannot be used rejects the job.
public struct PDFPrinter: Sendable {
    public var form: PDFForm

    public init(_ form: PDFForm = .standard) { self.form = form }

    /// The file's bytes.
    public func print(_ document: Document) throws -> Reported<[UInt8]> {
        var document = document
        document.pages = document.pages.map(\.inReadingOrder)
        var file = PDFFile()
        // 1. What the pages are painted with: fonts, profiles, photos.
        let type = try PDFType(for: document.pages)
        var (profiles, diagnostics) = try profiles()
        let photos = PDFPhotos(of: document.pages, form: form, profiles: &profiles, file: &file)
        diagnostics += photos.diagnostics
        // 2. The pages' content, and with it the structure for readers.
        let sheets = document.pages.map { PDFSheet(of: $0, in: form) }
        var painter = PagePainter(type: type, photos: photos, form: form)
        let contents = zip(document.pages, sheets).map { file.addStream("", painter.paint($0, on: $1)) }
        // 3. The pages as objects, and the catalogue of all that is in the file.
        let parts = PDFParts(
            document: document, form: form, sheets: sheets, contents: contents, painter: painter,
            resources: file.add(resources(type.write(to: &file), photos)), profiles: profiles)
        let plain = parts.write(to: &file)
        let bytes = try Rejected.ifPrintingFails("the PDF cannot be made") { try pass.finish(plain) }
        return Reported(bytes, diagnostics)
    }

    private var pass: QPDFPass {
        switch form {
        case .standard: QPDFPass(version: "1.7", isLinearised: false)
        // PDF/X-4 is a form of this version.
        case .press: QPDFPass(version: "1.6", isLinearised: false)
        case .screen: QPDFPass(version: "1.7", isLinearised: true)
        }
    }

    private func profiles() throws -> (FileProfiles, [Diagnostic]) {
        switch form {
        case .standard: return (FileProfiles(press: nil, screen: nil), [])
        case .press(let sheet):
            let screen = ColourProfile.screen()
            return (
                FileProfiles(press: try .press(sheet.profile), screen: screen),
                screen == nil ? [ColourProfile.missingScreen] : []
            )
        case .screen:
            let screen = ColourProfile.screen()
            return (FileProfiles(press: nil, screen: screen), screen == nil ? [ColourProfile.missingScreen] : [])
        }
    }

    private func resources(_ fonts: String, _ photos: PDFPhotos) -> String {
        var out = "<</Font <<\(fonts)>> /XObject <<\(photos.entries)>>"
        if case .press = form {
            let states = ContentWriter.Overprint.allCases.map { "/\($0.name) \($0.dictionary)" }
            out += " /ExtGState <<\(states.joined(separator: " "))>>"
            out += " /ColorSpace <</\(PrinterMarks.allInks) \(PrinterMarks.allInksSpace)>>"
        }
        return out + ">>"
    }
}
