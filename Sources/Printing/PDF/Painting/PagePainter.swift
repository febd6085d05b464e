internal import Diagnostics
internal import Pages

/// Pages as Cairo has painted them, and what is needed to finish them.
struct PaintedPages: Sendable {
    let bytes: [UInt8]
    let cairo: CairoFile
    let tags: PageTags
    let inks: InkMarkers.List
    /// What is wrong with photos and drawings, by their files.
    let troubles: [String: Diagnostic]
}

/// Paints pages of a document into a file of Cairo's: all of them, or some, so that several hands can paint at once.
///
/// A part's file begins with a specimen of all glyphs that the whole document uses. So each part's pages call them by the
/// same numbers, and the fonts of one part serve all.
struct PagePainter: Sendable {
    let document: Document
    let sheets: [PDFSheet]
    let form: OutputProfile
    let supplies: PrintResources
    /// A run of each face, for the specimen, in a size in which what Cairo measures for it serves the pages; none where one
    /// hand paints all pages and no specimen is needed.
    let samples: [GlyphRun]

    /// Pages that one hand paints: with fewer the specimens cost more than many hands save.
    private static let pagesOfPart = 24

    /// The pages of each part. It hangs on the pages alone, so that the bytes are the same for any number of hands.
    static func parts(of pages: Int) -> [Range<Int>] {
        let parts = max(1, pages / pagesOfPart)
        return (0..<parts).map { pages * $0 / parts..<pages * ($0 + 1) / parts }
    }

    private static let specimenSide = 2000.0

    func paint(_ pages: Range<Int>) throws -> PaintedPages {
        let tagger = PageTagger(texts: supplies.texts, form: form)
        let inks = InkMarkers()
        let album = try PhotoAlbum(standingFor: supplies.photos)
        let surface = try CairoSurface.pdf()
        let canvas = try CairoCanvas(
            on: surface, type: FontSet(supplies.type), photos: album, tagger: tagger, inks: inks)
        if !samples.isEmpty {
            surface.beginPage(width: Self.specimenSide, height: Self.specimenSide)
            try canvas.paintSpecimen(of: samples, supplies.texts, at: Self.specimenSide / 2)
            try canvas.showPage()
        }
        for (page, sheet) in zip(document.pages[pages], sheets[pages]) {
            surface.beginPage(width: sheet.width, height: sheet.height)
            tagger.beginPage(on: sheet)
            try canvas.paint(page, inset: sheet.margin)
            try canvas.showPage()
        }
        let bytes = try surface.finish()
        let cairo = try CairoFile(bytes, adding: states, hasSpecimen: !samples.isEmpty)
        return PaintedPages(
            bytes: bytes, cairo: cairo, tags: tagger.tags, inks: inks.list, troubles: album.troubles)
    }

    /// Graphics states and a colour space that content for a press uses.
    private var states: [(kind: String, name: String, value: String)] {
        guard case .press = form else { return [] }
        return Overprint.allCases.map { ("/ExtGState", "/" + $0.name, $0.dictionary) }
            + [("/ColorSpace", "/" + PrinterMarks.allInks, PrinterMarks.allInksSpace)]
    }
}
