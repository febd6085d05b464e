internal import Concurrency
internal import Diagnostics
internal import Pages
internal import Press
internal import Printing

/// The pages of an edition, ready to be printed.
public struct ComposedEdition: Sendable {
    /// The pages, in the order of their numbers.
    public let pages: [ComposedPage]
    /// The problems of the edition and of its pages, in the order in which they were found. With an error among them, a
    /// page lacks something.
    public let diagnostics: [Diagnostic]
    /// How the pages were made, and what each fault costs, as JSON: what `paiban build --report` writes.
    public let report: String

    private let document: Document
    /// The places of the articles, for another run.
    let dummy: EditionDummy
    private let context: PrintingContext

    init(
        _ composed: Reported<Press.ComposedEdition>, _ files: PictureFiles, _ compositor: Compositor,
        inputs: EditionFiles
    ) {
        let edition = composed.value
        let context = PrintingContext(files: files, compositor: compositor, inputs: inputs)
        pages = zip(edition.document.pages, edition.dummies).map { page, dummy in
            ComposedPage(
                page, stories: edition.stories.filter { $0.page == page.number }.map(ComposedPage.Story.init),
                dummy: dummy, context)
        }
        diagnostics = composed.diagnostics.map { Diagnostic($0, names: files.names) }
        report = edition.report.json
        document = edition.document
        dummy = edition.kept
        self.context = context
    }

    /// Prints the pages to a PDF.
    ///
    /// The same pages and fonts give the same bytes.
    ///
    /// - Throws: ``EditionError`` if the file cannot be made, such as for a font whose licence forbids embedding;
    ///   `CancellationError` when the task was cancelled.
    public func pdf(_ purpose: PDFPurpose = .standard) async throws -> PrintedFile {
        try await context.print(.pdf, profile: purpose.profile) { [document, context] in
            try PDFPrinter(purpose.output, jobs: context.compositor.jobs).print(document)
        }
    }

    /// Checks the pages as a printing house would: fonts, photos, inks, thin lines.
    ///
    /// - Returns: the problems beyond those of ``diagnostics``.
    public func preflight() async throws -> [Diagnostic] {
        try await context.compositor.queue.run { [document, context] _ in
            Preflight().diagnostics(of: document).map { Diagnostic($0, names: context.files.names) }
        }
    }
}

/// What printing needs besides the pages: the pictures in memory, and the compositor whose threads it uses.
struct PrintingContext: Sendable {
    let files: PictureFiles
    let compositor: Compositor
    /// The files that no printed file replaces.
    let inputs: EditionFiles

    /// - Parameter profile: the press's profile, another file that is not replaced.
    func print(
        _ kind: Output.Kind, profile: String? = nil, _ work: @escaping @Sendable () throws -> Reported<[UInt8]>
    ) async throws -> PrintedFile {
        try await compositor.queue.run { [files, inputs] _ in
            let printed = try EditionError.translating(names: files.names, work)
            return PrintedFile(
                bytes: printed.value, diagnostics: printed.diagnostics.map { Diagnostic($0, names: files.names) },
                kind: kind, inputs: inputs.adding(profile, as: "the press's profile"))
        }
    }
}

/// What a PDF is for.
public enum PDFPurpose: Hashable, Sendable {
    /// For the newsroom and the archive: greys and black in one ink, photos as they came.
    case standard
    /// For a printing house: PDF/X-4.
    ///
    /// - Parameters:
    ///   - marks: whether there are crop and registration marks beside the pages.
    ///   - photos: whether photos keep their colours or are converted to the inks of the press.
    ///   - profile: the path of the press's ICC profile; a general one unless given.
    case press(marks: Bool = false, photos: PhotoColours = .rgb, profile: String? = nil)
    /// For readers on screens: RGB, small photos, and the first page is shown before the others have come.
    case screen

    /// The colours of photos in a PDF for a printing house.
    public enum PhotoColours: Hashable, Sendable {
        /// As they came, each with the profile of its colours.
        case rgb
        /// Converted to the four inks of the press.
        case cmyk
    }

    fileprivate var profile: String? {
        if case .press(_, _, let profile) = self { profile } else { nil }
    }

    fileprivate var output: OutputProfile {
        switch self {
        case .standard: .standard
        case .press(let marks, let photos, let profile):
            .press(.init(hasMarks: marks, photos: photos == .cmyk ? .cmyk : .rgb, profile: profile))
        case .screen: .screen
        }
    }
}

/// A file in memory: a PDF or a picture of a page.
public struct PrintedFile: Hashable, Sendable {
    /// The bytes of the file.
    public let bytes: [UInt8]
    /// The problems of printing, such as a photo that cannot be decoded.
    public let diagnostics: [Diagnostic]
    private let kind: Output.Kind
    /// The files of the edition, which are not replaced.
    private let inputs: EditionFiles

    init(bytes: [UInt8], diagnostics: [Diagnostic], kind: Output.Kind, inputs: EditionFiles) {
        (self.bytes, self.diagnostics, self.kind, self.inputs) = (bytes, diagnostics, kind, inputs)
    }

    /// Writes the file, whole or not at all: another program sees the old file or the new one.
    ///
    /// A file of the edition is never replaced, whatever name leads to it.
    ///
    /// - Parameter replacesAnything: whether an existing file is replaced that does not look like this one, such as a text
    ///   by a PDF.
    /// - Throws: ``EditionError`` if it cannot or must not be written.
    public func write(to path: String, replacesAnything: Bool = false) throws {
        try EditionError.translating {
            let hint = "name another file, or write with replacesAnything: true"
            try OutputCheck(inputs, replacesAnything: replacesAnything, hint: hint)
                .check([Output(path, kind, option: "write(to:)")])
            try OutputFile(path).write(bytes)
        }
    }

    public static func == (a: PrintedFile, b: PrintedFile) -> Bool {
        a.bytes == b.bytes && a.diagnostics == b.diagnostics
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
        hasher.combine(diagnostics)
    }
}
