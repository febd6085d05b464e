internal import Concurrency
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
    public var form: OutputProfile
    private let workers: WorkerPool

    /// - Parameter jobs: how many hands work at once. The bytes are the same for every number.
    public init(_ form: OutputProfile = .standard, jobs: Int = 1) {
        self.form = form
        workers = WorkerPool(jobs: jobs)
    }

    /// The file's bytes.
    public func print(_ document: Document) throws -> Reported<[UInt8]> {
        var document = document
        let surveys = workers.map(document.pages, PageSurvey.init)
        document.pages = surveys.map(\.page)
        let use = surveys.reduce(into: GlyphUsage()) { $0.add($1.type) }
        // 1. What the pages are painted with: type, profiles, photos.
        let (profiles, warnings) = try profiles()
        let parts = PagePainter.parts(of: document.pages.count)
        let supplies = PrintResources(
            for: document.pages, use, PDFPhotoBuilder(form: form, profiles: profiles), workers)
        let painter = PagePainter(
            document: document, sheets: document.pages.map { PDFSheet(of: $0, in: form) }, form: form,
            supplies: supplies, samples: parts.count > 1 ? use.samples : [])
        let printed = try DiagnosticsError.ifPrintingFails("the PDF cannot be made") {
            // 2. The pages, painted by Cairo, which numbers inks and pieces of content.
            let painted = try workers.map(parts, painter.paint)
            // 3. The finishing pass.
            return try PDFFinisher(of: painter, painted, surveys, workers: workers).finish(profiles)
        }
        var diagnostics = warnings + supplies.photos.diagnostics + printed.diagnostics
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

extension DiagnosticsError {
    /// Runs `body`; should the libraries below fail in it, says what could not be done and why.
    static func ifPrintingFails<Value>(_ what: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let rejected as DiagnosticsError {
            throw rejected
        } catch {
            throw DiagnosticsError([.error(at: nil, "\(what): \(error)")])
        }
    }
}
