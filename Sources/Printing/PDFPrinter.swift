internal import CCairo
public import Diagnostics
public import Pages

/// Prints a document to a PDF file.
///
///     let pdf = try PDFPrinter().print(document)
///     try OutputFile("2023-06-21.pdf").write(pdf.value)
///
/// Each font is in the file once, cut to the glyphs that the document uses; each JPEG photo once, as it came. Text can
/// be searched and copied. The sheet is the trimmed page with its bleed around it. The same document and the same fonts
/// give the same bytes: the file is dated by the document, not by the clock.
///
/// A photo that is missing or broken becomes a grey frame and a warning. A font that cannot be used rejects the job.
public struct PDFPrinter: Sendable {
    /// Off only to measure what cutting is worth: Cairo then cuts the whole faces by itself.
    var cutsFaces = true

    public init() {}

    /// The file's bytes.
    public func print(_ document: Document) throws -> Reported<[UInt8]> {
        let type = try TypeCase(for: document.pages, cut: cutsFaces)
        let photos = PhotoAlbum(for: .pdf)
        let bytes = try Rejected.ifPrintingFails("the PDF cannot be made") {
            let surface = try CairoSurface.pdf()
            surface.describe(document)
            let canvas = try CairoCanvas(on: surface, type: type, photos: photos, names: GlyphNames(of: document.pages))
            for page in document.pages {
                surface.beginPage(page)
                try canvas.paint(page, inset: page.bleed)
                try canvas.showPage()
                photos.turnPage()
            }
            return try surface.finish()
        }
        return Reported(bytes, photos.diagnostics)
    }
}

extension CairoSurface {
    /// What the file says of itself. Cairo would date it by the clock, so it gets a date whatever the document says.
    fileprivate func describe(_ document: Document) {
        let isDay = document.date.split(separator: "-").map(\.count) == [4, 2, 2]
        let date = (isDay ? document.date : "1970-01-01") + "T00:00:00Z"
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_TITLE, document.title)
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_AUTHOR, document.author)
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_CREATOR, "Paiban")
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_CREATE_DATE, date)
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_MOD_DATE, date)
    }

    fileprivate func beginPage(_ page: Page) {
        let sheet = page.sheet
        cairo_pdf_surface_set_size(pointer, sheet.width.points, sheet.height.points)
        cairo_pdf_surface_set_page_label(pointer, page.label.isEmpty ? String(page.number) : page.label)
    }
}

extension Page {
    /// The trimmed page with its bleed on every side.
    var sheet: Size { Size(width: trim.width + 2 * bleed, height: trim.height + 2 * bleed) }
}
