internal import Crew
public import Diagnostics
public import Pages

/// Prints a document to a PDF file.
///
///     let pdf = try PDFPrinter().print(document)
///     try OutputFile("2023-06-21.pdf").write(pdf.value)
///
/// Cairo paints the pages; a finishing pass gives the file what Cairo cannot: inks, structure for readers who do not see
/// the page, boxes, profiles. Each font is in the file once, cut to the glyphs that the document uses; each JPEG photo
/// once, as it came. Text can be searched and copied. The same document and the same fonts give the same bytes: the file
/// is dated by the document, not by the clock.
///
/// A photo that is missing or broken becomes a grey frame and a warning. A font that cannot be used rejects the job.
public struct PDFPrinter: Sendable {
    public var form: PDFForm
    private let workers: Workers

    /// - Parameter jobs: how many hands work at once. The bytes are the same for every number.
    public init(_ form: PDFForm = .standard, jobs: Int = 1) {
        self.form = form
        workers = Workers(jobs: jobs)
    }

    /// The file's bytes.
    public func print(_ document: Document) throws -> Reported<[UInt8]> {
        var document = document
        document.pages = document.pages.map(\.inReadingOrder)
        let runs = document.pages.flatMap(\.glyphRuns)
        // 1. What the pages are painted with: type, profiles, photos.
        let type = try TypeCase(for: runs, workers)
        let (profiles, warnings) = try profiles()
        let photos = PDFPhotos(of: document.pages, form: form, profiles: profiles)
        // 2. The pages, painted by Cairo, which numbers inks and pieces of content.
        let sheets = document.pages.map { PDFSheet(of: $0, in: form) }
        let tagger = PageTagger(texts: GlyphTexts(of: runs), form: form)
        let inks = InkNumbers()
        let album = try PhotoAlbum(standingFor: photos)
        let printed = try Rejected.ifPrintingFails("the PDF cannot be made") {
            let surface = try CairoSurface.pdf()
            let canvas = try CairoCanvas(
                on: surface, type: type, photos: album, tagger: tagger, inks: inks)
            for (page, sheet) in zip(document.pages, sheets) {
                surface.beginPage(width: sheet.width, height: sheet.height)
                tagger.beginPage(on: sheet)
                try canvas.paint(page, inset: sheet.margin)
                try canvas.showPage()
            }
            // 3. The finishing pass.
            let finisher = PDFFinisher(
                document: document, form: form, sheets: sheets, photos: photos, tagger: tagger, inks: inks.list,
                workers: workers)
            return try finisher.finish(surface.finish(), profiles)
        }
        var diagnostics = warnings + photos.diagnostics + album.diagnostics + printed.diagnostics
        if case .press = form { diagnostics += InkLimit.diagnostics(of: document) }
        return Reported(printed.value, diagnostics)
    }

    private func profiles() throws -> (FileProfiles, [Diagnostic]) {
        var press: ColourProfile?
        switch form {
        case .standard: return (FileProfiles(press: nil, screen: nil), [])
        case .press(let sheet): press = try .press(sheet.profile)
        case .screen: break
        }
        let screen = ColourProfile.screen()
        return (FileProfiles(press: press, screen: screen), screen == nil ? [ColourProfile.missingScreen] : [])
    }
}
