internal import Concurrency
public import Diagnostics
public import Pages

/// Prints a document to a PDF file.
///
///     let pdf = try PDFPrinter().print(document)
///     try OutputFile("2023-06-21.pdf").write(pdf.value)
///
/// Cairo paints the pages. A second pass adds what Cairo does not support: inks, logical structure, page boxes, ICC
/// profiles. Each font is embedded once, reduced to the glyphs that the document uses. Each JPEG photo is embedded once,
/// unchanged unless the profile asks for other colours or fewer pixels. Text can be searched and copied. The same
/// document and the same fonts give the same bytes, because the file takes its date from the document.
public struct PDFPrinter: Sendable {
    public var output: OutputProfile
    private let workers: WorkerPool

    /// - Parameter jobs: the number of tasks that run in parallel. The bytes are the same for every number.
    public init(_ output: OutputProfile = .standard, jobs: Int = 1) {
        self.output = output
        workers = WorkerPool(jobs: jobs)
    }

    /// The bytes of the PDF file. A photo that cannot be used is replaced by a grey frame and reported as a warning, for a
    /// press as an error.
    ///
    /// - Throws: `DiagnosticsError` when a font or an ICC profile cannot be used, or the file cannot be made.
    public func print(_ document: Document) throws -> Reported<[UInt8]> {
        // 1. Survey the pages and put their stories in reading order.
        var document = document
        let surveys = workers.map(document.pages, PageSurvey.init)
        document.pages = surveys.map(\.page)
        let glyphs = surveys.reduce(into: GlyphUsage()) { $0.add($1.glyphs) }
        let faces = document.faces
        // 2. Prepare profiles, fonts and photos.
        let (profiles, warnings) = try profiles()
        let batches = PagePainter.batches(of: document.pages.count)
        let resources = PrintResources(
            for: document.pages, glyphs, faces, PDFImageBuilder(output: output, profiles: profiles), workers)
        let painter = PagePainter(
            document: document, boxes: document.pages.map { PageBoxes(of: $0, for: output) }, output: output,
            resources: resources, specimenRuns: batches.count > 1 ? glyphs.sampleRuns(faces) : [])
        let (printed, images) = try DiagnosticsError.wrappingErrors("the PDF cannot be made") {
            // 3. Paint the pages with Cairo, with markers for inks and pieces of content.
            let (painter, painted) = try painter.paint(batches, workers)
            // 4. Assemble the final file.
            return (
                try PDFAssembler(of: painter, painted, surveys, workers: workers).assemble(profiles),
                painter.resources.images.diagnostics + PaintedBatch.diagnostics(of: painted)
            )
        }
        guard case .press = output else { return Reported(printed.value, warnings + images + printed.diagnostics) }
        // A printing house would print the grey frame.
        let errors = images.map { image in
            var error = image
            error.severity = .error
            return error
        }
        return Reported(
            printed.value, warnings + errors + printed.diagnostics + InkLimit.diagnostics(of: document))
    }

    private func profiles() throws -> (FileProfiles, [Diagnostic]) {
        var press: ColourProfile?
        switch output {
        case .standard: return (FileProfiles(press: nil, screen: nil), [])
        case .press(let options): press = try .press(options.profile)
        case .screen: break
        }
        let screen = ColourProfile.screen()
        return (
            FileProfiles(press: press, screen: screen), screen == nil ? [ColourProfile.missingScreenProfile] : []
        )
    }
}
