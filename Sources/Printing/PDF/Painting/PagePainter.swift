internal import Concurrency
internal import Diagnostics
internal import Pages

/// A batch of pages that Cairo has painted, with what assembling the PDF needs.
struct PaintedBatch: Sendable {
    let bytes: [UInt8]
    let cairo: CairoPDF
    let tags: PageTags
    let inks: InkMarkers.Table
    /// A warning for each image that cannot be used, by its file.
    let warnings: [String: Diagnostic]

    /// The warnings of batches, sorted by file.
    static func diagnostics(of batches: [PaintedBatch]) -> [Diagnostic] {
        ImageCache.diagnostics(
            batches.reduce(into: [:]) { all, batch in all.merge(batch.warnings) { first, _ in first } })
    }
}

/// Paints the pages of a document, or batches of them in parallel, each batch into a Cairo PDF of its own.
///
/// Each batch begins with a specimen of all glyphs that the whole document uses. So all batches number their glyphs
/// alike, and the fonts of the first batch serve all of them.
struct PagePainter: Sendable {
    let document: Document
    let boxes: [PageBoxes]
    let output: OutputProfile
    private(set) var resources: PrintResources
    /// The runs of the specimen: one for each face, in a size whose metrics in Cairo serve the pages. Empty when there is
    /// one batch, which needs no specimen.
    let specimenRuns: [GlyphRun]

    /// With fewer pages a batch, the specimens cost more than painting in parallel saves.
    private static let pagesPerBatch = 24

    /// The pages of each batch. They depend on the number of pages alone, so the bytes are the same for any number of
    /// workers.
    static func batches(of pageCount: Int) -> [Range<Int>] {
        let count = max(1, pageCount / pagesPerBatch)
        return (0..<count).map { pageCount * $0 / count..<pageCount * ($0 + 1) / count }
    }

    /// The side of the specimen page in points.
    private static let specimenSide = 2000.0

    /// Paints batches of pages. Meanwhile idle workers decode the JPEGs that go into the file unchanged. If one of them is
    /// damaged, the pages are painted again without it.
    func paint(_ batches: [Range<Int>], _ workers: WorkerPool) throws -> (painter: PagePainter, [PaintedBatch]) {
        let results = try workers.map(batches.map(Task.paint) + unchecked.map(Task.check)) { task -> Result in
            switch task {
            case .paint(let pages): return .painted(try paint(pages))
            case .check(let jpeg):
                do throws(PhotoFile.Unusable) {
                    try jpeg.check()
                    return .sound
                } catch {
                    return .damaged(jpeg.photo.path, error)
                }
            }
        }
        var painted: [PaintedBatch] = [], damaged: [String: PhotoFile.Unusable] = [:]
        for result in results {
            switch result {
            case .painted(let batch): painted.append(batch)
            case .damaged(let file, let error): damaged[file] = error
            case .sound: break
            }
        }
        guard !damaged.isEmpty else { return (self, painted) }
        var painter = self
        painter.resources.images = resources.images.removing(damaged)
        return (painter, try workers.map(batches, painter.paint))
    }

    private enum Task {
        case paint(Range<Int>)
        case check(PDFImage.UncheckedJPEG)
    }

    private enum Result {
        case painted(PaintedBatch)
        case sound
        case damaged(String, PhotoFile.Unusable)
    }

    private var unchecked: [PDFImage.UncheckedJPEG] { resources.images.images.compactMap(\.unchecked) }

    private func paint(_ pages: Range<Int>) throws -> PaintedBatch {
        let tagger = PageTagger(toUnicode: resources.toUnicode, output: output)
        let inks = InkMarkers()
        let images = try ImageCache(placeholdersFor: resources.images)
        let surface = try CairoSurface.pdf()
        var canvas: CairoCanvas! = try CairoCanvas(
            on: surface, fonts: FontSet(resources.fonts), images: images, tagger: tagger, inks: inks)
        if !specimenRuns.isEmpty {
            try GlyphCache.withoutEviction {
                surface.beginPage(width: Self.specimenSide, height: Self.specimenSide)
                try canvas.paintSpecimen(of: specimenRuns, resources.toUnicode, at: Self.specimenSide / 2)
                try canvas.showPage()
            }
        }
        // Page by page, so that Cairo's cache does not grow with the number of pages.
        for (page, boxes) in zip(document.pages[pages], boxes[pages]) {
            try GlyphCache.withoutEviction {
                surface.beginPage(width: boxes.width, height: boxes.height)
                tagger.beginPage(with: boxes)
                try canvas.paint(page, at: (boxes.margin, boxes.margin))
                try canvas.showPage()
            }
        }
        let bytes = try GlyphCache.withoutEviction {
            // The canvas closes the fonts.
            canvas = nil
            return try surface.finish()
        }
        let cairo = try CairoPDF(bytes, adding: addedResources, hasSpecimen: !specimenRuns.isEmpty)
        return PaintedBatch(
            bytes: bytes, cairo: cairo, tags: tagger.tags, inks: inks.table, warnings: images.warnings)
    }

    /// The graphics states and the colour space that the content for a press refers to.
    private var addedResources: [CairoPDF.Resource] {
        guard case .press = output else { return [] }
        return Overprint.allCases.map {
            CairoPDF.Resource(category: "/ExtGState", name: "/" + $0.name, value: $0.dictionary)
        } + [
            CairoPDF.Resource(
                category: "/ColorSpace", name: "/" + PrinterMarks.allInks, value: PrinterMarks.allInksSpace)
        ]
    }
}
